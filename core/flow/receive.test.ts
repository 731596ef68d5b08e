import { expect, test } from 'vitest'
import { hubError } from '#core/errors.ts'
import type { MessageType, SignedDocument } from '#core/message.ts'
import type { Store } from '#core/ports.ts'
import { sha256Hex } from '#core/signature/digest.ts'
import { type MemoryHub, memoryHub } from '#test/hub.ts'
import { onWire, receiptIn } from '#test/letters.ts'
import { receive } from './receive.ts'

const DAY_S = 86_400

test('an accepted message is stored with its exact bytes and receipted in the syntax of its sender', async () => {
  const memory = await memoryHub()
  const { message, document, receipt } = await memory.send('xb', 'readmission-application')
  expect(receipt.mediaType).toBe('application/json')
  expect(await receiptIn(receipt)).toMatchObject({
    messageId: message.header.messageId,
    conversationId: message.header.conversationId,
    digest: sha256Hex(document.bytes),
    signatureDigest: sha256Hex(Buffer.from(document.signature ?? '')),
    event: 'SubmissionAcceptance',
    at: memory.clock.now().toISOString(),
    by: 'hub',
  })
  expect(await memory.store.message(message.header.messageId, 'xa')).toMatchObject({
    from: 'xb',
    deliveries: [{ party: 'xa', state: 'pending' }],
  })
  expect(memory.store.links()).toMatchObject([{ event: 'SubmissionAcceptance', party: 'xb', digest: sha256Hex(document.bytes) }])
  expect(memory.lines('message.accepted')).toMatchObject([{ messageId: message.header.messageId, party: 'xb', to: 'xa' }])
})

test('an XML sender gets an XML receipt', async () => {
  const memory = await memoryHub()
  const { receipt } = await memory.send('xa', 'readmission-application')
  expect(receipt).toMatchObject({ mediaType: 'application/xml', signature: undefined })
  expect((await receiptIn(receipt)).event).toBe('SubmissionAcceptance')
})

test.each(['xa', 'xb', 'de'])('the same bytes of %s again get the first receipt, byte for byte, and no second delivery', async (from) => {
  const memory = await memoryHub()
  const { message, document, receipt } = await memory.send(from, 'readmission-application')
  memory.clock.move(5)
  expect(onWire(await receive(memory.hub, memory.inbound(from, document)))).toEqual(onWire(receipt))
  expect((await memory.store.message(message.header.messageId, from))?.deliveries).toHaveLength(1)
  expect(memory.store.links()).toHaveLength(1)
})

test.each([
  ['after its certificate expired', (memory: MemoryHub) => expireSigning(memory, 'xa')],
  ['after its certificate was revoked', (memory: MemoryHub) => revokeSigning(memory, 'xa')],
  ['after its agreement ended', endAgreements],
  ['long after it was signed', async (memory: MemoryHub) => memory.clock.move(400 * DAY_S)],
  ['after its recipient left', (memory: MemoryHub) => memory.changeParty('xb', (party) => ({ ...party, status: 'withdrawn' }))],
] as const)('a duplicate gets the first receipt %s', async (_when, happens) => {
  const memory = await memoryHub()
  const { document, receipt } = await memory.send('xa', 'readmission-application')
  await happens(memory)
  expect(onWire(await receive(memory.hub, memory.inbound('xa', document)))).toEqual(onWire(receipt))
})

test.each([
  ['its certificate expired', (memory: MemoryHub) => expireSigning(memory, 'xa'), 'CERTIFICATE_EXPIRED'],
  ['its certificate was revoked', (memory: MemoryHub) => revokeSigning(memory, 'xa'), 'CERTIFICATE_REVOKED'],
  ['its agreement ended', endAgreements, 'AGREEMENT_EXPIRED'],
  [
    'its recipient left',
    (memory: MemoryHub) => memory.changeParty('xb', (party) => ({ ...party, status: 'withdrawn' })),
    'RECIPIENT_UNKNOWN',
  ],
] as const)('a new message is refused once %s', async (_why, happens, code) => {
  const memory = await memoryHub()
  await happens(memory)
  await expect(memory.send('xa', 'readmission-application')).rejects.toMatchObject({ code })
})

test('the same id with other bytes is a conflict, also when only the name of the person differs', async () => {
  const memory = await memoryHub()
  const { message } = await memory.send('xa', 'readmission-application')
  const { messageId, conversationId, nonce } = message.header
  await expect(
    memory.send('xa', 'readmission-application', { messageId, conversationId, nonce, copyTo: ['az-mfa'] }),
  ).rejects.toMatchObject({
    code: 'MESSAGE_CONFLICT',
    stage: 'duplicate',
  })
})

test('two parties may use the same id', async () => {
  const memory = await memoryHub()
  const { message } = await memory.send('xa', 'readmission-application')
  const { messageId } = message.header
  const { receipt } = await memory.send('xb', 'readmission-application', { messageId })
  expect(await receiptIn(receipt)).toMatchObject({ messageId })
})

test('a refused id may be used again', async () => {
  const memory = await memoryHub()
  const { messageId } = memory.letter('xa', 'readmission-application').header
  await expect(memory.send('xa', 'readmission-application', { messageId, body: {} })).rejects.toMatchObject({ code: 'PAYLOAD_INVALID' })
  const { receipt } = await memory.send('xa', 'readmission-application', { messageId })
  expect(await receiptIn(receipt)).toMatchObject({ messageId })
})

