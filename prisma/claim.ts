import type { Pool } from 'pg'
import type { ClaimedDelivery, Store } from '#core/ports.ts'
import type { DataKeys } from './at-rest/data-keys.ts'
import { run, statement } from './pool.ts'
import { CLAIMED, type ClaimedRow, claimedOf, IS_HEAD, OPEN, WITH_MESSAGE } from './rows.ts'

const IS_DUE = `d.${OPEN} AND d.due_at <= :now::timestamptz AND ${IS_HEAD}`

/**
 * A lease moves `due_at` to its end: what is leased is simply not due, and falls due again when its holder dies. So does a probe with `probe_at`:
 * its row lock lets one process probe.
 */
const CLAIM = statement(
  'claim',
  `WITH probing AS (
    UPDATE breaker SET probe_at = :leaseEnd::timestamptz
    WHERE party = ANY (:parties::text[]) AND probe_at <= :now::timestamptz
      AND EXISTS (SELECT FROM delivery AS d WHERE d.party = breaker.party AND ${IS_DUE})
    RETURNING party, probes + 1 AS probe
  ), due AS (
    SELECT chosen.*, probing.probe FROM unnest(:parties::text[], :free::int[]) AS lane (party, free)
    LEFT JOIN breaker ON breaker.party = lane.party AND breaker.opened_at IS NOT NULL
    LEFT JOIN probing ON probing.party = lane.party
    CROSS JOIN LATERAL (
      SELECT d.delivery_id, d.due_at FROM delivery AS d
      WHERE d.party = lane.party AND ${IS_DUE}
      ORDER BY d.due_at
      LIMIT CASE WHEN breaker.party IS NULL THEN lane.free WHEN probing.party IS NULL THEN 0 ELSE 1 END
      FOR UPDATE OF d SKIP LOCKED
    ) AS chosen
  ), d AS (
    UPDATE delivery SET due_at = :leaseEnd::timestamptz, leased_by = :leasedBy::text, attempts = attempts + 1, unended = unended + 1
    WHERE delivery_id = ANY (ARRAY (SELECT due.delivery_id FROM due))
    RETURNING *
  )
  SELECT ${CLAIMED}, due.probe FROM due JOIN d USING (delivery_id) ${WITH_MESSAGE}
  ORDER BY due.due_at, d.waiting_since`,
)

export async function claim(
  pool: Pool,
  keys: DataKeys,
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
  return rows.map((row) => claimedOf(keys, row))
}

const HAND_BACK = statement(
  'hand_back',
  `UPDATE delivery SET due_at = :now::timestamptz, leased_by = NULL, attempts = attempts - 1, unended = unended - 1
  WHERE leased_by = :leasedBy AND ${OPEN} AND due_at > :now::timestamptz AND delivery_id <> ALL (:inHand::uuid[]) RETURNING delivery_id`,
)

export async function handBack(pool: Pool, by: string, now: Date, inHand: readonly string[]): Promise<number> {
  return (await run(pool, HAND_BACK, { leasedBy: by, now, inHand })).length
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

export async function overdue(pool: Pool, keys: DataKeys, now: Date, limit: number): Promise<readonly ClaimedDelivery[]> {
  const rows = await run<ClaimedRow>(pool, OVERDUE, { now, limit })
  return rows.map((row) => claimedOf(keys, row))
}
