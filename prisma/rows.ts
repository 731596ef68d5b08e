/** Rows as the database gives them, and what they are in the words of the hub. */
import type { ErrorCode } from '#core/errors.ts'
import type { DeliveryState, MediaType, MessageType, PartyId, SignedDocument, Transport } from '#core/message.ts'
import type { ClaimedDelivery, DeliveryRecord } from '#core/ports.ts'
import { messageKeyIn, partIn, sentBytesIn } from './at-rest/bodies.ts'
import type { DataKeys, KeyColumns } from './at-rest/data-keys.ts'

/** States in which a delivery has not found an end and is tried when due; a held one as soon as its party is sent to again. As in the indexes. */
export const OPEN = `state IN ('pending', 'sent', 'retrying', 'held')`

/**
 * True of an open delivery `d` that no earlier one of its conversation holds back: delivered, cancelled and expired ones hold nobody.
 * Once true it stays true, since numbers are given in the order in which messages are committed.
 * Not written as NOT EXISTS, which the planner turns into a join with all there is as soon as it expects many rows.
 */
export const IS_HEAD = `d.number = (
    SELECT first.number FROM delivery AS first
    WHERE first.party = d.party AND first.conversation_id = d.conversation_id AND first.state NOT IN ('delivered', 'cancelled', 'expired')
    ORDER BY first.number
    LIMIT 1
  )`

/** Message `m` and body `b` of a few deliveries `d`: looked up one by one, however many the planner expects. */
export const WITH_MESSAGE = `CROSS JOIN LATERAL (
    SELECT * FROM message WHERE message.message_id = d.message_id AND message.sender = d.sender LIMIT 1
  ) AS m
  CROSS JOIN LATERAL (
    SELECT * FROM message_body WHERE message_body.message_id = d.message_id AND message_body.sender = d.sender LIMIT 1
  ) AS b`

/** Of what was sent, or of the message before that. */
const CONTENT_DIGEST = 'coalesce(d.content_digest, m.content_digest) AS content_digest'

/** The columns of `ClaimedRow`, from a delivery `d`, its message `m` and that one's body `b`. */
export const CLAIMED = `d.delivery_id, d.party, d.message_id, d.conversation_id, d.attempts, d.attempts_before, d.reopened, d.unended, d.expires_at,
  d.encoded_media_type, d.encoded_bytes, d.encoded_signature, m.sender, m.recipient, m.type, m.trace, ${CONTENT_DIGEST}, b.content, b.key_id, b.wrapped_key`

export interface ClaimedRow extends KeyColumns {
  readonly delivery_id: string
  readonly party: PartyId
  readonly message_id: string
  readonly conversation_id: string
  readonly attempts: number
  readonly attempts_before: number
  readonly reopened: boolean
  readonly unended: number
  readonly probe?: number | null
  readonly expires_at: Date
  readonly encoded_media_type: MediaType | null
  readonly encoded_bytes: Uint8Array | null
  readonly encoded_signature: string | null
  readonly sender: PartyId
  readonly recipient: PartyId
  readonly type: MessageType
  readonly trace: string | null
  readonly content_digest: string
  readonly content: Uint8Array
}

/** Opened when it is read: one body that does not open is the trouble of its own delivery, not of those that were claimed with it. */
export function claimedOf(keys: DataKeys, row: ClaimedRow): ClaimedDelivery {
  const message = { messageId: row.message_id, from: row.sender }
  const key = once(() => {
    const opened = messageKeyIn(keys, message, row)
    keys.recent.set(row.delivery_id, opened)
    return opened
  })
  const encoded = once(() => {
    const document = documentOf(row.encoded_media_type, row.encoded_bytes, row.encoded_signature)
    return document && { ...document, bytes: sentBytesIn(key(), row.delivery_id, document.bytes) }
  })
  const content = once(() => partIn(key(), message, 'content', row.content))
  return {
    deliveryId: row.delivery_id,
    party: row.party,
    messageId: row.message_id,
    conversationId: row.conversation_id,
    from: row.sender,
    to: row.recipient,
    type: row.type,
    attempt: row.attempts,
    tries: row.attempts - row.attempts_before,
    reopened: row.reopened,
    unended: row.unended,
    probe: row.probe ?? undefined,
    expiresAt: row.expires_at,
    get content() {
      return content()
    },
    contentDigest: row.content_digest,
    get encoded() {
      return encoded()
    },
    trace: row.trace ?? undefined,
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** The columns of `DeliveryRow`, from a delivery `d` and its message `m`. */
export const DELIVERY = `d.delivery_id, d.party, d.transport, d.state, d.attempts, d.code, d.delivered_at, m.message_id, m.conversation_id,
  m.sender, m.recipient, m.type, d.digest AS delivery_digest, d.signature_digest AS delivery_signature_digest, ${CONTENT_DIGEST},
  d.receipt_id AS delivery_receipt_id, d.reopened`

export interface DeliveryRow {
  readonly delivery_id: string
  readonly party: PartyId
  readonly transport: Transport
  readonly state: DeliveryState
  readonly attempts: number
  readonly code: ErrorCode | null
  readonly delivered_at: Date | null
  readonly message_id: string
  readonly conversation_id: string
  readonly sender: PartyId
  readonly recipient: PartyId
  readonly type: MessageType
  readonly delivery_digest: string | null
  readonly delivery_signature_digest: string | null
  readonly content_digest: string
  readonly delivery_receipt_id: string | null
  readonly reopened: boolean
}

export function deliveryOf(row: DeliveryRow): DeliveryRecord {
  return {
    deliveryId: row.delivery_id,
    party: row.party,
    transport: row.transport,
    state: row.state,
    attempts: row.attempts,
    code: row.code ?? undefined,
    deliveredAt: row.delivered_at ?? undefined,
    messageId: row.message_id,
    conversationId: row.conversation_id,
    from: row.sender,
    to: row.recipient,
    type: row.type,
    digest: row.delivery_digest ?? undefined,
    signatureDigest: row.delivery_signature_digest ?? undefined,
    contentDigest: row.content_digest,
    receiptId: row.delivery_receipt_id ?? undefined,
    reopened: row.reopened,
  }
}

export function documentOf(mediaType: MediaType | null, bytes: Uint8Array | null, signature: string | null): SignedDocument | undefined {
  if (mediaType === null || bytes === null) return undefined
  return { mediaType, bytes, signature: signature ?? undefined }
}
