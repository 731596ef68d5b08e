/** The order within a case, as deliver and dispatch keep it together with the store. */
import { expect, test } from 'vitest'
import type { Answer } from '#core/ports.ts'
import { type MemoryHub, memoryHub } from '#test/hub.ts'
import { receiptOf } from '#test/letters.ts'
import { withReceipt, withStatus } from '#test/recording-push.ts'

/** A case of `xa` in which `xb` has sent two messages that `xa` did not get yet. */
async function twoWaiting() {
  const memory = await memoryHub()
  const { header } = (await memory.send('xa', 'readmission-application')).message
  await memory.deliverDue()
  const answer = { conversationId: header.conversationId, inReplyTo: header.messageId }
  const first = (await memory.send('xb', 'acknowledgement', answer)).message.header
  memory.clock.move(1)
  const second = (await memory.send('xb', 'information-request', answer)).message.header
  const pushed = () => memory.push.pushed.filter(({ party }) => party === 'xa').map(({ messageId }) => messageId)
  return { memory, first: first.messageId, second: second.messageId, pushed }
}

const answering = (memory: MemoryHub, answer: Answer): void => memory.push.answer(() => answer)

test('only the head of a case is out; its receipt lets the next one go', async () => {
  const { memory, first, second, pushed } = await twoWaiting()
  expect(await memory.deliverDue()).toBe(1)
  expect(pushed()).toEqual([first])
  expect(await memory.deliverDue()).toBe(1)
  expect(pushed()).toEqual([first, second])
})

test.each([
  ['tried again', 500],
  ['owed a receipt', 202],
  ['dead', 422],
])('a head that is %s keeps the next one waiting', async (_what, status) => {
  const { memory, first, pushed } = await twoWaiting()
  answering(memory, withStatus(status))
  await memory.deliverDue()
  expect(await memory.deliverDue()).toBe(0)
  memory.clock.move(400)
  await memory.deliverDue()
  expect(new Set(pushed())).toEqual(new Set([first]))
})

test('a head whose time is over lets the next one go', async () => {
  const { memory, first, second, pushed } = await twoWaiting()
  answering(memory, withStatus(500))
  await memory.deliverDue()
  // The second one came a second later and has that second left.
  memory.clock.move(86_399)
  memory.push.answer(async (request) => withReceipt(await receiptOf(request.party, request, memory.clock.now())))
  expect(await memory.deliverDue()).toBe(1)
  expect(await memory.deliverDue()).toBe(1)
  expect(pushed()).toEqual([first, second])
})

test('other cases, and other parties of the same case, do not wait', async () => {
  const memory = await memoryHub()
  answering(memory, withStatus(422))
  const { header } = (await memory.send('xa', 'readmission-application')).message
  await memory.deliverDue()
  const { conversationId, messageId } = header
  await memory.send('xb', 'acknowledgement', { conversationId, inReplyTo: messageId })
  await memory.send('xa', 'readmission-application')
  expect(await memory.deliverDue()).toBe(2)
  expect(memory.push.pushed.map(({ party }) => party)).toEqual(['xb', 'xa', 'xb'])
})
