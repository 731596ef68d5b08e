/** The part of a statement that stores a message: shared by what parties send (accept.ts) and what the hub says itself (settle.ts). */
import type { HubMessage, NewDelivery, NewMessage } from '#core/ports.ts'
import { bodyOf } from './at-rest/bodies.ts'
import type { DataKeys } from './at-rest/data-keys.ts'

/**
 * CTEs `written` (the message, one row), `bodied`, `counted` and `outbox`, for the number that the CTE `numbered` (column `length`) gives;
 * nothing at all when that has no row. Takes the parameters of `inserted`.
 */
export const INSERTING = `written AS (
    INSERT INTO message (message_id, sender, recipient, conversation_id, number, in_reply_to, type, version, agreement, created_at, expires_at,
      received_at, signed_at, signer_sha256, media_type, digest, signature_digest, content_digest,
      receipt_id, receipt_media_type, receipt_bytes, receipt_signature, flags, trace, size)
    SELECT :messageId::uuid, :sender::text, :recipient::text, :conversationId::uuid, length, :inReplyTo::uuid, :type::text, :version::text,
      :agreement::text, :createdAt::timestamptz, :expiresAt::timestamptz, :receivedAt::timestamptz, :signedAt::timestamptz,
      :signerSha256::text, :mediaType::text, :digest::text, :signatureDigest::text, :contentDigest::text,
      :receiptId::uuid, :receiptMediaType::text, :receiptBytes::bytea, :receiptSignature::text, :flags::jsonb, :trace::text, :size::int
    FROM numbered
    RETURNING message_id, sender, conversation_id, number, received_at
  ), bodied AS (
    INSERT INTO message_body (message_id, sender, original, signature, content, key_id, wrapped_key)
    SELECT message_id, sender, :original::bytea, :signature::text, :content::bytea, :keyId::text, :wrappedKey::bytea FROM written
  ), counted AS (
    INSERT INTO message_facts (message_id, sender, category, code, grounds, count)
    SELECT message_id, sender, :saidCategory::text, :saidCode::text, :saidGrounds::text[], :saidCount::int
    FROM written WHERE :saidCount::int IS NOT NULL
  ), outbox AS (
    INSERT INTO delivery (delivery_id, message_id, sender, conversation_id, number, party, transport, state, attempts,
      type, copy, waiting_since, due_at, expires_at)
    SELECT new.delivery_id, message_id, sender, conversation_id, number, new.party, new.transport, 'pending', 0,
      :type::text, new.party <> :recipient::text, received_at, new.due_at, new.expires_at
    FROM written, unnest(:deliveryIds::uuid[], :parties::text[], :transports::text[], :dueAts::timestamptz[], :expiresAts::timestamptz[])
      AS new (delivery_id, party, transport, due_at, expires_at)
  )`

export interface Insertion {
  readonly message: NewMessage | HubMessage['message']
  readonly receipt:
    | { readonly receiptId: string; readonly mediaType: string; readonly bytes: Uint8Array; readonly signature: string | undefined }
    | undefined
  readonly deliveries: readonly NewDelivery[]
}

export async function inserted(keys: DataKeys, { message, receipt, deliveries }: Insertion): Promise<object> {
  return {
    ...OF_A_PARTY,
    receivedAt: message.createdAt,
    ...message,
    ...(await bodyOf(keys, message)),
    size: 'original' in message ? message.original.length : undefined,
    flags: JSON.stringify('flags' in message ? message.flags : []),
    sender: message.from,
    recipient: message.to,
    saidCategory: message.facts?.category,
    saidCode: message.facts?.code,
    saidGrounds: message.facts?.grounds,
    saidCount: message.facts?.count,
    receiptId: receipt?.receiptId,
    receiptMediaType: receipt?.mediaType,
    receiptBytes: receipt?.bytes,
    receiptSignature: receipt?.signature,
    deliveryIds: deliveries.map(({ deliveryId }) => deliveryId),
    parties: deliveries.map(({ party }) => party),
    transports: deliveries.map(({ transport }) => transport),
    dueAts: deliveries.map(({ dueAt }) => dueAt),
    expiresAts: deliveries.map(({ expiresAt }) => expiresAt),
  }
}

/** What a message of the hub itself does not have. */
const OF_A_PARTY = {
  signedAt: undefined,
  signerSha256: undefined,
  mediaType: undefined,
  digest: undefined,
  signatureDigest: undefined,
  trace: undefined,
  original: undefined,
  signature: undefined,
}
