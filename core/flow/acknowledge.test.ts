import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Receipt } from '#core/message.ts'
import { sha256Hex } from '#core/signature/digest.ts'
import { memoryHub } from '#test/hub.ts'
import { receiptOf } from '#test/letters.ts'
import { type Pushed, withStatus } from '#test/recording-push.ts'
import { acknowledge } from './acknowledge.ts'

/** One message from `xa` to `xb` that was pushed once and answered with `status`. */
async function pushedOnce(status: number) {
  const memory = await memoryHub()
  memory.push.answer(() => withStatus(status))
  await memory.send('xa', 'readmission-application')
  await memory.deliverDue()
  const [pushed] = memory.push.pushed as readonly [Pushed]
  const statement = (more?: Partial<Receipt>, signer?: string) => receiptOf('xb', pushed, memory.clock.now(), more, signer)
  const handIn = async (more?: Partial<Receipt>) => acknowledge(memory.hub, memory.inbound('xb', await statement(more)))
  return { memory, pushed, statement, handIn, after: () => memory.store.delivery(pushed.deliveryId) }
}

const OTHER = sha256Hex(Buffer.from('başqa'))

test('a receipt that follows a 202 makes the delivery delivered', async () => {
  const { memory, handIn, after } = await pushedOnce(202)
  await handIn()
  expect(await after()).toMatchObject({ state: 'delivered', deliveredAt: memory.clock.now() })
  expect(memory.store.links().at(-1)).toMatchObject({ event: 'ContentHandover', party: 'xb' })
  expect(memory.lines('receipt.received')).toMatchObject([{ party: 'xb', state: 'delivered' }])
})

test.each([
  ['dead', 422],
  ['retrying', 500],
  ['held', 403],
])('a late valid receipt makes a delivery that is %s delivered', async (state, status) => {
  const { memory, handIn, after } = await pushedOnce(status)
  expect(await after()).toMatchObject({ state })
  memory.clock.move(3600)
  await handIn()
  expect(await after()).toMatchObject({ state: 'delivered' })
  memory.clock.move(3600)
  expect(await memory.deliverDue()).toBe(0)
})

test('a signed refusal makes it dead', async () => {
  const { handIn, after } = await pushedOnce(202)
  await handIn({ event: 'ConsignmentRejection', reason: { code: 'NOT_COMPETENT' } })
  expect(await after()).toMatchObject({ state: 'dead', code: 'RECIPIENT_REFUSED' })
})

test.each([{}, { event: 'ConsignmentRejection' } as const])(
  'the same statement again is fine, and leaves one link of the audit trail: %j',
  async (more) => {
    const { memory, pushed, statement, after } = await pushedOnce(202)
    const inbound = memory.inbound('xb', await statement(more))
    await acknowledge(memory.hub, inbound)
    const before = [await memory.store.delivery(pushed.deliveryId), memory.store.links().length]
    await acknowledge(memory.hub, inbound)
    expect([await after(), memory.store.links().length]).toEqual(before)
  },
)

test('two receipts at once settle it once', async () => {
  const { memory, handIn, after } = await pushedOnce(202)
  const links = memory.store.links().length
  await Promise.all([handIn(), handIn()])
  expect(await after()).toMatchObject({ state: 'delivered' })
  expect(memory.store.links()).toHaveLength(links + 1)
})

test.each([
  ['other bytes', { digest: OTHER }],
  ['another signature', { signatureDigest: OTHER }],
  ['another content', { contentDigest: OTHER }],
  ['another message', { messageId: randomUUID() }],
  ['the acceptance that only the hub states', { event: 'SubmissionAcceptance' }],
] as const)('a receipt for %s is a mismatch, also when the right one came before', async (_what, more) => {
  const { handIn, after } = await pushedOnce(202)
  await expect(handIn(more)).rejects.toMatchObject({ code: 'RECEIPT_MISMATCH' })
  expect(await after()).toMatchObject({ state: 'sent' })
  await handIn()
  await expect(handIn(more)).rejects.toMatchObject({ code: 'RECEIPT_MISMATCH' })
  expect(await after()).toMatchObject({ state: 'delivered' })
})

test('what was handed over cannot be refused afterwards', async () => {
  const { handIn, after } = await pushedOnce(202)
  await handIn()
  await expect(handIn({ event: 'ConsignmentRejection' })).rejects.toMatchObject({ code: 'RECEIPT_MISMATCH' })
  expect(await after()).toMatchObject({ state: 'delivered' })
})

test('a delivery that does not exist, and one of another party, are not found', async () => {
  const { memory, pushed, handIn, after } = await pushedOnce(202)
  await expect(handIn({ deliveryId: randomUUID() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  // The statement of a third party about it, true in every word.
  const foreign = await receiptOf('xb', pushed, memory.clock.now(), { by: 'az-sms' }, 'az-sms')
  await expect(acknowledge(memory.hub, memory.inbound('az-sms', foreign))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await after()).toMatchObject({ state: 'sent' })
})

test('a receipt signed by another party, or in the name of another, proves nothing', async () => {
  const { memory, statement, after } = await pushedOnce(202)
  const signedByOther = memory.inbound('xb', await statement({}, 'az-sms'))
  await expect(acknowledge(memory.hub, signedByOther)).rejects.toMatchObject({ code: 'CERTIFICATE_UNTRUSTED' })
  const inOthersName = memory.inbound('xb', await statement({ by: 'az-sms' }))
  await expect(acknowledge(memory.hub, inOthersName)).rejects.toMatchObject({ code: 'SENDER_MISMATCH' })
  expect(await after()).toMatchObject({ state: 'sent' })
})

test('a receipt signed with a revoked certificate is refused', async () => {
  const { memory, statement } = await pushedOnce(202)
  await memory.changeParty('xb', (party) => ({
    ...party,
    certificates: party.certificates.map((one) => (one.use === 'signing' ? { ...one, status: 'revoked' } : one)),
  }))
  await expect(acknowledge(memory.hub, memory.inbound('xb', await statement()))).rejects.toMatchObject({ code: 'CERTIFICATE_REVOKED' })
})

test('a message is no receipt', async () => {
  const { memory } = await pushedOnce(202)
  const message = await memory.signed(memory.letter('xb', 'readmission-application'))
  await expect(acknowledge(memory.hub, memory.inbound('xb', message))).rejects.toMatchObject({ code: 'SIGNATURE_INVALID' })
})
