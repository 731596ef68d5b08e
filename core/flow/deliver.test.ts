import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { hubError } from '#core/errors.ts'
import type { Receipt } from '#core/message.ts'
import type { Answer } from '#core/ports.ts'
import { sha256Hex } from '#core/signature/digest.ts'
import { type MemoryHub, memoryHub } from '#test/hub.ts'
import { onWire, opened, receiptOf } from '#test/letters.ts'
import { type Pushed, withReceipt, withStatus } from '#test/recording-push.ts'

type Answering = (memory: MemoryHub, pushed: Pushed) => Answer | Promise<Answer>

const receipted =
  (more: Partial<Receipt>, status?: number): Answering =>
  async (memory, pushed) =>
    withReceipt(await receiptOf(pushed.party, pushed, memory.clock.now(), more), status)

/** One message from `xa` to `xb`, tried once. */
async function tried(answering: Answering) {
  const memory = await memoryHub()
  memory.push.answer((pushed) => answering(memory, pushed))
  const { message } = await memory.send('xa', 'readmission-application')
  const [delivery] = (await memory.store.message(message.header.messageId, 'xa'))?.deliveries ?? []
  const deliveryId = delivery?.deliveryId ?? ''
  expect(await memory.deliverDue()).toBe(1)
  return { memory, message, deliveryId, after: () => memory.store.delivery(deliveryId) }
}

const lastAudit = (memory: MemoryHub) => memory.store.links().at(-1)

test.each([200, 201, 202])('%i with a valid receipt for exactly these bytes: delivered', async (status) => {
  const { memory, after } = await tried(receipted({}, status))
  const [pushed] = memory.push.pushed
  expect(await after()).toMatchObject({ state: 'delivered', attempts: 1, digest: sha256Hex(pushed?.document.bytes ?? new Uint8Array()) })
  expect(lastAudit(memory)).toMatchObject({ event: 'ContentHandover', party: 'xb' })
  memory.clock.move(86_000)
  expect(await memory.deliverDue()).toBe(0)
})

test('what is pushed is signed by the hub as a message, in the dialect of the recipient', async () => {
  const { memory, message } = await tried(receipted({}))
  const [pushed] = memory.push.pushed
  expect(pushed).toMatchObject({ party: 'xb', messageId: message.header.messageId, document: { mediaType: 'application/json' } })
  expect((await opened('xb', (pushed as Pushed).document)).header).toMatchObject(message.header)
})

test('202 without a receipt: it is owed, then the same bytes are sent again', async () => {
  const { memory, after } = await tried(() => withStatus(202))
  expect(await after()).toMatchObject({ state: 'sent', code: undefined })
  memory.clock.move(299)
  expect(await memory.deliverDue()).toBe(0)
  memory.clock.move(1)
  expect(await memory.deliverDue()).toBe(1)
  expectSameBytesTwice(memory)
})

test('202 with a body that is no receipt is a 202 without a receipt', async () => {
  const { after } = await tried(() => ({ ...withStatus(202), mediaType: 'text/plain', bytes: Buffer.from('qəbul edildi') }))
  expect(await after()).toMatchObject({ state: 'sent' })
})

