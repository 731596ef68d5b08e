/** The part of a statement that stores a message: shared by what parties send (accept.ts) and what the hub says itself (settle.ts). */
import type { HubMessage, Lease, NewDelivery, NewMessage } from '#core/ports.ts'
import { digestsOf } from '#core/signature/digest.ts'
import { bodyOf } from './at-rest/bodies.ts'
import type { DataKeys } from './at-rest/data-keys.ts'

/**
 * CTEs `written` (the message, one row), `bodied`, `counted`, `leased` (what may be delivered at once, if anything) and `outbox`, for the number that the CTE `numbered` (column `length`) gives;
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
  ), leased AS (
    SELECT :leasedId::uuid AS delivery_id, :leasedBy::text AS leased_by, :leasedUntil::timestamptz AS until, :encodedMediaType::text AS media_type,
      :encodedBytes::bytea AS bytes, :encodedSignature::text AS signature, :encodedDigest::text AS digest,
      :encodedSignatureDigest::text AS signature_digest, :encodedContentDigest::text AS content_digest
    WHERE :leasedId::uuid IS NOT NULL
      AND NOT EXISTS (SELECT FROM breaker WHERE breaker.party = :leasedParty::text AND breaker.opened_at IS NOT NULL)
      AND NOT EXISTS (
        SELECT FROM message AS before JOIN delivery AS d USING (message_id, sender)
        WHERE before.conversation_id = :conversationId::uuid AND d.party = :leasedParty::text AND d.state <> 'delivered'
      )
  ), outbox AS (
    INSERT INTO delivery (delivery_id, message_id, sender, conversation_id, number, party, transport, state, type, copy, waiting_since, expires_at,
      due_at, leased_by, attempts, unended,
      encoded_media_type, encoded_bytes, encoded_signature, digest, signature_digest, content_digest)
    SELECT new.delivery_id, message_id, sender, conversation_id, number, new.party, new.transport, 'pending', :type::text,
      new.party <> :recipient::text, received_at, new.expires_at,
      coalesce(leased.until, new.due_at), leased.leased_by, (leased.leased_by IS NOT NULL)::int, (leased.leased_by IS NOT NULL)::int,
      leased.media_type, leased.bytes, leased.signature, leased.digest, leased.signature_digest, leased.content_digest
    FROM written
    CROSS JOIN unnest(:deliveryIds::uuid[], :parties::text[], :transports::text[], :dueAts::timestamptz[], :expiresAts::timestamptz[])
      AS new (delivery_id, party, transport, due_at, expires_at)
    LEFT JOIN leased ON leased.delivery_id = new.delivery_id
    RETURNING leased_by
  )`

export interface Insertion {
  readonly message: NewMessage | HubMessage['message']
  readonly receipt:
    | { readonly receiptId: string; readonly mediaType: string; readonly bytes: Uint8Array; readonly signature: string | undefined }
    | undefined
  readonly deliveries: readonly NewDelivery[]
  readonly lease?: Lease | undefined
}

export async function inserted(keys: DataKeys, { message, receipt, deliveries, lease }: Insertion): Promise<object> {
  return {
    ...OF_A_PARTY,
    receivedAt: message.createdAt,
    ...message,
    ...(await bodyOf(keys, message, lease)),
    ...leasedAs(lease),
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

/** The bytes themselves come with the body: they are encrypted with its key. */
function leasedAs(lease: Lease | undefined): object {
  const digests = lease && digestsOf(lease.document)
  return {
    leasedId: lease?.deliveryId,
    leasedParty: lease?.party,
    leasedBy: lease?.by,
    leasedUntil: lease?.until,
    encodedMediaType: lease?.document.mediaType,
    encodedSignature: lease?.document.signature,
    encodedDigest: digests?.digest,
    encodedSignatureDigest: digests?.signatureDigest,
    encodedContentDigest: lease?.contentDigest,
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
