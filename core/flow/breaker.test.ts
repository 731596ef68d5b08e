import { expect, test } from 'vitest'
import { memoryHub } from '#test/hub.ts'
import { receiptOf } from '#test/letters.ts'
import { withReceipt, withStatus } from '#test/recording-push.ts'

const PARALLEL = 4

/** `count` cases of `xa` for `xb`, which does not answer; the other parties do. */
async function silentParty(count: number, silence = () => Promise.reject<never>(new Error('connect ECONNREFUSED'))) {
  const memory = await memoryHub()
  memory.push.answer(async (pushed) =>
    pushed.party === 'xb' ? silence() : withReceipt(await receiptOf(pushed.party, pushed, memory.clock.now())),
  )
  for (let n = 0; n < count; n++) await memory.send('xa', 'readmission-application')
  const pushes = (party = 'xb') => memory.push.pushed.filter((one) => one.party === party).length
  const pass = async (seconds: number) => {
    for (let n = 0; n < seconds; n++) {
      await memory.deliverDue(PARALLEL)
      memory.clock.move(1)
    }
  }
  return { memory, pushes, pass }
}

test('a party that is down for ten minutes with a backlog of 100 is pushed to some twenty times', async () => {
  const { memory, pushes, pass } = await silentParty(100)
  await pass(600)
  // Two rounds until the fifth failure, then probes after 10, 20, 40 and each 60 s.
  expect(pushes()).toBe(2 * PARALLEL + 11)
  expect(new Set(memory.push.pushed.map(({ deliveryId }) => deliveryId)).size).toBeGreaterThan(10)
  expect(memory.lines('breaker.opened')).toMatchObject([{ party: 'xb', count: 5 }])
})

test('what waits for it loses no attempt, and goes out when a probe was answered', async () => {
  const { memory, pushes, pass } = await silentParty(40)
  await pass(300)
  const before = pushes()
  memory.push.answer(async (pushed) => withReceipt(await receiptOf(pushed.party, pushed, memory.clock.now())))
  await pass(70)
  expect(pushes() - before).toBeGreaterThanOrEqual(20)
  expect(memory.lines('breaker.closed')).toMatchObject([{ party: 'xb' }])
  await pass(900)
  const settled = await Promise.all(memory.push.pushed.map(({ deliveryId }) => memory.store.delivery(deliveryId)))
  expect(settled.every((one) => one?.state === 'delivered')).toBe(true)
  expect(settled.filter((one) => one?.attempts === 1).length).toBeGreaterThanOrEqual(20)
})

test('other parties do not notice', async () => {
  const { memory, pushes, pass } = await silentParty(20)
  await pass(60)
  await memory.send('de', 'readmission-application')
  await pass(1)
  expect(pushes('az-sms')).toBe(1)
})

test.each([
  ['asks to be tried later', 503, true],
  ['refuses', 422, false],
  ['gives no receipt', 200, false],
])('a party that %s: its breaker opens or not (%i, %s)', async (_what, status, opens) => {
  const { memory, pass } = await silentParty(10, async () => withStatus(status) as never)
  await pass(5)
  expect(memory.lines('breaker.opened')).toHaveLength(opens ? 1 : 0)
})

test('probes wait as long as the party asks, but not a day', async () => {
  const { pushes, pass } = await silentParty(20, async () => withStatus(503, 86_400) as never)
  await pass(2)
  expect(pushes()).toBe(2 * PARALLEL)
  await pass(58)
  expect(pushes()).toBe(2 * PARALLEL)
  await pass(3)
  expect(pushes()).toBe(2 * PARALLEL + 1)
})

test('a probe whose message has expired leaves its place to the next', async () => {
  const { memory, pushes, pass } = await silentParty(0)
  const soon = new Date(memory.clock.now().getTime() + 9_000).toISOString()
  for (let n = 0; n < 12; n++) await memory.send('xa', 'readmission-application', n < 10 ? { expiresAt: soon } : {})
  await pass(10)
  const before = pushes()
  await pass(15)
  expect(pushes()).toBeGreaterThan(before)
})
