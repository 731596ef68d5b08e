import type { Pool } from 'pg'
import { hubError } from '#core/errors.ts'
import type { MediaType, PartyId, SignedDocument } from '#core/message.ts'
import { digestsOf } from '#core/signature/digest.ts'
import { messageKeyIn, sentBytes, sentBytesIn } from './at-rest/bodies.ts'
import type { DataKey, DataKeys, KeyColumns } from './at-rest/data-keys.ts'
import { run, statement } from './pool.ts'
import { documentOf } from './rows.ts'

const ENCODED = statement(
  'encoded',
  `UPDATE delivery SET encoded_media_type = :mediaType, encoded_bytes = :bytes, encoded_signature = :signature,
    digest = :digest, signature_digest = :signatureDigest, content_digest = :contentDigest
  WHERE delivery_id = :deliveryId AND encoded_bytes IS NULL AND NOT erased
  RETURNING delivery_id`,
)
const HELD = statement(
  'encoded_held',
  `SELECT encoded_media_type AS media_type, encoded_bytes AS bytes, encoded_signature AS signature
  FROM delivery WHERE delivery_id = :deliveryId`,
)

interface DocumentRow {
  readonly media_type: MediaType | null
  readonly bytes: Uint8Array | null
  readonly signature: string | null
}

export async function encoded(
  pool: Pool,
  keys: DataKeys,
  deliveryId: string,
  document: SignedDocument,
  contentDigest: string,
): Promise<SignedDocument> {
  const key = await keyFor(pool, keys, deliveryId)
  const bytes = sentBytes(key, deliveryId, document.bytes)
  const stored = await run(pool, ENCODED, { deliveryId, ...document, bytes, ...digestsOf(document), contentDigest })
  keys.recent.delete(deliveryId)
  if (stored.length === 1) return document
  const [row] = await run<DocumentRow>(pool, HELD, { deliveryId })
  const first = row && documentOf(row.media_type, row.bytes, row.signature)
  if (first === undefined) throw hubError('NOT_FOUND', { stage: 'deliver' })
  return { ...first, bytes: sentBytesIn(key, deliveryId, first.bytes) }
}

const KEY = statement(
  'encoded_key',
  `SELECT message_id, sender, key_id, wrapped_key FROM message_body JOIN delivery USING (message_id, sender) WHERE delivery_id = :deliveryId`,
)

/** Whoever claimed it has seen its key a moment ago. */
async function keyFor(pool: Pool, keys: DataKeys, deliveryId: string): Promise<DataKey | null> {
  const recent = keys.recent.get(deliveryId)
  if (recent !== undefined) return recent
  const [row] = await run<KeyColumns & { readonly message_id: string; readonly sender: PartyId }>(pool, KEY, { deliveryId })
  return row ? messageKeyIn(keys, { messageId: row.message_id, from: row.sender }, row) : null
}
