/** Binaries beside messages: who may name one, who may fetch one, and what is left of the others. */
import { expect, test } from 'vitest'
import { HubError } from '#core/errors.ts'
import type { PartyId } from '#core/message.ts'
import { sha256Hex } from '#core/signature/digest.ts'
import { bring, named, naming, scan } from '#test/attachments.ts'
import { LIMITS } from '#test/exchange.ts'
import { type MemoryHub, memoryHub } from '#test/hub.ts'
import { keysOf } from '#test/parties.ts'
import { expireAttachments, fetchAttachment } from './attachments.ts'
import { senderOf } from './proof.ts'
import { judge, receive } from './receive.ts'
import type { Upload } from './upload.ts'

const DAY_S = 86_400

async function fetched(memory: MemoryHub, party: PartyId, bytes: Uint8Array): Promise<Buffer> {
  const { chunks } = await fetchAttachment(memory.hub, { peer: keysOf(party).peer, digest: sha256Hex(bytes) })
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all)
}

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'nothing thrown',
    (fault) => (fault instanceof HubError ? fault.code : String(fault)),
  )

test('the recipient fetches what the sender named, once the message was sent to it, and nobody else can', async () => {
  const memory = await memoryHub()
  const bytes = scan(600_000)
  await bring(memory, 'xa', bytes)
  expect(await codeOf(fetched(memory, 'xb', bytes))).toBe('NOT_FOUND')
  await memory.send('xa', 'readmission-application', { body: naming(named(bytes)) })
  expect(await codeOf(fetched(memory, 'xb', bytes)), 'before the message leaves').toBe('NOT_FOUND')
  await memory.deliverDue()
  expect((await fetched(memory, 'xb', bytes)).equals(bytes)).toBe(true)
  expect((await fetched(memory, 'xa', bytes)).equals(bytes)).toBe(true)
  for (const other of ['de', 'az-mfa']) expect(await codeOf(fetched(memory, other, bytes)), other).toBe('NOT_FOUND')
})

test('a message is refused with every attachment that its sender does not hold just as it names it', async () => {
  const memory = await memoryHub()
  const mine = scan(1000)
  const theirs = scan(1000)
  await bring(memory, 'xa', mine)
  await bring(memory, 'xb', theirs)
  const body = naming(named(mine, { size: 999 }), named(mine, { mediaType: 'image/png' }), named(theirs), named(scan(1000)), named(mine))
  const document = await memory.signed(memory.letter('xa', 'readmission-application', { body }))
  const fault = (await receive(memory.hub, memory.inbound('xa', document)).catch((thrown) => thrown)) as HubError
  expect(fault).toMatchObject({ code: 'ATTACHMENT_MISSING', stage: 'rules' })
  expect(fault.issues.map(({ rule }) => rule)).toEqual(Array(4).fill('attachment'))
  expect(fault.issues.map(({ path }) => path)).toEqual([
    expect.stringMatching(/Attachment\[1\]\/\w*:?Size$/),
    expect.stringMatching(/Attachment\[2\]\/\w*:?MediaType$/),
    expect.stringMatching(/Attachment\[3\]\/\w*:?Digest$/),
    expect.stringMatching(/Attachment\[4\]\/\w*:?Digest$/),
  ])
  expect(JSON.stringify(fault.issues)).not.toMatch(/[0-9a-f]{64}|999/)
})

test('what another party uploaded, and what nobody uploaded, gets the same refusal', async () => {
  const memory = await memoryHub()
  const theirs = scan(1000)
  await bring(memory, 'xb', theirs)
  const refusalOf = async (bytes: Uint8Array) => {
    const document = await memory.signed(memory.letter('xa', 'readmission-application', { body: naming(named(bytes)) }))
    const { code, message, issues } = (await receive(memory.hub, memory.inbound('xa', document)).catch((fault) => fault)) as HubError
    return { code, message, issues }
  }
  expect(await refusalOf(theirs)).toEqual(await refusalOf(scan(1000)))
})

test('a refused message is accepted, byte for byte the same, when its attachment is there', async () => {
  const memory = await memoryHub()
  const bytes = scan(1000)
  const document = await memory.signed(memory.letter('xa', 'readmission-application', { body: naming(named(bytes)) }))
  const inbound = memory.inbound('xa', document)
  expect(await codeOf(receive(memory.hub, inbound))).toBe('ATTACHMENT_MISSING')
  expect(await codeOf(judge(memory.hub, inbound, senderOf(memory.hub, inbound)))).toBe('ATTACHMENT_MISSING')
  await bring(memory, 'xa', bytes)
  expect(await codeOf(receive(memory.hub, inbound))).toBe('nothing thrown')
})

test('a party passes on what was delivered to it, and the next one may fetch it', async () => {
  const memory = await memoryHub()
  const bytes = scan(300_000)
  await bring(memory, 'xa', bytes)
  await memory.send('xa', 'readmission-application', { body: naming(named(bytes)) })
  const onward = { to: 'az-mfa', body: naming(named(bytes)) }
  expect(await codeOf(memory.send('xb', 'readmission-application', onward)), 'before it was delivered').toBe('ATTACHMENT_MISSING')
  await memory.deliverDue()
  await memory.send('xb', 'readmission-application', onward)
  const [waiting] = await memory.store.waiting('az-mfa', 10, memory.clock.now())
  expect(await codeOf(fetched(memory, 'az-mfa', bytes)), 'while it waits in the mailbox').toBe('NOT_FOUND')
  await memory.store.lease('az-mfa', waiting?.deliveryId ?? '', memory.clock.now(), 1000)
  expect((await fetched(memory, 'az-mfa', bytes)).equals(bytes)).toBe(true)
})

