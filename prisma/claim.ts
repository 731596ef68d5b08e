import type { Pool } from 'pg'
import type { ClaimedDelivery, Store } from '#core/ports.ts'
import { run, statement } from './pool.ts'
import { CLAIMED, type ClaimedRow, claimedOf, IS_HEAD, OPEN, WITH_MESSAGE } from './rows.ts'

/** A lease moves `due_at` to its end: what is leased is simply not due, and falls due again when its holder dies. */
const CLAIM = statement(
  'claim',
  `WITH due AS (
    SELECT chosen.* FROM unnest(:parties::text[], :free::int[]) AS lane (party, free)
    CROSS JOIN LATERAL (
      SELECT d.delivery_id, d.due_at FROM delivery AS d
      WHERE d.party = lane.party AND d.transport = 'push' AND d.${OPEN} AND d.due_at <= :now::timestamptz AND ${IS_HEAD}
      ORDER BY d.due_at
      LIMIT lane.free
      FOR UPDATE OF d SKIP LOCKED
    ) AS chosen
  ), d AS (
    UPDATE delivery SET due_at = :leaseEnd::timestamptz, leased_by = :leasedBy::text, attempts = attempts + 1
    WHERE delivery_id = ANY (ARRAY (SELECT due.delivery_id FROM due))
    RETURNING *
  )
  SELECT ${CLAIMED} FROM due JOIN d USING (delivery_id) ${WITH_MESSAGE}
  ORDER BY due.due_at, d.waiting_since`,
)

export async function claim(
  pool: Pool,
  lanes: Parameters<Store['claim']>[0],
  by: string,
  now: Date,
  leaseMs: number,
): Promise<readonly ClaimedDelivery[]> {
  const rows = await run<ClaimedRow>(pool, CLAIM, {
    parties: lanes.map(({ party }) => party),
    free: lanes.map(({ free }) => free),
    leasedBy: by,
    now,
    leaseEnd: new Date(now.getTime() + leaseMs),
  })
  return rows.map(claimedOf)
}

const OVERDUE = statement(
  'overdue',
  `SELECT ${CLAIMED} FROM (
    SELECT * FROM delivery
    WHERE ${OPEN} AND expires_at < :now::timestamptz AND (leased_by IS NULL OR due_at <= :now::timestamptz)
    ORDER BY expires_at
    LIMIT :limit
  ) AS d ${WITH_MESSAGE}
  ORDER BY d.expires_at`,
)

export async function overdue(pool: Pool, now: Date, limit: number): Promise<readonly ClaimedDelivery[]> {
  const rows = await run<ClaimedRow>(pool, OVERDUE, { now, limit })
  return rows.map(claimedOf)
}
