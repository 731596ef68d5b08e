import { expect, test } from 'vitest'
import type { AgreementRecord } from '#core/directory.ts'
import type { Answer } from '#core/ports.ts'
import { type MemoryHub, memoryHub } from '#test/hub.ts'
import { opened, receiptOf } from '#test/letters.ts'
import { type Pushed, withReceipt, withStatus } from '#test/recording-push.ts'
import { acknowledge } from './acknowledge.ts'
import { expireOverdue } from './expire.ts'

type Ending = (pushed: Pushed, memory: MemoryHub) => Answer | Promise<Answer>

const handedOver: Ending = async (pushed, memory) => withReceipt(await receiptOf(pushed.party, pushed, memory.clock.now()))
const refused: Ending = () => withStatus(422)

/** One message from `xa` to `xb` that ends in the given way; notices reach `xa`, which takes them. */
async function ended(notices: AgreementRecord['notices'], ending: Ending) {
  const memory = await memoryHub()
  await memory.changeAgreements((agreement) => ({ ...agreement, notices }))
  memory.push.answer((pushed) => (pushed.party === 'xa' ? handedOver : ending)(pushed, memory))
  const { message } = await memory.send('xa', 'readmission-application')
  await memory.deliverDue()
  await memory.deliverDue()
  const told = await Promise.all(memory.push.pushed.filter(({ party }) => party === 'xa').map(({ document }) => opened('xa', document)))
  return { memory, message, told, delivered: memory.push.pushed.find(({ party }) => party === 'xb') as Pushed }
}

test.each([
  ['none', 'handed over', handedOver, 0],
  ['none', 'dead', refused, 0],
  ['failures', 'handed over', handedOver, 0],
  ['failures', 'dead', refused, 1],
  ['all', 'handed over', handedOver, 1],
  ['all', 'dead', refused, 1],
] as const)('an agreement that asks for %s: a delivery that is %s is told of as agreed', async (notices, _what, ending, count) => {
  expect((await ended(notices, ending)).told).toHaveLength(count)
})

test('a notice of a hand-over names the delivery and the receipt, and answers the message in its case', async () => {
  const { message, told, delivered, memory } = await ended('all', handedOver)
  const { receiptId, digest } = (await memory.store.delivery(delivered.deliveryId)) ?? {}
  const at = memory.clock.now().toISOString()
  expect(told).toMatchObject([
    {
      header: {
        from: 'hub',
        to: 'xa',
        type: 'delivery-notice',
        conversationId: message.header.conversationId,
        inReplyTo: message.header.messageId,
      },
      body: { event: 'ContentHandover', deliveryId: delivered.deliveryId, party: 'xb', at, receipt: { receiptId, digest, at } },
    },
  ])
})

test('a notice of a dead delivery says why', async () => {
  const { told } = await ended('failures', refused)
  expect(told).toMatchObject([{ body: { event: 'ContentHandoverFailure', party: 'xb', code: 'RECIPIENT_REFUSED' } }])
})

test('a refusal that the recipient signed is called what it is', async () => {
  const reason = { code: 'NOT_COMPETENT' }
  const { told } = await ended('failures', async (pushed, memory) =>
    withReceipt(await receiptOf(pushed.party, pushed, memory.clock.now(), { event: 'ConsignmentRejection', reason })),
  )
  expect(told).toMatchObject([{ body: { event: 'ConsignmentRejection', party: 'xb', code: 'RECIPIENT_REFUSED' } }])
})

test('an author that was told of a dead delivery is told when a late receipt makes it delivered', async () => {
  const { memory, delivered } = await ended('failures', refused)
  const receipt = await receiptOf('xb', delivered, memory.clock.now())
  await acknowledge(memory.hub, memory.inbound('xb', receipt))
  await memory.deliverDue()
  const told = await Promise.all(memory.push.pushed.filter(({ party }) => party === 'xa').map(({ document }) => opened('xa', document)))
  expect(told).toMatchObject([{ body: { event: 'ContentHandoverFailure' } }, { body: { event: 'ContentHandover' } }])
})

test('nothing is told before a delivery ends', async () => {
  expect((await ended('all', () => withStatus(500))).told).toEqual([])
  expect((await ended('all', () => withStatus(202))).told).toEqual([])
})

test('a notice of an expired delivery comes when its time is over', async () => {
  const memory = await memoryHub()
  await memory.changeAgreements((agreement) => ({ ...agreement, notices: 'failures' }))
  await memory.send('xa', 'readmission-application', { to: 'az-mfa' })
  memory.clock.move(86_401)
  expect(await expireOverdue(memory.hub)).toBe(1)
  await memory.deliverDue()
  expect(await Promise.all(memory.push.pushed.map(({ document }) => opened('xa', document)))).toMatchObject([
    { body: { event: 'ContentConsignmentFailure', party: 'az-mfa', code: 'MESSAGE_EXPIRED' } },
  ])
})

test('a notice changes nothing in the case, and nobody is told about a notice', async () => {
  const { memory, message } = await ended('all', handedOver)
  const { conversation } = await memory.store.known('xa', '', message.header.conversationId)
  expect(conversation).toMatchObject({ state: 'SUBMITTED', length: 2 })
  expect(conversation?.history.map(({ type }) => type)).toEqual(['readmission-application', 'delivery-notice'])
  await memory.send('xb', 'acknowledgement', { conversationId: message.header.conversationId, inReplyTo: message.header.messageId })
})
