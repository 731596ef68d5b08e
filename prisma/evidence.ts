import type { Pool } from 'pg'
import type { EvidenceDelivery, EvidenceLink, EvidenceRecord } from '#core/evidence/record.ts'
import type { DeliveryState, MediaType, MessageType, PartyId } from '#core/message.ts'
import { messageKeyIn, partIn, sentBytesIn } from './at-rest/bodies.ts'
import type { DataKey, DataKeys, KeyColumns } from './at-rest/data-keys.ts'
import { type AttachmentRow, storedIn } from './attachments.ts'
import { LINK, type LinkRow, linkOf } from './audit.ts'
import { erasedIn } from './erasure.ts'
import { isId } from './id.ts'
import { run, statement } from './pool.ts'
import { documentOf } from './rows.ts'

/** Without a viewer the message is seen as its sender sees it. Of messages with the same id the viewer's own comes first, as in look.ts. */
const MESSAGE = statement(
  'evidence_message',
  `SELECT m.sender, m.recipient, m.conversation_id, m.in_reply_to, m.type, m.version, m.agreement, m.created_at, m.received_at, m.signed_at,
    m.signer_sha256, m.media_type, m.digest, m.signature_digest, m.content_digest, m.receipt_media_type, m.receipt_bytes, m.receipt_signature,
    b.original, b.signature, b.key_id, b.wrapped_key,
    m.erased_at, m.erasure_rule, m.contested_at
  FROM message AS m
  LEFT JOIN message_body AS b ON b.message_id = m.message_id AND b.sender = m.sender
  WHERE m.message_id = :messageId AND (:viewer::text IS NULL OR m.sender = :viewer OR EXISTS (
    SELECT FROM delivery AS d WHERE d.message_id = m.message_id AND d.sender = m.sender AND d.party = :viewer))
  ORDER BY m.sender IS DISTINCT FROM :viewer, m.received_at, m.sender
  LIMIT 1`,
)

const DELIVERIES = statement(
  'evidence_deliveries',
  `SELECT d.delivery_id, d.party, d.state, d.delivered_at, d.digest, d.signature_digest, coalesce(d.content_digest, m.content_digest) AS content_digest,
    d.encoded_media_type, CASE WHEN d.party = :viewer THEN d.encoded_bytes END AS encoded_bytes, d.encoded_signature,
    d.receipt_media_type, d.receipt_bytes, d.receipt_signature
  FROM delivery AS d JOIN message AS m USING (message_id, sender)
  WHERE d.message_id = :messageId AND d.sender = :sender AND (d.sender = :viewer OR d.party = :viewer)
  ORDER BY d.delivery_id`,
)

const ATTACHMENTS = statement(
  'evidence_attachments',
  `SELECT a.attachment_id, a.digest, a.size, a.media_type
  FROM message_attachment AS named JOIN attachment AS a USING (attachment_id)
  WHERE named.message_id = :messageId AND named.sender = :sender
  ORDER BY a.digest`,
)

/** Those of the timeline (look.ts). */
const LINKS = statement(
  'evidence_links',
  `SELECT ${LINK}, (
      SELECT head FROM audit_link AS before WHERE before.party = link.party AND before.lane = link.lane AND before.number = link.number - 1
    ) AS before
  FROM audit_link AS link
  WHERE message_id = :messageId AND (delivery_id = ANY (:deliveryIds::uuid[]) OR (delivery_id IS NULL AND party = :sender))
  ORDER BY at, lane, number`,
)

interface MessageRow extends KeyColumns {
  readonly sender: PartyId
  readonly recipient: PartyId
  readonly conversation_id: string
  readonly in_reply_to: string | null
  readonly type: MessageType
  readonly version: string
  readonly agreement: string
  readonly created_at: Date
  readonly received_at: Date
  readonly signed_at: Date | null
  readonly signer_sha256: string | null
  readonly media_type: MediaType | null
  readonly digest: string | null
  readonly signature_digest: string | null
  readonly content_digest: string
  readonly receipt_media_type: MediaType | null
  readonly receipt_bytes: Uint8Array | null
  readonly receipt_signature: string | null
  readonly original: Uint8Array | null
  readonly signature: string | null
  readonly erased_at: Date | null
  readonly erasure_rule: string | null
  readonly contested_at: Date | null
}

