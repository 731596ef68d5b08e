/** What parties may ask about their messages. */
import type { Pool } from 'pg'
import type { ErrorCode } from '#core/errors.ts'
import type { Flag, MediaType, MessageType, PartyId } from '#core/message.ts'
import type { DeliveryRecord, MessageRecord } from '#core/ports.ts'
import { flagsFor } from '#core/rules/agreement.ts'
import { erasedIn } from './erasure.ts'
import { isId } from './id.ts'
import { run, statement } from './pool.ts'
import { DELIVERY, type DeliveryRow, deliveryOf, documentOf, OPEN } from './rows.ts'

const ONE = statement(
  'delivery',
  `SELECT ${DELIVERY} FROM delivery AS d JOIN message AS m USING (message_id, sender) WHERE d.delivery_id = :deliveryId`,
)

export async function delivery(pool: Pool, deliveryId: string): Promise<DeliveryRecord | undefined> {
  if (!isId(deliveryId)) return undefined
  const [row] = await run<DeliveryRow>(pool, ONE, { deliveryId })
  return row && deliveryOf(row)
}

/** Message ids are unique a sender only: the viewer's own message comes before one that it received. */
const MESSAGE = statement(
  'message',
  `SELECT m.message_id, m.conversation_id, m.sender, m.recipient, m.type, m.received_at,
    m.receipt_media_type, m.receipt_bytes, m.receipt_signature, m.flags, m.erased_at, m.erasure_rule
  FROM message AS m
  WHERE m.message_id = :messageId AND (m.sender = :viewer OR EXISTS (
    SELECT FROM delivery AS d WHERE d.message_id = m.message_id AND d.sender = m.sender AND d.party = :viewer))
  ORDER BY m.sender <> :viewer, m.received_at, m.sender
  LIMIT 1`,
)

const DELIVERIES = statement(
  'deliveries',
  `SELECT ${DELIVERY}, d.${OPEN} AND EXISTS (
    SELECT FROM delivery AS first
    WHERE first.party = d.party AND first.conversation_id = d.conversation_id AND first.number < d.number AND first.state = 'dead'
  ) AS behind_dead
  FROM delivery AS d JOIN message AS m USING (message_id, sender)
  WHERE d.message_id = :messageId AND d.sender = :sender AND (d.sender = :viewer OR d.party = :viewer) ORDER BY d.delivery_id`,
)

/** Of links without a delivery, only the sender's are about its message: another sender may use the same id. */
const TIMELINE = statement(
  'timeline',
  `SELECT at, event, party, delivery_id, code FROM audit_link
  WHERE message_id = :messageId AND (delivery_id = ANY (:deliveryIds::uuid[]) OR (delivery_id IS NULL AND party = :sender))
  ORDER BY at, lane, number`,
)

interface TimelineRow {
  readonly at: Date
  readonly event: string
  readonly party: PartyId
  readonly delivery_id: string | null
  readonly code: ErrorCode | null
}

interface MessageRow {
  readonly message_id: string
  readonly conversation_id: string
  readonly sender: PartyId
  readonly recipient: PartyId
  readonly type: MessageType
  readonly received_at: Date
  readonly receipt_media_type: MediaType | null
  readonly receipt_bytes: Uint8Array | null
  readonly receipt_signature: string | null
  readonly flags: readonly Flag[]
  readonly erased_at: Date | null
  readonly erasure_rule: string | null
}

/** The sender or one of its recipients may look. */
export async function message(pool: Pool, messageId: string, viewer: PartyId): Promise<MessageRecord | undefined> {
  if (!isId(messageId)) return undefined
  const [row] = await run<MessageRow>(pool, MESSAGE, { messageId, viewer })
  if (row === undefined) return undefined
  const { sender } = row
  const deliveries = await run<DeliveryRow & { readonly behind_dead: boolean }>(pool, DELIVERIES, { messageId, sender, viewer })
  const deliveryIds = deliveries.map((one) => one.delivery_id)
  const timeline = await run<TimelineRow>(pool, TIMELINE, { messageId, sender, deliveryIds })
  return {
    messageId: row.message_id,
    conversationId: row.conversation_id,
    from: sender,
    to: row.recipient,
    type: row.type,
    receivedAt: row.received_at,
    deliveries: deliveries.map((one) => ({
      ...deliveryOf(one),
      ...(one.behind_dead ? ({ state: 'held', code: 'PREDECESSOR_DEAD' } as const) : {}),
    })),
    erased: erasedIn(row),
    flags: flagsFor(viewer === sender, row.flags),
    receipt: documentOf(row.receipt_media_type, row.receipt_bytes, row.receipt_signature),
    timeline: timeline.map(({ at, event, party, delivery_id, code }) => ({
      at,
      event,
      party,
      deliveryId: delivery_id ?? undefined,
      code: code ?? undefined,
    })),
  }
}
