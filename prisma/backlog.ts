import type { Pool } from 'pg'
import type { ErrorCode } from '#core/errors.ts'
import type { PartyId } from '#core/message.ts'
import type { Backlog } from '#core/operations.ts'
import { run, statement } from './pool.ts'
import { OPEN } from './rows.ts'

/** A held delivery of an active party waits for an operator; one of a held party waits with all the others. */
const BACKLOG = statement(
  'backlog',
  `SELECT p.id AS party, p.status, p.transport, b.opened_at, b.probe_at, b.probes, w.waiting, w.out, w.oldest, w.blocked, s.stuck
  FROM party AS p
  LEFT JOIN breaker AS b ON b.party = p.id AND b.opened_at IS NOT NULL
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS waiting, min(d.waiting_since) AS oldest,
      count(*) FILTER (WHERE d.leased_by IS NOT NULL AND d.due_at > :now::timestamptz)::int AS out,
      count(*) FILTER (WHERE EXISTS (
        SELECT FROM delivery AS first
        WHERE first.party = d.party AND first.conversation_id = d.conversation_id AND first.number < d.number
          AND first.state NOT IN ('delivered', 'cancelled', 'expired') AND first.state IN ('dead', 'held')
      ))::int AS blocked
    FROM delivery AS d WHERE d.party = p.id AND d.${OPEN}
  ) AS w
  CROSS JOIN LATERAL (
    SELECT json_agg(json_build_object('state', g.state, 'code', g.code, 'count', g.count) ORDER BY g.state, g.code) AS stuck
    FROM (
      SELECT d.state, d.code, count(*)::int AS count FROM delivery AS d
      WHERE d.party = p.id AND d.state IN ('dead', 'held') GROUP BY d.state, d.code
    ) AS g
  ) AS s
  ORDER BY p.id`,
)

interface BacklogRow {
  readonly party: PartyId
  readonly status: Backlog['status']
  readonly transport: string
  readonly opened_at: Date | null
  readonly probe_at: Date | null
  readonly probes: number | null
  readonly waiting: number
  readonly out: number
  readonly oldest: Date | null
  readonly blocked: number
  readonly stuck: readonly { readonly state: 'dead' | 'held'; readonly code: ErrorCode | null; readonly count: number }[] | null
}

export async function backlog(pool: Pool, now: Date): Promise<readonly Backlog[]> {
  const rows = await run<BacklogRow>(pool, BACKLOG, { now })
  return rows.map(({ opened_at, probe_at, probes, oldest, stuck, ...row }) => ({
    ...row,
    silent: opened_at === null ? undefined : { since: opened_at, probeAt: probe_at ?? undefined, probes: probes ?? 0 },
    oldest: oldest ?? undefined,
    stuck: (stuck ?? []).map((one) => ({ ...one, code: one.code ?? undefined })),
  }))
}

/** Looks at no more than it must, so that a backlog costs little when it is large and nothing when there is no limit. */
const REACHES = statement(
  'backlog_reaches',
  `SELECT FROM delivery AS d WHERE d.party = :to AND d.sender = :from AND d.${OPEN} OFFSET :count::int - 1 LIMIT 1`,
)

export async function backlogReaches(pool: Pool, from: PartyId, to: PartyId, count: number): Promise<boolean> {
  return (await run(pool, REACHES, { from, to, count })).length > 0
}