test('an upload that no message names is gone after a day; one that is named stays', async () => {
  const memory = await memoryHub()
  const [forgotten, used] = [scan(1000), scan(1000)]
  await bring(memory, 'xa', forgotten)
  await bring(memory, 'xa', used)
  await memory.send('xa', 'readmission-application', { body: naming(named(used), named(used)) })
  memory.clock.move(DAY_S - 1)
  expect(await expireAttachments(memory.hub)).toBe(0)
  memory.clock.move(1)
  expect(await expireAttachments(memory.hub)).toBe(1)
  expect(await codeOf(fetched(memory, 'xa', forgotten))).toBe('NOT_FOUND')
  expect((await fetched(memory, 'xa', used)).equals(used)).toBe(true)
  expect(memory.lines('attachment.expired')).toMatchObject([{ count: 1 }])
})

test('uploaded again, it lasts a day from then on, and takes room once', async () => {
  const memory = await memoryHub()
  const bytes = scan(900_000)
  for (let hours = 0; hours < 5; hours++) {
    await bring(memory, 'xa', bytes)
    memory.clock.move(3_600)
  }
  memory.clock.move(DAY_S - 3_601)
  await expireAttachments(memory.hub)
  expect((await fetched(memory, 'xa', bytes)).equals(bytes)).toBe(true)
})

test('beyond its quota a party is asked to wait; naming makes room, and the quota of others is their own', async () => {
  const memory = await memoryHub()
  const scans = Array.from({ length: 4 }, () => scan(1_000_000))
  for (const bytes of scans.slice(0, 3)) await bring(memory, 'xa', bytes)
  const fourth = scans[3] ?? scan(10)
  expect(await codeOf(bring(memory, 'xa', fourth))).toBe('RATE_LIMITED')
  await bring(memory, 'xb', fourth)
  await memory.send('xa', 'readmission-application', { body: naming(named(scans[0] ?? fourth)) })
  await bring(memory, 'xa', fourth)
})

const BAD: readonly (readonly [what: string, code: string, bytes: Buffer, more: Partial<Upload>])[] = [
  ['bytes that do not hash to the address', 'ATTACHMENT_DIGEST', scan(1000), { digest: sha256Hex(scan(1000)) }],
  ['a size that is declared too large', 'PAYLOAD_TOO_LARGE', scan(1000), { size: LIMITS.maxBytes + 1 }],
  ['more bytes than are taken, without saying how many', 'PAYLOAD_TOO_LARGE', scan(LIMITS.maxBytes + 1), { size: undefined }],
  ['nothing', 'PAYLOAD_MALFORMED', Buffer.alloc(0), {}],
  ['a kind of file that is not taken', 'MEDIA_TYPE', Buffer.from('<!DOCTYPE html>'), {}],
  ['another kind of file than the header says', 'MEDIA_TYPE', scan(1000), { mediaType: 'image/jpeg' }],
  ['an upload by nobody', 'SENDER_UNKNOWN', scan(1000), { peer: undefined }],
]

test.each(BAD)('%s leaves nothing', async (_, code, bytes, more) => {
  const memory = await memoryHub()
  expect(await codeOf(bring(memory, 'xa', bytes, more))).toBe(code)
  expect(await codeOf(fetched(memory, 'xa', bytes))).toBe('NOT_FOUND')
  memory.clock.move(2 * DAY_S)
  expect(await expireAttachments(memory.hub)).toBe(0)
})

test('an attachment of just the size that is allowed is taken, with or without saying so', async () => {
  const memory = await memoryHub()
  const bytes = scan(LIMITS.maxBytes)
  await bring(memory, 'xa', bytes, { size: undefined, mediaType: 'application/octet-stream' })
  expect((await fetched(memory, 'xa', bytes)).equals(bytes)).toBe(true)
})

test('what a process left half done is removed after an hour', async () => {
  const memory = await memoryHub()
  const store = memory.hub.store.attachments
  const expiresAt = new Date(memory.clock.now().getTime() + 3_600_000)
  await store.begin({ attachmentId: 'a', party: 'xa', digest: sha256Hex(scan(10)), size: 10, expiresAt }, LIMITS.quotaBytes)
  memory.clock.move(3_600)
  expect(await expireAttachments(memory.hub)).toBe(1)
})

test('an attachment that expires between the judgement and the acceptance is missed, never lost in silence', async () => {
  let expire = async () => {}
  const memory = await memoryHub({
    store: (inside) => ({
      ...inside,
      accept: async (acceptance) => {
        await expire()
        return inside.accept(acceptance)
      },
    }),
  })
  const bytes = scan(1000)
  await bring(memory, 'xa', bytes)
  expire = async () => void (await memory.store.attachments.expire(new Date(memory.clock.now().getTime() + 2 * DAY_S * 1000), 10))
  expect(await codeOf(memory.send('xa', 'readmission-application', { body: naming(named(bytes)) }))).toBe('ATTACHMENT_MISSING')
})
