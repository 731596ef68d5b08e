/** A party brings a binary before the message that will name it: hashed while it streams, kept in pieces, gone again unless its digest is right. */
import { createHash } from 'node:crypto'
import type { PartyRecord } from '#core/directory.ts'
import { hubError } from '#core/errors.ts'
import type { Hub } from '#core/hub.ts'
import { ATTACHMENT_MEDIA_TYPES, mediaTypeOf } from '#core/media.ts'
import type { Peer } from '#core/message.ts'
import type { Attachments } from '#core/ports.ts'
import { senderOf } from './proof.ts'

export interface AttachmentLimits {
  /** Of one attachment. */
  readonly maxBytes: number
  /** Of all that a party has uploaded and not named in a message yet. */
  readonly quotaBytes: number
}

export interface Upload {
  readonly peer: Peer | undefined
  readonly requestId: string
  /** What the bytes must hash to: SHA-256, lower-case hex. */
  readonly digest: string
  /** As declared, where they were. */
  readonly size: number | undefined
  readonly mediaType: string | undefined
  readonly bytes: AsyncIterable<Uint8Array>
}

const CHUNK_BYTES = 256 * 1024
/** A client that sends more slowly, on the average, is let go. */
export const LEAST_BYTES_PER_S = 32 * 1024
/** An upload that a dead process left half done is in nobody's way longer than the slowest client would need, and this. */
const ARRIVING_MS = 600_000
const UNNAMED_MS = 24 * 3_600_000
const FULL_RETRY_S = 600

/**
 * The same bytes again are uploaded again: what another party has, or had, makes no difference to work and answer.
 * Throws PAYLOAD_TOO_LARGE, RATE_LIMITED (quota), MEDIA_TYPE, ATTACHMENT_DIGEST, PAYLOAD_MALFORMED; nothing is kept then.
 */
export async function upload(hub: Hub, arriving: Upload, limits: AttachmentLimits): Promise<void> {
  const party = senderOf(hub, arriving)
  const startedAt = hub.clock.now()
  const reserved = arriving.size ?? limits.maxBytes
  if (reserved > limits.maxBytes) throw tooLarge(limits)
  const attachmentId = await reserve(hub, party, arriving.digest, reserved, limits)
  try {
    const arrived = await keep(hub.store.attachments, attachmentId, arriving, limits)
    const expiresAt = new Date(hub.clock.now().getTime() + UNNAMED_MS)
    await hub.store.attachments.finish(attachmentId, { ...arrived, expiresAt })
    const durationMs = hub.clock.now().getTime() - startedAt.getTime()
    hub.log.info('attachment.uploaded', { requestId: arriving.requestId, party: party.id, count: arrived.size, durationMs })
  } catch (fault) {
    await dropQuietly(hub, attachmentId, arriving.requestId)
    throw fault
  }
}

async function reserve(hub: Hub, party: PartyRecord, digest: string, size: number, { quotaBytes }: AttachmentLimits): Promise<string> {
  const attachmentId = hub.ids.uuid()
  const expiresAt = new Date(hub.clock.now().getTime() + ARRIVING_MS + (size * 1000) / LEAST_BYTES_PER_S)
  const begun = await hub.store.attachments.begin({ attachmentId, party: party.id, digest, size, expiresAt }, quotaBytes)
  if (begun === 'begun') return attachmentId
  throw hubError('RATE_LIMITED', {
    detail: 'Too much is uploaded that no message names yet. Name it in a message, or wait until it expires.',
    retryAfterS: FULL_RETRY_S,
  })
}

async function keep(
  attachments: Attachments,
  attachmentId: string,
  { digest, mediaType, bytes }: Upload,
  limits: AttachmentLimits,
): Promise<{ readonly size: number; readonly mediaType: string }> {
  const hash = createHash('sha256')
  let size = 0
  let number = 0
  let sniffed: string | undefined
  for await (const chunk of inChunks(bytes)) {
    size += chunk.length
    if (size > limits.maxBytes) throw tooLarge(limits)
    sniffed ??= takenMediaType(chunk, mediaType)
    hash.update(chunk)
    await attachments.append(attachmentId, number, chunk)
    number += 1
  }
  if (sniffed === undefined) throw hubError('PAYLOAD_MALFORMED', { stage: 'receive', detail: 'The body is empty.' })
  if (hash.digest('hex') !== digest) throw hubError('ATTACHMENT_DIGEST')
  return { size, mediaType: sniffed }
}

/** What the first bytes say, if what was declared does not say otherwise. */
function takenMediaType(first: Uint8Array, declared: string | undefined): string {
  const sniffed = mediaTypeOf(first)
  if (sniffed === undefined) throw hubError('MEDIA_TYPE', { detail: `Attachments are ${ATTACHMENT_MEDIA_TYPES.join(', ')}.` })
  if (declared !== undefined && declared !== 'application/octet-stream' && declared !== sniffed) {
    throw hubError('MEDIA_TYPE', { detail: 'The bytes are of another media type than the Content-Type header says.' })
  }
  return sniffed
}

/** Whatever the pieces that arrive, only the last chunk is shorter than the others. */
async function* inChunks(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunk = new Uint8Array(CHUNK_BYTES)
  let filled = 0
  for await (const piece of bytes) {
    for (let taken = 0; taken < piece.length; ) {
      const part = piece.subarray(taken, taken + CHUNK_BYTES - filled)
      chunk.set(part, filled)
      filled += part.length
      taken += part.length
      if (filled < CHUNK_BYTES) continue
      yield chunk
      filled = 0
    }
  }
  if (filled > 0) yield chunk.subarray(0, filled)
}

/** What cannot be dropped now expires by itself; the sender hears why its upload failed, not why the rest of it stayed. */
async function dropQuietly(hub: Hub, attachmentId: string, requestId: string): Promise<void> {
  try {
    await hub.store.attachments.drop(attachmentId)
  } catch (fault) {
    hub.log.error('attachment.undropped', { requestId }, fault)
  }
}

function tooLarge({ maxBytes }: AttachmentLimits) {
  return hubError('PAYLOAD_TOO_LARGE', { detail: `An attachment has at most ${Math.floor(maxBytes / 2 ** 20)} MiB.` })
}
