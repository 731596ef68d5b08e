/** Test deliveries of the partner lab. */
import type { Pool } from 'pg'
import type { LabDelivery, LabDesk } from '#core/lab/desk.ts'
import type { MediaType, MessageType, PartyId, SignedDocument } from '#core/message.ts'
import { isId } from './id.ts'
import { run, statement } from './pool.ts'

const OPENED = statement(
  'lab_open',
  `INSERT INTO lab_delivery (delivery_id, message_id, conversation_id, sender, type, party, media_type, bytes, signature, attachment, waits, opened_at, ends_at)
  VALUES (:deliveryId, :messageId, :conversationId, :from, :type, :party, :mediaType, :bytes, :signature, :attachment, :waits, :now, :until)
  ON CONFLICT (delivery_id) DO UPDATE SET media_type = EXCLUDED.media_type, bytes = EXCLUDED.bytes, signature = EXCLUDED.signature,
    waits = EXCLUDED.waits, leased_until = NULL, taken_at = NULL, ends_at = EXCLUDED.ends_at`,
)
const TOLD = statement('lab_told', 'SELECT taken_at, fetched_at FROM lab_delivery WHERE delivery_id = :deliveryId')
const STATED = statement(
  'lab_stated',
  'SELECT media_type, bytes, signature FROM lab_statement WHERE delivery_id = :deliveryId ORDER BY number',
)
const CLOSED = statement('lab_close', 'DELETE FROM lab_delivery WHERE delivery_id = ANY (:deliveryIds::uuid[]) OR ends_at <= :now')

/** A statement ends the wait, until the same delivery is put there again. */
const WAITING = statement(
  'lab_waiting',
  `SELECT delivery_id, message_id, conversation_id, sender, type, opened_at,
    CASE WHEN leased_until > :now::timestamptz THEN leased_until END AS leased_until
  FROM lab_delivery WHERE party = :party AND waits AND ends_at > :now::timestamptz ORDER BY opened_at, delivery_id LIMIT :limit`,
)
const LEASED = statement(
  'lab_lease',
  `UPDATE lab_delivery SET leased_until = :leaseEnd, taken_at = :now
  WHERE delivery_id = :deliveryId AND party = :party AND waits AND ends_at > :now::timestamptz
    AND (leased_until IS NULL OR leased_until <= :now::timestamptz)
  RETURNING message_id, conversation_id, sender, type, media_type, bytes, signature, attachment`,
)
const THERE = statement(
  'lab_there',
  'SELECT FROM lab_delivery WHERE delivery_id = :deliveryId AND party = :party AND waits AND ends_at > :now::timestamptz',
)
const HANDED_IN = statement(
  'lab_hand_in',
  `WITH known AS (
    UPDATE lab_delivery SET waits = false WHERE delivery_id = :deliveryId AND party = :party AND ends_at > :now::timestamptz RETURNING delivery_id
  )
  INSERT INTO lab_statement (delivery_id, number, media_type, bytes, signature)
  SELECT delivery_id, (SELECT count(*) FROM lab_statement AS s WHERE s.delivery_id = known.delivery_id) + 1, :mediaType, :bytes, :signature
  FROM known RETURNING delivery_id`,
)
const FETCHED = statement('lab_fetched', 'UPDATE lab_delivery SET fetched_at = :now WHERE party = :party AND attachment = :attachment')

interface DocumentRow {
  readonly media_type: MediaType
  readonly bytes: Uint8Array
  readonly signature: string | null
}

interface HeadRow {
  readonly message_id: string
  readonly conversation_id: string
  readonly sender: PartyId
  readonly type: MessageType
}

type WaitingRow = HeadRow & { readonly delivery_id: string; readonly opened_at: Date; readonly leased_until: Date | null }
type LeasedRow = HeadRow & DocumentRow & { readonly attachment: string | null }

export function postgresLab(pool: Pool): LabDesk {
  return {
    open: async ({ document, attachment, ...delivery }, waits, now, until) => {
      const { signature = null } = document
      await run(pool, OPENED, { ...delivery, ...document, signature, attachment: attachment ?? null, waits, now, until })
    },
    told: async (deliveryId) => {
      const [told] = await run<{ readonly taken_at: Date | null; readonly fetched_at: Date | null }>(pool, TOLD, { deliveryId })
      const stated = await run<DocumentRow>(pool, STATED, { deliveryId })
      return { takenAt: told?.taken_at ?? undefined, fetchedAt: told?.fetched_at ?? undefined, statements: stated.map(documentOf) }
    },
    close: async (deliveryIds, now) => void (await run(pool, CLOSED, { deliveryIds, now })),
    waiting: async (party, limit, now) => {
      const rows = await run<WaitingRow>(pool, WAITING, { party, limit, now })
      return rows.map((row) => ({
        ...headOf(row),
        deliveryId: row.delivery_id,
        waitingSince: row.opened_at,
        leasedUntil: row.leased_until ?? undefined,
      }))
    },
    lease: async (party, deliveryId, now, leaseMs) => {
      if (!isId(deliveryId)) return 'absent'
      const [row] = await run<LeasedRow>(pool, LEASED, { party, deliveryId, now, leaseEnd: new Date(now.getTime() + leaseMs) })
      if (row) return { ...headOf(row), deliveryId, party, document: documentOf(row), attachment: row.attachment ?? undefined }
      return (await run(pool, THERE, { party, deliveryId, now })).length > 0 ? 'taken' : 'absent'
    },
    handIn: async (party, deliveryId, statement, now) => {
      if (!isId(deliveryId)) return false
      const { signature = null } = statement
      return (await run(pool, HANDED_IN, { party, deliveryId, ...statement, signature, now })).length > 0
    },
    fetched: async (party, attachment, now) => void (await run(pool, FETCHED, { party, attachment, now })),
  }
}

const headOf = (row: HeadRow): Pick<LabDelivery, 'messageId' | 'conversationId' | 'from' | 'type'> => ({
  messageId: row.message_id,
  conversationId: row.conversation_id,
  from: row.sender,
  type: row.type,
})

const documentOf = ({ media_type, bytes, signature }: DocumentRow): SignedDocument => ({
  mediaType: media_type,
  bytes,
  signature: signature ?? undefined,
})
