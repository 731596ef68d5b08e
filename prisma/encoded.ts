import type { Pool } from 'pg'
import { hubError } from '#core/errors.ts'
import type { MediaType, SignedDocument } from '#core/message.ts'
import { digestsOf } from '#core/signature/digest.ts'
import { run, statement } from './pool.ts'
import { documentOf } from './rows.ts'

const ENCODED = statement(
  'encoded',
  `UPDATE delivery SET encoded_media_type = :mediaType, encoded_bytes = :bytes, encoded_signature = :signature,
    digest = :digest, signature_digest = :signatureDigest, content_digest = :contentDigest
  WHERE delivery_id = :deliveryId AND encoded_bytes IS NULL
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

export async function encoded(pool: Pool, deliveryId: string, document: SignedDocument, contentDigest: string): Promise<SignedDocument> {
  const stored = await run(pool, ENCODED, { deliveryId, ...document, ...digestsOf(document), contentDigest })
  if (stored.length === 1) return document
  const [row] = await run<DocumentRow>(pool, HELD, { deliveryId })
  const first = row && documentOf(row.media_type, row.bytes, row.signature)
  if (first === undefined) throw hubError('NOT_FOUND', { stage: 'deliver' })
  return first
}
