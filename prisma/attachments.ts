import { escapeLiteral, type Pool } from 'pg'
import type { PartyId } from '#core/message.ts'
import type { Attachments, StoredAttachment } from '#core/ports.ts'
import { aboutArriving, aboutAttachment, attachmentKey, chunkIn, chunkOf } from './at-rest/attachments.ts'
import type { DataKeys } from './at-rest/data-keys.ts'
import { copyOut } from './copy/protocol.ts'
import { run, statement, storeFailure } from './pool.ts'
import { spentBuffer } from './spent-buffers.ts'

const RESERVE = statement(
  'attachment_reserve',
  `INSERT INTO attachment (attachment_id, party, digest, size, expires_at, key_id, wrapped_key)
  VALUES (:attachmentId, :party, :digest, :size, :expiresAt, :keyId, :wrappedKey)`,
)

const FITS = statement(
  'attachment_fits',
  `SELECT sum(size) <= :quotaBytes::bigint AS fits FROM attachment WHERE party = :party AND expires_at IS NOT NULL`,
)

const APPEND = statement(
  'attachment_append',
  `INSERT INTO attachment_chunk (attachment_id, number, bytes) VALUES (:attachmentId, :number, :bytes)`,
)

/** Takes the place of an earlier upload of the same, so that one who repeats itself does not run into its quota. A copy that a message names stays. */
const FINISH = statement(
  'attachment_finish',
  `WITH done AS (
    UPDATE attachment SET size = :size, media_type = :mediaType, expires_at = :expiresAt, key_id = :keyId, wrapped_key = :wrappedKey
    WHERE attachment_id = :attachmentId
    RETURNING attachment_id, party, digest
  ), replaced AS (
    DELETE FROM attachment AS earlier USING done
    WHERE earlier.party = done.party AND earlier.digest = done.digest AND earlier.attachment_id <> done.attachment_id
      AND earlier.media_type IS NOT NULL AND earlier.expires_at IS NOT NULL
  )
  SELECT attachment_id FROM done`,
)

const DROP = statement('attachment_drop', 'DELETE FROM attachment WHERE attachment_id = :attachmentId AND expires_at IS NOT NULL')

/** Of several copies: its own, and of those one that does not expire. A delivery counts once it was tried: before that its party knows nothing of it. */
const FIND = statement(
  'attachment_find',
  `SELECT DISTINCT ON (a.digest) a.attachment_id, a.digest, a.size, a.media_type
  FROM attachment AS a
  WHERE a.digest = ANY (:digests) AND a.media_type IS NOT NULL AND (a.party = :party OR EXISTS (
    SELECT FROM message_attachment AS named
    JOIN delivery AS d ON d.message_id = named.message_id AND d.sender = named.sender
    WHERE named.attachment_id = a.attachment_id AND d.party = :party AND d.attempts > 0))
  ORDER BY a.digest, a.party <> :party, a.expires_at DESC`,
)

/** One that a message is about to name is locked: skipped now, and without an end when it is looked at again. */
const EXPIRE = statement(
  'attachment_expire',
  `DELETE FROM attachment WHERE attachment_id IN (
    SELECT attachment_id FROM attachment WHERE expires_at <= :now ORDER BY expires_at LIMIT :limit FOR UPDATE SKIP LOCKED)
  RETURNING attachment_id`,
)

export interface AttachmentRow {
  readonly attachment_id: string
  readonly digest: string
  readonly size: number
  readonly media_type: string
}

export function postgresAttachments(pool: Pool, keys: DataKeys): Attachments {
  const drop = async (attachmentId: string): Promise<void> => {
    await run(pool, DROP, { attachmentId })
  }
  const keyOf = (attachmentId: string) => attachmentKey(pool, keys, attachmentId)
  return {
    // First reserved, then counted: two uploads at once may both be refused, but never both be let in beyond the quota.
    begin: async (upload, quotaBytes) => {
      const key = await keys.make(aboutArriving(upload.attachmentId))
      keys.recent.set(upload.attachmentId, key ?? null)
      await run(pool, RESERVE, { ...upload, keyId: key?.keyId, wrappedKey: key?.wrappedKey })
      const [counted] = await run<{ readonly fits: boolean }>(pool, FITS, { party: upload.party, quotaBytes })
      if (counted?.fits) return 'begun'
      await drop(upload.attachmentId)
      return 'full'
    },
    append: async (attachmentId, number, bytes) => {
      const stored = chunkOf(await keyOf(attachmentId), attachmentId, number, bytes)
      await run(pool, APPEND, { attachmentId, number, bytes: stored })
      spentBuffer(bytes.length + stored.length)
    },
    finish: async (attachmentId, arrived) => {
      const key = await keyOf(attachmentId)
      const last = key && keys.wrap(aboutAttachment(attachmentId, arrived.size), key.secret)
      const finished = await run(pool, FINISH, { attachmentId, ...arrived, keyId: last?.keyId, wrappedKey: last?.wrappedKey })
      // Whoever reads it opens it for its length.
      keys.recent.delete(attachmentId)
      if (finished.length === 0) throw new Error('the upload expired before it was finished')
    },
    drop,
    find: (party, digests) => find(pool, party, digests),
    chunk: async (attachmentId, number) => {
      const stored = await chunk(pool, attachmentId, number)
      return stored && chunkIn(await keyOf(attachmentId), attachmentId, number, stored)
    },
    expire: async (now, limit) => (await run(pool, EXPIRE, { now, limit })).length,
  }
}

async function find(pool: Pool, party: PartyId, digests: readonly string[]): ReturnType<Attachments['find']> {
  const rows = await run<AttachmentRow>(pool, FIND, { party, digests })
  return rows.map(storedIn)
}

export const storedIn = (row: AttachmentRow): StoredAttachment => ({
  attachmentId: row.attachment_id,
  digest: row.digest,
  size: row.size,
  mediaType: row.media_type,
})

/** The signature and both lengths of a binary COPY; the count of fields and the length of the first. */
const COPY_HEAD = 19
const ROW_HEAD = 6

/** By COPY, in binary: anything else pg gives as text, several strings a chunk. */
async function chunk(pool: Pool, attachmentId: string, number: number): Promise<Uint8Array | undefined> {
  const rows = `SELECT bytes FROM attachment_chunk WHERE attachment_id = ${escapeLiteral(attachmentId)} AND number = ${Math.trunc(number)}`
  const client = await pool.connect().catch((failure: unknown) => Promise.reject(storeFailure(failure)))
  try {
    const copy = Buffer.concat(await copyOut(client, `COPY (${rows}) TO STDOUT (FORMAT binary)`).toArray())
    if (copy.length < COPY_HEAD + ROW_HEAD) return undefined
    const size = copy.readInt32BE(COPY_HEAD + 2)
    spentBuffer(size)
    return copy.subarray(COPY_HEAD + ROW_HEAD, COPY_HEAD + ROW_HEAD + size)
  } catch (failure) {
    throw storeFailure(failure)
  } finally {
    client.release()
  }
}