const RETRIED: readonly (readonly [string, Answering, string])[] = [
  ['408', () => withStatus(408), 'RECIPIENT_BUSY'],
  ['429', () => withStatus(429), 'RECIPIENT_BUSY'],
  ['500', () => withStatus(500), 'RECIPIENT_BUSY'],
  ['503', () => withStatus(503), 'RECIPIENT_BUSY'],
  ['a redirection', () => withStatus(307), 'RECIPIENT_BUSY'],
  ['no answer', () => Promise.reject(new Error('connect ECONNREFUSED')), 'RECIPIENT_UNREACHABLE'],
  ['200 without a receipt', () => withStatus(200), 'RECEIPT_MISSING'],
  [
    '200 with something else',
    () => ({ ...withStatus(200), mediaType: 'text/html', bytes: Buffer.from('<p>salam</p>') }),
    'RECEIPT_MISSING',
  ],
  ['a receipt for other bytes', receipted({ digest: sha256Hex(Buffer.from('başqa')) }), 'RECEIPT_INVALID'],
  ['a receipt for another signature', receipted({ signatureDigest: sha256Hex(Buffer.from('başqa')) }), 'RECEIPT_INVALID'],
  ['a receipt for another content', receipted({ contentDigest: sha256Hex(Buffer.from('başqa')) }), 'RECEIPT_INVALID'],
  ['a receipt for another delivery', receipted({ deliveryId: randomUUID() }), 'RECEIPT_INVALID'],
  ['a receipt for another message', receipted({ messageId: randomUUID() }), 'RECEIPT_INVALID'],
  ['a receipt that names another party', receipted({ by: 'xa' }), 'RECEIPT_INVALID'],
  ['a receipt as only the hub gives it', receipted({ event: 'SubmissionAcceptance' }), 'RECEIPT_INVALID'],
  ['a receipt changed after it was signed', changedReceipt, 'RECEIPT_INVALID'],
  ['a receipt of another party', foreignReceipt, 'RECEIPT_INVALID'],
  ['its own message as a receipt', (_memory, { document }) => withReceipt(document), 'RECEIPT_INVALID'],
]

test.each(RETRIED)('%s: tried again with the same bytes under the same delivery', async (_what, answering, code) => {
  const { memory, after } = await tried(answering)
  expect(await after()).toMatchObject({ state: 'retrying', code, attempts: 1 })
  expect(lastAudit(memory)).toMatchObject({ event: 'ContentHandoverFailure', party: 'xb', code })
  memory.clock.move(9)
  expect(await memory.deliverDue()).toBe(0)
  memory.clock.move(1)
  memory.push.answer((pushed) => receipted({})(memory, pushed))
  expect(await memory.deliverDue()).toBe(1)
  expectSameBytesTwice(memory)
  expect(await after()).toMatchObject({ state: 'delivered', attempts: 2, code: undefined })
})

test.each([429, 503])('%i with Retry-After is not tried earlier than asked', async (status) => {
  const { memory } = await tried(() => withStatus(status, 120))
  memory.clock.move(119)
  expect(await memory.deliverDue()).toBe(0)
  memory.clock.move(1)
  expect(await memory.deliverDue()).toBe(1)
})

test('waits grow until the longest', async () => {
  const { memory } = await tried(() => withStatus(500))
  for (const waitS of [10, 20, 40, 80, 160, 320, 640, 900, 900]) {
    memory.clock.move(waitS - 1)
    expect(await memory.deliverDue(), `before ${waitS} s`).toBe(0)
    memory.clock.move(1)
    expect(await memory.deliverDue(), `after ${waitS} s`).toBe(1)
  }
})

test.each([401, 403])('%i: the party is held, and nothing else is sent to it', async (status) => {
  const { memory, after } = await tried(() => withStatus(status))
  expect(await after()).toMatchObject({ state: 'held', code: 'RECIPIENT_FORBIDS' })
  expect(memory.hub.directory().party('xb')?.status).toBe('held')
  memory.clock.move(1000)
  // Held parties are still written to: the messages wait.
  await memory.send('xa', 'readmission-application')
  expect(await memory.deliverDue()).toBe(0)
  // Once operators have resumed it, what was held goes out again, as it was.
  await memory.changeParty('xb', (party) => ({ ...party, status: 'active' }))
  memory.push.answer((pushed) => receipted({})(memory, pushed))
  expect(await memory.deliverDue()).toBe(2)
  expect(await after()).toMatchObject({ state: 'delivered', attempts: 2 })
})

test.each([400, 404, 409, 410, 413, 415, 422])('%i: dead, and never tried again', async (status) => {
  const { memory, after } = await tried(() => withStatus(status))
  expect(await after()).toMatchObject({ state: 'dead', code: 'RECIPIENT_REFUSED' })
  expect(lastAudit(memory)).toMatchObject({ event: 'ContentHandoverFailure', code: 'RECIPIENT_REFUSED' })
  memory.clock.move(80_000)
  expect(await memory.deliverDue()).toBe(0)
})

test('a signed refusal: dead, although it came with a 200', async () => {
  const { after } = await tried(receipted({ event: 'ConsignmentRejection', reason: { code: 'NOT_COMPETENT' } }))
  expect(await after()).toMatchObject({ state: 'dead', code: 'RECIPIENT_REFUSED', receiptId: expect.any(String) })
})

