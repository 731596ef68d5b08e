/** Evidence of messages in every syntax, whole and damaged. */
import { buffer } from 'node:stream/consumers'
import at from '#adapters/at/adapter.ts'
import { type Archive, type Entry, unzipped, zipOf } from '#core/evidence/zip.ts'
import { evidenceFor } from '#core/flow/evidence.ts'
import { receive } from '#core/flow/receive.ts'
import type { PartyId } from '#core/message.ts'
import { digestsOf } from '#core/signature/digest.ts'
import { signDocument } from '#core/signature/document.ts'
import { receiptBytesOf } from '#core/signature/receipt.ts'
import { bring, named, naming, scan } from './attachments.ts'
import { type MemoryHub, memoryHub } from './hub.ts'
import { letter } from './letters.ts'
import { keysOf } from './parties.ts'
import { withReceipt } from './recording-push.ts'

/** What the portal of `at` puts beside every signature. */
const TOKEN = at.dialect.token?.written

export const wholeOf = (archive: Archive | undefined): Promise<Buffer> => buffer(archive?.chunks() ?? ReadableStream.from([]))

const evidenceIn = async ({ hub }: MemoryHub, party: PartyId, messageId: string): Promise<Buffer> =>
  wholeOf(await evidenceFor(hub, keysOf(party).peer, messageId))

/** An application with a scan beside it, delivered; the copies of both sides. */
async function withAttachment(): Promise<{ readonly sender: Buffer; readonly recipient: Buffer }> {
  const memory = await memoryHub()
  const bytes = scan(300_000)
  await bring(memory, 'xa', bytes)
  const { message } = await memory.send('xa', 'readmission-application', { body: naming(named(bytes)) })
  await memory.deliverDue()
  const { messageId } = message.header
  return { sender: await evidenceIn(memory, 'xa', messageId), recipient: await evidenceIn(memory, 'xb', messageId) }
}

async function json(): Promise<Buffer> {
  const memory = await memoryHub()
  const { message } = await memory.send('xb', 'readmission-application')
  await memory.deliverDue()
  return evidenceIn(memory, 'xb', message.header.messageId)
}

/** `xa` behind a portal: SOAP in a dialect, with a token in Security, and receipts in envelopes. */
async function portal(): Promise<MemoryHub> {
  const memory = await memoryHub({ dialects: [at.dialect] })
  await memory.changeParty('xa', (party) => ({ ...party, dialect: 'at', endpoint: { ...party.endpoint, signature: 'wss' } }))
  return memory
}

async function soapSent(): Promise<Buffer> {
  const memory = await portal()
  const message = letter('xa', 'readmission-application', memory.clock.now())
  const bytes = at.dialect.bytesOf(message)
  const document = await signDocument('Message', bytes, 'wss', keysOf('xa').signing, memory.clock.now(), { token: TOKEN })
  await receive(memory.hub, memory.inbound('xa', document))
  await memory.deliverDue()
  return evidenceIn(memory, 'xa', message.header.messageId)
}

async function soapDelivered(): Promise<Buffer> {
  const memory = await portal()
  const message = memory.letter('xb', 'readmission-application')
  const { messageId, conversationId } = message.header
  memory.push.answer(async ({ deliveryId, document }) => {
    const at = memory.clock.now()
    const said = { receiptId: deliveryId, messageId, conversationId, deliveryId, digest: digestsOf(document).digest, by: 'xa' }
    const bytes = receiptBytesOf({ ...said, event: 'ContentHandover', at: at.toISOString() }, 'xml')
    return withReceipt(await signDocument('Receipt', bytes, 'wss', keysOf('xa').signing, at, { token: TOKEN }))
  })
  await receive(memory.hub, memory.inbound('xb', await memory.signed(message)))
  await memory.deliverDue()
  return evidenceIn(memory, 'xa', messageId)
}

/** By what is in them. */
export const COPIES: Readonly<Record<string, () => Promise<Buffer>>> = {
  'XML with an attachment, of the sender': async () => (await withAttachment()).sender,
  'XML with an attachment, of the recipient': async () => (await withAttachment()).recipient,
  'JSON, of the sender': json,
  'SOAP with a token, of the sender': soapSent,
  'SOAP with a token, of the recipient': soapDelivered,
}

export interface Damaged {
  /** Of the file in which one byte is another. */
  readonly name: string
  readonly at: number
  readonly container: Uint8Array
}

/** One byte of one file changed, and its checksums put right: in every file at these places, 0 the first byte and 1 the last. */
export function* damaged(container: Uint8Array, places: readonly number[]): Generator<Damaged> {
  const { entries } = unzipped(container)
  for (const { name, bytes } of entries) {
    for (const at of new Set(places.map((place) => Math.floor((bytes.length - 1) * place)))) {
      const other = Uint8Array.from(bytes).with(at, (bytes[at] ?? 0) ^ 1)
      yield { name, at, container: zipOf(entries.map((one): Entry => (one.name === name ? { name, bytes: other } : one))) }
    }
  }
}
