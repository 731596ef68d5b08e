import { expect, test } from 'vitest'
import { memoryHub } from '#test/hub.ts'
import { withStatus } from '#test/recording-push.ts'
import { expireOverdue } from './expire.ts'

const DAY_S = 86_400

test('what nobody fetched ends when its time is over, and not before', async () => {
  const memory = await memoryHub()
  const { message } = await memory.send('xa', 'readmission-application', { to: 'az-mfa' })
  memory.clock.move(DAY_S)
  expect(await expireOverdue(memory.hub)).toBe(0)
  memory.clock.move(1)
  expect(await expireOverdue(memory.hub)).toBe(1)
  expect(await memory.store.message(message.header.messageId, 'xa')).toMatchObject({
    deliveries: [{ state: 'expired', code: 'MESSAGE_EXPIRED' }],
  })
  expect(memory.store.links().at(-1)).toMatchObject({ party: 'az-mfa', code: 'MESSAGE_EXPIRED' })
  expect(await expireOverdue(memory.hub)).toBe(0)
})

test('what waits for a held party ends too', async () => {
  const memory = await memoryHub()
  memory.push.answer(() => withStatus(403))
  await memory.send('xa', 'readmission-application')
  await memory.deliverDue()
  memory.clock.move(DAY_S + 1)
  expect(await expireOverdue(memory.hub)).toBe(1)
})

test('a message is not tried for longer than it says itself, nor than the agreement says', async () => {
  const memory = await memoryHub()
  const inS = (seconds: number) => new Date(memory.clock.now().getTime() + seconds * 1000).toISOString()
  await memory.send('xa', 'readmission-application', { to: 'az-mfa', expiresAt: inS(60) })
  await memory.send('xa', 'readmission-application', { to: 'az-mfa', expiresAt: inS(10 * DAY_S) })
  memory.clock.move(61)
  expect(await expireOverdue(memory.hub)).toBe(1)
  memory.clock.move(DAY_S)
  expect(await expireOverdue(memory.hub)).toBe(1)
})
