/** One message, as operators see it: all that is known of its way, and nothing of what it says. */
import type { Pool } from 'pg'
import type { AttemptRow, DeliverySheet, Found, MessageAct, MessageSheet, RelatedMessage } from '#core/console/reading.ts'
import type { ErrorCode } from '#core/errors.ts'
import type { DeliveryState, Flag, MediaType, PartyId, Transport } from '#core/message.ts'
import { isId } from '#prisma/id.ts'
import { run, statement } from '#prisma/pool.ts'
import { OPEN } from '#prisma/rows.ts'
import { given } from './given.ts'
import { MESSAGE_ROW, messageRowOf, RANK, type Row } from './messages.ts'

const NEWEST_ATTEMPTS = 100
const NEAREST = 100

const MESSAGE = statement(
  'console_message',
  `SELECT ${MESSAGE_ROW}, m.version, m.agreement, m.in_reply_to, m.created_at, m.expires_at, m.media_type, m.digest, m.signature_digest,
    m.content_digest, m.receipt_id, m.signed_at, m.signer_sha256, m.contested_at, m.flags,
    EXISTS (SELECT FROM message_body AS b WHERE b.message_id = m.message_id AND b.sender = m.sender) AS kept,
    (SELECT coalesce(json_agg(json_build_object('digest', a.digest, 'size', a.size, 'mediaType', a.media_type) ORDER BY a.digest), '[]')
      FROM message_attachment AS n JOIN attachment AS a USING (attachment_id)
      WHERE n.message_id = m.message_id AND n.sender = m.sender) AS attachments
  FROM message AS m WHERE m.message_id = :messageId AND (:sender::text IS NULL OR m.sender = :sender::text)
  ORDER BY m.received_at DESC LIMIT 1`,
)

const DELIVERIES = statement(
  'console_deliveries',
  `SELECT d.delivery_id AS "deliveryId", d.party, d.state, d.attempts, d.code, d.transport, d.waiting_since AS "waitingSince",
    CASE WHEN d.${OPEN} THEN d.due_at END AS "dueAt", d.expires_at AS "expiresAt", d.delivered_at AS "deliveredAt",
    d.encoded_media_type AS "mediaType", d.digest, d.receipt_id AS "receiptId",
    d.${OPEN} AND EXISTS (
      SELECT FROM delivery AS first
      WHERE first.party = d.party AND first.conversation_id = d.conversation_id AND first.number < d.number AND first.state IN ('dead', 'held')
    ) AS blocked,
    (SELECT coalesce(json_agg(json_build_object('number', a.number, 'startedAt', a.started_at, 'durationMs', a.duration_ms, 'status', a.status,
      'state', a.state, 'code', a.code) ORDER BY a.id DESC), '[]')
      FROM (SELECT * FROM attempt WHERE attempt.delivery_id = d.delivery_id ORDER BY id DESC LIMIT ${NEWEST_ATTEMPTS}) AS a) AS history
  FROM delivery AS d WHERE d.message_id = :messageId AND d.sender = :sender
  ORDER BY ${RANK}, d.party`,
)

/** Of links without a delivery, only the sender's and the hub's are about its message: another sender may use the same id. */
const LINKS = statement(
  'console_timeline',
  `SELECT at, event, party, delivery_id AS "deliveryId", code, by, reason FROM audit_link
  WHERE message_id = :messageId AND (delivery_id = ANY (:deliveryIds::uuid[]) OR (delivery_id IS NULL AND party IN (:sender::text, 'hub')))
  ORDER BY at, lane, number`,
)

const RELATED = statement(
  'console_related',
  `SELECT message_id AS "messageId", sender AS "from", recipient AS "to", type, number, received_at AS "receivedAt" FROM message
  WHERE conversation_id = :conversationId AND number <> :number AND number BETWEEN :number::int - ${NEAREST} AND :number::int + ${NEAREST}
  ORDER BY number`,
)

