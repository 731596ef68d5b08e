import { expect, test } from 'vitest'
import { hubError } from '#core/errors.ts'
import { verifyDocument } from '#core/signature/document.ts'
import { readProblem } from '#core/signature/receipt.ts'
import { ADMISSION } from '#test/exchange.ts'
import { memoryHub } from '#test/hub.ts'
import { hubSigner, letter, receiptIn, signed } from '#test/letters.ts'
import { admission } from './admission.ts'
import { type QueueAnswer, type Queued, takeQueued } from './queued.ts'

/** A hub where `xb` has a user at the broker, and a message of it as it lies in its queue. `store` breaks the store. */
async function withQueue(options: Parameters<typeof memoryHub>[0] = {}) {
  const memory = await memoryHub(options)
  await memory.changeParty('xb', (party) => ({ ...party, brokerUser: 'xb-agency' }))
  await memory.changeParty('xa', (party) => ({ ...party, brokerUser: 'xa-agency' }))
  const message = letter('xb', 'readmission-application', memory.clock.now())
  const { mediaType, bytes, signature } = await signed(message, { at: memory.clock.now() })
  const queued: Queued = { party: 'xb', peer: { brokerUser: 'xb-agency' }, kind: 'Message', contentType: mediaType, bytes, signature }
  const door = admission(memory.clock, ADMISSION)
  return { memory, message, queued, door, take: (more: Partial<Queued> = {}) => takeQueued(memory.hub, door, { ...queued, ...more }, 1) }
}

async function problemOf(answer: QueueAnswer | undefined) {
  expect(answer).toMatchObject({ kind: 'Problem', mediaType: 'application/problem+json' })
  const { bytes = new Uint8Array(), signature } = answer ?? {}
  if (signature === undefined) return { ...JSON.parse(Buffer.from(bytes).toString()), signed: false }
  const document = { mediaType: 'application/json' as const, bytes, signature }
  const { tree } = await verifyDocument(document, { kind: 'Problem', root: undefined, from: 'hub' }, hubSigner)
  return { ...readProblem(tree), signed: true }
}

test('a message is accepted as over HTTPS, and the same bytes again get the same receipt', async () => {
  const { memory, message, take } = await withQueue()
  const taken = await take()
  expect(taken).toMatchObject({ become: 'done', answer: { kind: 'Receipt', mediaType: 'application/json' } })
  if (!taken?.answer) throw new Error('there is no answer')
  const document = { ...taken.answer, mediaType: 'application/json' as const }
  expect(await receiptIn(document)).toMatchObject({ messageId: message.header.messageId, by: 'hub' })
  expect(await memory.store.message(message.header.messageId, 'xb')).toMatchObject({ deliveries: [{ party: 'xa' }] })
  expect(await take()).toEqual(taken)
})

test.each([
  ['whose signature does not hold', { signature: 'e30..AA' }, 'SIGNATURE_INVALID'],
  ['of another media type', { contentType: 'text/plain' }, 'MEDIA_TYPE'],
  ['without a word', { bytes: new Uint8Array() }, 'PAYLOAD_MALFORMED'],
  ['that is too large', { bytes: Buffer.alloc(10 * 1024 * 1024 + 1, ' ') }, 'PAYLOAD_TOO_LARGE'],
] as const)('a message %s leaves the queue, and the party learns why, signed', async (_, more, code) => {
  const { take } = await withQueue()
  const taken = await take(more)
  expect(taken?.become).toBe('done')
  expect(await problemOf(taken?.answer)).toMatchObject({ code, signed: true })
})

test.each([
  ['without a user', undefined],
  ['of a user that nobody knows', 'guest'],
  ['of the user of another party', 'xa-agency'],
])('a message %s is set aside, goes into the audit trail and gets an unsigned answer', async (_, brokerUser) => {
  const { memory, message, take } = await withQueue()
  const taken = await take({ peer: brokerUser === undefined ? undefined : { brokerUser } })
  expect(taken?.become).toBe('dead')
  expect(await problemOf(taken?.answer)).toMatchObject({ code: 'SENDER_UNKNOWN', signed: false })
  expect(memory.store.links().at(-1)).toMatchObject({ event: 'SubmissionRejection', party: 'xb', code: 'SENDER_UNKNOWN' })
  expect(await memory.store.message(message.header.messageId, 'xb')).toBeUndefined()
})

