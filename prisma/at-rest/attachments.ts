/** Chunks of attachments, each encrypted by itself with the key of its attachment, so that nobody ever holds a whole one in memory. */
import type { Pool } from 'pg'
import { run, statement } from '#prisma/pool.ts'
import { decrypted, encrypted } from './cipher.ts'
import { type DataKey, type DataKeys, type KeyColumns, wrappedIn } from './data-keys.ts'

/** Its length is not known yet. */
export const aboutArriving = (attachmentId: string): string => `attachment ${attachmentId}`
/** The key opens for this length alone: chunks cannot be taken off the end, nor swapped, for each opens at its own place alone. */
export const aboutAttachment = (attachmentId: string, size: number): string => `attachment ${attachmentId} of ${size} bytes`
const aboutChunk = (attachmentId: string, number: number): string => `chunk ${number} of ${aboutArriving(attachmentId)}`

export function chunkOf(key: DataKey | null, attachmentId: string, number: number, plain: Uint8Array): Uint8Array {
  return key ? encrypted(key.secret, aboutChunk(attachmentId, number), plain) : plain
}

export function chunkIn(key: DataKey | null, attachmentId: string, number: number, bytes: Uint8Array): Uint8Array {
  return key ? decrypted(key.secret, aboutChunk(attachmentId, number), bytes) : bytes
}

const KEY = statement(
  'attachment_key',
  'SELECT size, media_type IS NULL AS arriving, key_id, wrapped_key FROM attachment WHERE attachment_id = :attachmentId',
)

interface KeyRow extends KeyColumns {
  readonly size: number
  readonly arriving: boolean
}

/** `null` where it is not encrypted, or is not there. */
export async function attachmentKey(pool: Pool, keys: DataKeys, attachmentId: string): Promise<DataKey | null> {
  const recent = keys.recent.get(attachmentId)
  if (recent !== undefined) return recent
  const [row] = await run<KeyRow>(pool, KEY, { attachmentId })
  const wrapped = row && wrappedIn(row)
  const about = row && !row.arriving ? aboutAttachment(attachmentId, row.size) : aboutArriving(attachmentId)
  const key = wrapped ? keys.open(about, wrapped) : null
  keys.recent.set(attachmentId, key)
  return key
}
