/** Deliveries that a party takes by itself. */
import type { Pool } from 'pg'
import type { DeliveryState, MessageType, PartyId } from '#core/message.ts'
import type { Store, WaitingDelivery } from '#core/ports.ts'
import type { DataKeys } from './at-rest/data-keys.ts'
import { isId } from './id.ts'
import { run, statement } from './pool.ts'
import { CLAIMED, type ClaimedRow, claimedOf, IS_HEAD, OPEN, WITH_MESSAGE } from './rows.ts'

/** Leased ones are listed too, with the end of their lease; due ones only otherwise. */
const WAITING = statement(
  'waiting',
  `SELECT d.delivery_id, d.message_id, d.conversation_id, d.sender, d.waiting_since,
    (SELECT m.type FROM message AS m WHERE m.message_id = d.message_id AND m.sender = d.sender) AS type,
    CASE WHEN d.leased_by IS NOT NULL AND d.due_at > :now::timestamptz THEN d.due_at END AS leased_until
  FROM delivery AS d
  WHERE d.party = :party AND d.${OPEN} AND (d.leased_by IS NOT NULL OR d.due_at <= :now::timestamptz)
    AND ${IS_HEAD}
  ORDER BY d.waiting_since, d.delivery_id
  LIMIT :limit`,
)

interface WaitingRow {
  readonly delivery_id: string
  readonly message_id: string
  readonly conversation_id: string
  readonly sender: PartyId
  readonly type: MessageType
  readonly waiting_since: Date
  readonly leased_until: Date | null
}

export async function waiting(pool: Pool, party: PartyId, limit: number, now: Date): Promise<readonly WaitingDelivery[]> {
  const rows = await run<WaitingRow>(pool, WAITING, { party, limit, now })
  return rows.map((row) => ({
    deliveryId: row.delivery_id,
    messageId: row.message_id,
    conversationId: row.conversation_id,
    from: row.sender,
    type: row.type,
    waitingSince: row.waiting_since,
    leasedUntil: row.leased_until ?? undefined,
  }))
}

const LEASE = statement(
  'lease',
  `WITH d AS (
    UPDATE delivery AS d SET due_at = :leaseEnd::timestamptz, leased_by = :party, attempts = attempts + 1
    WHERE d.delivery_id = :deliveryId AND d.party = :party AND d.${OPEN}
      AND d.due_at <= :now::timestamptz AND ${IS_HEAD}
    RETURNING d.*
  )
  SELECT ${CLAIMED} FROM d ${WITH_MESSAGE}`,
)
const STATE = statement('lease_state', `SELECT state FROM delivery WHERE delivery_id = :deliveryId AND party = :party`)

const SETTLED: ReadonlySet<DeliveryState> = new Set(['delivered', 'dead', 'cancelled', 'expired'])

/** `taken` is whatever cannot be had now: leased, held, or behind an earlier one of its conversation. */
export async function lease(
  pool: Pool,
  keys: DataKeys,
  party: PartyId,
  deliveryId: string,
  now: Date,
  leaseMs: number,
): ReturnType<Store['lease']> {
  if (!isId(deliveryId)) return 'absent'
  const leaseEnd = new Date(now.getTime() + leaseMs)
  const [leased] = await run<ClaimedRow>(pool, LEASE, { party, deliveryId, now, leaseEnd })
  if (leased !== undefined) return claimedOf(keys, leased)
  const [found] = await run<{ readonly state: DeliveryState }>(pool, STATE, { party, deliveryId })
  if (found === undefined) return 'absent'
  return SETTLED.has(found.state) ? 'settled' : 'taken'
}