test('a refusal to a proven party is part of its audit trail, one to a stranger is not', async () => {
  const memory = await memoryHub()
  const document = await memory.signed(memory.letter('xa', 'readmission-application', { to: 'de' }))
  await expect(receive(memory.hub, memory.inbound('xa', document))).rejects.toMatchObject({ code: 'AGREEMENT_MISSING' })
  await expect(receive(memory.hub, { ...memory.inbound('xa', document), peer: undefined })).rejects.toMatchObject({
    code: 'SENDER_UNKNOWN',
  })
  expect(memory.store.links()).toMatchObject([{ event: 'SubmissionRejection', party: 'xa', code: 'AGREEMENT_MISSING' }])
})

test('what the store cannot take now is not accepted, and no receipt is given', async () => {
  let down = true
  const memory = await memoryHub({
    store: (store) => ({ ...store, accept: async (one) => (down ? Promise.reject(hubError('STORE_UNAVAILABLE')) : store.accept(one)) }),
  })
  const document = await memory.signed(memory.letter('xa', 'readmission-application'))
  const submit = (): Promise<SignedDocument> => receive(memory.hub, memory.inbound('xa', document))
  await expect(submit()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
  expect(memory.store.links()).toEqual([])
  down = false
  expect((await receiptIn(await submit())).event).toBe('SubmissionAcceptance')
})

test('of two messages that race for one case both are judged on the true state', async () => {
  const memory = await memoryHub({ store: meetingAt('acknowledgement') })
  const { header } = (await memory.send('xa', 'readmission-application')).message
  const answer = { conversationId: header.conversationId, inReplyTo: header.messageId }
  const raced = await Promise.allSettled([memory.send('xb', 'acknowledgement', answer), memory.send('xb', 'acknowledgement', answer)])
  expect(raced.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(raced.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'CONVERSATION_STATE' })
  expect((await memory.store.known('xb', '', header.conversationId)).conversation).toMatchObject({ state: 'RECEIVED', length: 2 })
})

test('of two messages that race for one case both are accepted where both fit, one after the other', async () => {
  const memory = await memoryHub({ store: meetingAt('information-request') })
  const { header } = (await memory.send('xa', 'readmission-application')).message
  const answer = { conversationId: header.conversationId, inReplyTo: header.messageId }
  await memory.send('xb', 'acknowledgement', answer)
  await Promise.all([memory.send('xb', 'information-request', answer), memory.send('xb', 'information-request', answer)])
  const { conversation } = await memory.store.known('xb', '', header.conversationId)
  expect(conversation).toMatchObject({ state: 'INFO_REQUESTED', length: 4 })
})

test('the same message sent twice at once is stored once and gets one receipt', async () => {
  const memory = await memoryHub({ store: meetingAt('readmission-application') })
  const document = await memory.signed(memory.letter('xa', 'readmission-application'))
  const submit = (): Promise<SignedDocument> => receive(memory.hub, memory.inbound('xa', document))
  const [one, other] = await Promise.all([submit(), submit()])
  expect(onWire(one)).toEqual(onWire(other))
  expect(memory.store.links()).toHaveLength(1)
})

/** The first two messages of a type wait for each other before they are stored: both were judged on the same state. */
function meetingAt(type: MessageType): (store: Store) => Store {
  const met = Promise.withResolvers<void>()
  let waiting = 0
  return (store) => ({
    ...store,
    accept: async (acceptance) => {
      if (acceptance.message.type === type) {
        waiting += 1
        if (waiting === 2) met.resolve()
        await met.promise
      }
      return store.accept(acceptance)
    },
  })
}

function expireSigning(memory: MemoryHub, id: string): Promise<void> {
  const validUntil = new Date(memory.clock.now().getTime() - 1000)
  return changeSigning(memory, id, { validUntil })
}

function revokeSigning(memory: MemoryHub, id: string): Promise<void> {
  return changeSigning(memory, id, { status: 'revoked' })
}

function changeSigning(memory: MemoryHub, id: string, change: object): Promise<void> {
  return memory.changeParty(id, (party) => ({
    ...party,
    certificates: party.certificates.map((record) => (record.use === 'signing' ? { ...record, ...change } : record)),
  }))
}

function endAgreements(memory: MemoryHub): Promise<void> {
  const validUntil = new Date(memory.clock.now().getTime() - 1000)
  return memory.changeAgreements((agreement) => ({ ...agreement, validUntil }))
}

test('a message beyond the backlog that was agreed for its recipient is refused until some have left; a duplicate is not', async () => {
  const memory = await memoryHub()
  await memory.changeAgreements((agreement) => ({ ...agreement, maxBacklog: 2 }))
  const first = await memory.send('xa', 'readmission-application')
  await memory.send('xa', 'readmission-application')
  const more = memory.inbound('xa', await memory.signed(memory.letter('xa', 'readmission-application')))
  await expect(receive(memory.hub, more)).rejects.toMatchObject({ code: 'BACKLOG_FULL', kind: 'unavailable', retryAfterS: 60 })
  expect((await receive(memory.hub, memory.inbound('xa', first.document))).bytes).toEqual(first.receipt.bytes)
  await memory.send('de', 'readmission-application')
  while ((await memory.deliverDue()) > 0);
  expect(await receive(memory.hub, more)).toMatchObject({ mediaType: 'application/xml' })
})