interface SheetRow extends Row {
  readonly version: string
  readonly agreement: string
  readonly in_reply_to: string | null
  readonly created_at: Date
  readonly expires_at: Date | null
  readonly media_type: MediaType | null
  readonly digest: string | null
  readonly signature_digest: string | null
  readonly content_digest: string
  readonly receipt_id: string | null
  readonly signed_at: Date | null
  readonly signer_sha256: string | null
  readonly contested_at: Date | null
  readonly flags: readonly Flag[]
  readonly kept: boolean
  readonly attachments: MessageSheet['attachments']
}

interface SentRow {
  readonly deliveryId: string
  readonly party: PartyId
  readonly state: DeliveryState
  readonly attempts: number
  readonly code: ErrorCode | null
  readonly transport: Transport
  readonly waitingSince: Date
  readonly dueAt: Date | null
  readonly expiresAt: Date
  readonly deliveredAt: Date | null
  readonly mediaType: MediaType | null
  readonly digest: string | null
  readonly receiptId: string | null
  readonly blocked: boolean
  readonly history: readonly { readonly [field in keyof AttemptRow]-?: AttemptRow[field] | null }[]
}

interface LinkRow {
  readonly at: Date
  readonly event: string
  readonly party: PartyId
  readonly deliveryId: string | null
  readonly code: ErrorCode | null
  readonly by: string | null
  readonly reason: string | null
}

export async function messageSheet(pool: Pool, messageId: string, from?: PartyId): Promise<MessageSheet | undefined> {
  if (!isId(messageId)) return undefined
  const [row] = await run<SheetRow>(pool, MESSAGE, { messageId, sender: from })
  if (row === undefined) return undefined
  const { sender } = row
  const [sent, related] = await Promise.all([
    run<SentRow>(pool, DELIVERIES, { messageId, sender }),
    run<RelatedMessage>(pool, RELATED, { conversationId: row.conversation_id, number: row.number }),
  ])
  const deliveries = sent.map(deliveryOf)
  const links = await run<LinkRow>(pool, LINKS, { messageId, sender, deliveryIds: deliveries.map(({ deliveryId }) => deliveryId) })
  return {
    ...messageRowOf(row),
    ...given({
      inReplyTo: row.in_reply_to,
      expiresAt: row.expires_at,
      mediaType: row.media_type,
      digest: row.digest,
      signatureDigest: row.signature_digest,
      receiptId: row.receipt_id,
      signedAt: row.signed_at,
      signerSha256: row.signer_sha256,
      contestedAt: row.contested_at,
    }),
    version: row.version,
    agreement: row.agreement,
    createdAt: row.created_at,
    contentDigest: row.content_digest,
    flags: row.flags,
    kept: row.kept,
    attachments: row.attachments,
    deliveries,
    timeline: links.map(({ at, event, party, deliveryId, code }) => ({
      at,
      event,
      party,
      deliveryId: deliveryId ?? undefined,
      code: code ?? undefined,
    })),
    related,
    acts: links.flatMap(actOf),
  }
}

/** A hub's process gives no reason. */
const actOf = ({ at, event, by, reason }: LinkRow): readonly MessageAct[] =>
  by === null || reason === null ? [] : [{ at, event, by, reason }]

const deliveryOf = ({ history, ...row }: SentRow): DeliverySheet => ({
  ...(given(row) as Omit<DeliverySheet, 'history'>),
  history: history.map((one) => given({ ...one, startedAt: new Date(one.startedAt ?? 0) }) as AttemptRow),
})

const FIND = statement(
  'console_find',
  `SELECT 'message' AS kind, m.message_id AS id, m.sender AS "from" FROM message AS m WHERE m.message_id = :id
  UNION ALL SELECT 'delivery', d.message_id, d.sender FROM delivery AS d WHERE d.delivery_id = :id
  UNION ALL SELECT 'conversation', c.id, NULL FROM conversation AS c WHERE c.id = :id`,
)

export async function find(pool: Pool, id: string): Promise<readonly Found[]> {
  if (!isId(id)) return []
  const rows = await run<{ readonly kind: Found['kind']; readonly id: string; readonly from: PartyId | null }>(pool, FIND, { id })
  return rows.map((row) => given(row) as Found)
}