test('the right user with the signature of another party is not believed', async () => {
  const { memory, take } = await withQueue()
  const stranger = await signed(letter('xb', 'readmission-application', memory.clock.now()), { at: memory.clock.now() })
  const other = letter('xa', 'readmission-application', memory.clock.now(), { to: 'xb' })
  const foreign = await signed(other, { at: memory.clock.now() })
  expect(stranger.mediaType).not.toBe(foreign.mediaType)
  const taken = await take({ bytes: foreign.bytes, contentType: 'application/json', signature: stranger.signature })
  expect(taken?.become).toBe('done')
  expect(await problemOf(taken?.answer)).toMatchObject({ status: expect.any(Number), signed: true })
})

test('while the store is away a message waits, and is taken when it is back', async () => {
  let away = 5
  const { take } = await withQueue({
    store: (memory) => ({
      ...memory,
      known: (...asked) => (away-- > 0 ? Promise.reject(hubError('STORE_UNAVAILABLE')) : memory.known(...asked)),
    }),
  })
  expect(await take()).toMatchObject({ become: 'done', answer: { kind: 'Receipt' } })
  expect(away).toBe(-1)
})

test('a message that breaks the hub is tried three times and then set aside', async () => {
  let tries = 0
  const { memory, take } = await withQueue({
    store: (inside) => ({
      ...inside,
      known: () => {
        tries++
        throw new TypeError('gizli')
      },
    }),
  })
  const taken = await take()
  expect(taken?.become).toBe('dead')
  expect(await problemOf(taken?.answer)).toMatchObject({ code: 'INTERNAL', signed: true })
  expect(tries).toBe(3)
  expect(memory.store.links().at(-1)).toMatchObject({ event: 'SubmissionRejection', party: 'xb', code: 'INTERNAL' })
  expect(memory.logged()).not.toContain('gizli')
})

test('a hub that stops lets go of what it has not taken', async () => {
  const { memory, queued, door } = await withQueue({
    store: (inside) => ({ ...inside, known: () => Promise.reject(hubError('STORE_UNAVAILABLE')) }),
  })
  const stopping = new AbortController()
  const taken = takeQueued({ ...memory.hub, stopping: stopping.signal }, door, queued, 60_000)
  setTimeout(() => stopping.abort(), 20)
  expect(await taken).toBeUndefined()
})

test('a message that hubs came to no end with sixteen times is not looked at any more: it is set aside, in the audit trail, and answered', async () => {
  const { memory, message, take } = await withQueue()
  expect(await take({ returned: 15, bytes: Buffer.from('{}') })).toMatchObject({ become: 'done' })
  const taken = await take({ returned: 16 })
  expect(taken?.become).toBe('dead')
  expect(await problemOf(taken?.answer)).toMatchObject({ code: 'INTERNAL', signed: true })
  expect(memory.store.links().at(-1)).toMatchObject({ event: 'SubmissionRejection', party: 'xb', code: 'INTERNAL' })
  expect(memory.lines('queue.dead')).toHaveLength(1)
  expect(await memory.store.message(message.header.messageId, 'xb')).toBeUndefined()
})

test('a party beyond its allowance is not refused: its message waits until it may be taken', async () => {
  const { memory, take } = await withQueue()
  await memory.changeParty('xb', (party) => ({ ...party, allowance: { ...party.allowance, perSecond: 1, burst: 1 } }))
  expect(await take()).toMatchObject({ become: 'done' })
  const waiting = take()
  await expect.poll(() => memory.lines('queue.waiting').length).toBeGreaterThan(0)
  expect(memory.lines('queue.waiting')[0]).toMatchObject({ party: 'xb', code: 'RATE_LIMITED' })
  memory.clock.move(1)
  expect(await waiting).toMatchObject({ become: 'done', answer: { kind: 'Receipt' } })
})

test('what a party sends by queue and what it sends over HTTPS takes turns at one door', async () => {
  const { queued, door, take } = await withQueue()
  const crowd = await door.turns.enter('xb', ADMISSION.turns)
  let done = false
  const waiting = take().then((taken) => {
    done = true
    return taken
  })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect([done, queued.party]).toEqual([false, 'xb'])
  crowd[Symbol.dispose]()
  expect(await waiting).toMatchObject({ become: 'done', answer: { kind: 'Receipt' } })
})