interface DeliveryRow {
  readonly delivery_id: string
  readonly party: PartyId
  readonly state: DeliveryState
  readonly delivered_at: Date | null
  readonly digest: string | null
  readonly signature_digest: string | null
  readonly content_digest: string
  readonly encoded_media_type: MediaType | null
  readonly encoded_bytes: Uint8Array | null
  readonly encoded_signature: string | null
  readonly receipt_media_type: MediaType | null
  readonly receipt_bytes: Uint8Array | null
  readonly receipt_signature: string | null
}

export async function evidence(
  pool: Pool,
  keys: DataKeys,
  messageId: string,
  asked: PartyId | undefined,
): Promise<EvidenceRecord | undefined> {
  if (!isId(messageId)) return undefined
  const [row] = await run<MessageRow>(pool, MESSAGE, { messageId, viewer: asked })
  if (row === undefined) return undefined
  const { sender } = row
  const viewer = asked ?? sender
  const message = { messageId, from: sender }
  const key = messageKeyIn(keys, message, row)
  const original = row.original && viewer === sender ? partIn(key, message, 'original', row.original) : null
  const deliveries = await run<DeliveryRow>(pool, DELIVERIES, { messageId, sender, viewer })
  const attachments = await run<AttachmentRow>(pool, ATTACHMENTS, { messageId, sender })
  const deliveryIds = deliveries.map((one) => one.delivery_id)
  const links = await run<LinkRow & { readonly before: Uint8Array | null }>(pool, LINKS, { messageId, sender, deliveryIds })
  return {
    viewer,
    messageId,
    conversationId: row.conversation_id,
    inReplyTo: row.in_reply_to ?? undefined,
    from: sender,
    to: row.recipient,
    type: row.type,
    version: row.version,
    agreement: row.agreement,
    createdAt: row.created_at,
    receivedAt: row.received_at,
    contentDigest: row.content_digest,
    arrival: arrivalOf(row),
    contestedAt: row.contested_at ?? undefined,
    erased: erasedIn(row),
    original: documentOf(row.media_type, original, row.signature),
    receipt: viewer === sender ? documentOf(row.receipt_media_type, row.receipt_bytes, row.receipt_signature) : undefined,
    deliveries: deliveries.map((one) => deliveryOf(one, key)),
    attachments: attachments.map(storedIn),
    links: links.map(({ before, ...link }): EvidenceLink => ({ ...linkOf(link), before: before ?? new Uint8Array() })),
  }
}

function arrivalOf(row: MessageRow): EvidenceRecord['arrival'] {
  const { signed_at: signedAt, signer_sha256: signerSha256, media_type: mediaType, digest } = row
  if (signedAt === null || signerSha256 === null || mediaType === null || digest === null) return undefined
  return { signedAt, signerSha256, mediaType, digest, signatureDigest: row.signature_digest ?? undefined }
}

function deliveryOf(row: DeliveryRow, key: DataKey | null): EvidenceDelivery {
  const sent = row.encoded_bytes && sentBytesIn(key, row.delivery_id, row.encoded_bytes)
  return {
    deliveryId: row.delivery_id,
    party: row.party,
    state: row.state,
    deliveredAt: row.delivered_at ?? undefined,
    digest: row.digest ?? undefined,
    signatureDigest: row.signature_digest ?? undefined,
    contentDigest: row.content_digest,
    document: documentOf(row.encoded_media_type, sent, row.encoded_signature),
    receipt: documentOf(row.receipt_media_type, row.receipt_bytes, row.receipt_signature),
  }
}
