import { expect, test } from 'vitest'
import { memoryHub } from '#test/hub.ts'
import { withStatus } from '#test/recording-push.ts'
import { retryAt, scheduleFor } from './retry.ts'

const NOW = new Date('2026-11-21T09:00:00Z')
const SCHEDULE = { firstS: 5, factor: 2, maxS: 60, jitter: 0.2 }
const waitS = (attempt: number, random: number, retryAfterS?: number): number =>
  (retryAt(NOW, attempt, SCHEDULE, retryAfterS, () => random).getTime() - NOW.getTime()) / 1000

test.each([
  [1, 5],
  [2, 10],
  [3, 20],
  [4, 40],
  [5, 60],
  [6, 60],
  [2_000, 60],
])('after attempt %i the wait is %i s, in the middle of its spread', (attempt, seconds) => {
  expect(waitS(attempt, 0.5)).toBe(seconds)
})

test('the spread lies on both sides', () => {
  expect(waitS(1, 0)).toBe(4)
  expect(waitS(1, 1)).toBe(6)
})

test('never earlier than the party asked for, and not later for having been asked to come sooner', () => {
  expect(waitS(1, 0, 120)).toBe(120)
  expect(waitS(4, 0.5, 3)).toBe(40)
})

test('without a schedule there is a usual one', () => {
  expect(retryAt(NOW, 1, undefined, undefined, () => 0.5)).toEqual(new Date('2026-11-21T09:00:05Z'))
})

const AGREED = { firstS: 100, factor: 3, maxS: 1000, jitter: 0 }

test('an agreement with a schedule of its own has it kept; the others keep to that of the endpoint', async () => {
  const memory = await memoryHub()
  await memory.changeAgreements((one) => (one.id === 'xa>xb' ? { ...one, retry: AGREED } : one))
  const delivery = { from: 'xa', party: 'xb', type: 'readmission-application' } as const
  const own = memory.hub.directory().party('xb')?.endpoint.retry
  expect(scheduleFor(memory.hub, delivery)).toEqual(AGREED)
  expect(scheduleFor(memory.hub, { ...delivery, from: 'hub' })).toEqual(own)
  expect(scheduleFor(memory.hub, { ...delivery, from: 'de' })).toEqual(own)
  memory.push.answer(() => withStatus(500))
  await memory.send('xa', 'readmission-application')
  for (const waitS of [0, 100, 300, 900]) {
    memory.clock.move(waitS - 1)
    expect(await memory.deliverDue(), `before ${waitS} s`).toBe(0)
    memory.clock.move(1)
    expect(await memory.deliverDue(), `after ${waitS} s`).toBe(1)
  }
})

test('a delivery is tried until its time is over, however long the waits have become, and then ends as expired', async () => {
  const memory = await memoryHub()
  memory.push.answer(() => withStatus(503, 80_000))
  const { message } = await memory.send('xa', 'readmission-application')
  await memory.deliverDue()
  memory.clock.move(80_000)
  expect(await memory.deliverDue()).toBe(1)
  // It would have to wait beyond its end: it ends there.
  memory.clock.move(6_400)
  expect(await memory.deliverDue()).toBe(1)
  expect(memory.push.pushed).toHaveLength(2)
  expect((await memory.store.message(message.header.messageId, 'xa'))?.deliveries).toMatchObject([{ state: 'expired' }])
})