test('a delivery whose time is over is not sent any more', async () => {
  const memory = await memoryHub()
  const expiresAt = new Date(memory.clock.now().getTime() + 15_000).toISOString()
  memory.push.answer(() => withStatus(500))
  const { message } = await memory.send('xa', 'readmission-application', { expiresAt })
  await memory.deliverDue()
  memory.clock.move(15)
  expect(await memory.deliverDue()).toBe(1)
  expect(memory.push.pushed).toHaveLength(1)
  expect(await memory.store.message(message.header.messageId, 'xa')).toMatchObject({
    deliveries: [{ state: 'expired', code: 'MESSAGE_EXPIRED' }],
  })
})

test('the bytes are durable before they leave: what cannot be stored is not sent', async () => {
  let down = true
  const memory = await memoryHub({
    store: (store) => ({
      ...store,
      encoded: async (...args) => (down ? Promise.reject(hubError('STORE_UNAVAILABLE')) : store.encoded(...args)),
    }),
  })
  await memory.send('xa', 'readmission-application')
  await memory.deliverDue()
  expect(memory.push.pushed).toEqual([])
  down = false
  memory.clock.move(10)
  await memory.deliverDue()
  expect(memory.push.pushed).toHaveLength(1)
})

test('a delivery is encoded and signed once, however often it is sent', async () => {
  let encoded = 0
  const memory = await memoryHub({
    store: (store) => ({
      ...store,
      encoded: (...args) => {
        encoded += 1
        return store.encoded(...args)
      },
    }),
  })
  memory.push.answer(() => withStatus(500))
  await memory.send('xa', 'readmission-application')
  for (const waitS of [0, 10, 20]) {
    memory.clock.move(waitS)
    expect(await memory.deliverDue()).toBe(1)
  }
  expect(encoded).toBe(1)
})

test('an answer that cannot be stored is as good as none: when the lease has run out the same bytes go out again', async () => {
  let down = true
  const memory = await memoryHub({
    store: (store) => ({
      ...store,
      settle: async (...args) => (down ? Promise.reject(hubError('STORE_UNAVAILABLE')) : store.settle(...args)),
    }),
  })
  const { message } = await memory.send('xa', 'readmission-application')
  await memory.deliverDue()
  expect(memory.lines('delivery.unsettled')).toHaveLength(1)
  down = false
  expect(await memory.deliverDue()).toBe(0)
  memory.clock.move(60)
  expect(await memory.deliverDue()).toBe(1)
  expectSameBytesTwice(memory)
  expect(await memory.store.message(message.header.messageId, 'xa')).toMatchObject({ deliveries: [{ state: 'delivered' }] })
})

test('a fault of our own is logged and tried again, and the log does not quote it', async () => {
  const { memory, after } = await tried(() => ({ ...withStatus(200), mediaType: 'application/xml', bytes: null as never }))
  expect(await after()).toMatchObject({ state: 'retrying', code: 'INTERNAL' })
  expect(memory.lines('delivery.broken')).toMatchObject([{ party: 'xb', fault: 'TypeError' }])
})

function expectSameBytesTwice(memory: MemoryHub): void {
  const [first, second, ...more] = memory.push.pushed as readonly [Pushed, Pushed, ...Pushed[]]
  expect(more).toEqual([])
  expect(second.deliveryId).toBe(first.deliveryId)
  expect(onWire(second.document)).toEqual(onWire(first.document))
}

async function changedReceipt(memory: MemoryHub, pushed: Pushed): Promise<Answer> {
  const { bytes, ...receipt } = await receiptOf(pushed.party, pushed, memory.clock.now(), { at: '2026-01-01T00:00:00Z' })
  return withReceipt({ ...receipt, bytes: Buffer.from(Buffer.from(bytes).toString().replace('2026-01-01', '2026-01-02')) })
}

async function foreignReceipt(memory: MemoryHub, pushed: Pushed): Promise<Answer> {
  return withReceipt(await receiptOf(pushed.party, pushed, memory.clock.now(), {}, 'az-sms'))
}
