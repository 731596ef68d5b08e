/** The hub in one look, from indexes that hold only what has not gone its way. */
import type { Pool } from 'pg'
import type { FailureGroup, LastMessage, PartyStanding, Standing } from '#core/console/overview.ts'
import { MOST_COUNTED } from '#core/console/reading.ts'
import { quantileOf, stretchOf } from '#core/console/traffic.ts'
import { run, statement } from '#prisma/pool.ts'
import { given } from './given.ts'
import { postgresTraffic } from './traffic.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const SOON_MS = 3 * DAY_MS

const failed = (state: FailureGroup['state'], since = ''): string =>
  `(SELECT party, state, code, waiting_since FROM delivery WHERE state = '${state}' ${since} ORDER BY waiting_since DESC LIMIT ${MOST_COUNTED})`

const FAILURES = statement(
  'console_failures',
  `SELECT party, state, code, count(*)::int AS count, min(waiting_since) AS since FROM (
    ${failed('dead')} UNION ALL ${failed('held')} UNION ALL ${failed('expired', 'AND waiting_since > :weekAgo::timestamptz')}
  ) AS one GROUP BY 1, 2, 3 ORDER BY max(waiting_since) DESC, party, code`,
)

const PARTIES = statement(
  'console_parties',
  `SELECT p.id AS party, least(w.count + coalesce(r.count, 0), ${MOST_COUNTED})::int AS count, w.count + coalesce(r.count, 0) > ${MOST_COUNTED} AS capped,
    least(o.oldest, r.oldest) AS oldest, seen.last_in AS "lastIn", seen.last_out AS "lastOut",
    coalesce(f.failed, 0)::int AS "failed24h", coalesce(f.lately, false) AS "failedLately", b.opened_at AS "silentSince"
  FROM party AS p
  CROSS JOIN LATERAL (
    SELECT count(*) AS count FROM (
      SELECT FROM delivery AS d WHERE d.party = p.id AND d.state IN ('pending', 'sent') LIMIT ${MOST_COUNTED + 1}
    ) AS open
  ) AS w
  LEFT JOIN LATERAL (
    SELECT d.waiting_since AS oldest FROM delivery AS d WHERE d.party = p.id AND d.state IN ('pending', 'sent') ORDER BY d.waiting_since LIMIT 1
  ) AS o ON true
  LEFT JOIN (
    SELECT d.party, count(*) AS count, min(d.waiting_since) AS oldest FROM delivery AS d WHERE d.state = 'retrying' GROUP BY d.party
  ) AS r ON r.party = p.id
  LEFT JOIN (
    SELECT t.party, sum(t.failed) AS failed, bool_or(t.at >= :lately::timestamptz AND t.failed > 0) AS lately
    FROM traffic AS t WHERE t.step = 600 AND t.at >= :dayAgo::timestamptz GROUP BY t.party
  ) AS f ON f.party = p.id
  LEFT JOIN party_seen AS seen ON seen.party = p.id
  LEFT JOIN breaker AS b ON b.party = p.id AND b.opened_at IS NOT NULL
  ORDER BY p.id`,
)

const CLOCKS = statement(
  'console_clocks',
  `SELECT
    (SELECT count(*)::int FROM (SELECT FROM clock WHERE state IN ('running', 'overdue') AND state <> 'stopped' AND due_at IS NOT NULL
      AND due_at <= :now::timestamptz LIMIT ${MOST_COUNTED + 1}) AS over) AS overdue,
    (SELECT due_at FROM clock WHERE state IN ('running', 'overdue') AND state <> 'stopped' AND due_at IS NOT NULL AND due_at <= :now::timestamptz
      ORDER BY due_at LIMIT 1) AS since,
    (SELECT count(*)::int FROM (SELECT FROM clock WHERE state IN ('running', 'overdue') AND state <> 'stopped' AND due_at IS NOT NULL
      AND due_at > :now::timestamptz AND due_at <= :soon::timestamptz LIMIT ${MOST_COUNTED + 1}) AS soon) AS soon`,
)

const LAST = statement(
  'console_last_message',
  `SELECT message_id AS "messageId", sender AS "from", type, received_at AS "receivedAt" FROM message ORDER BY received_at DESC, message_id DESC LIMIT 1`,
)

export async function standing(pool: Pool, now: Date): Promise<Standing> {
  const before = (ms: number): Date => new Date(now.getTime() - ms)
  const [failures, parties, [clocks], latencies, [last]] = await Promise.all([
    run<{ readonly [field in keyof FailureGroup]: FailureGroup[field] | null }>(pool, FAILURES, { weekAgo: before(7 * DAY_MS) }),
    run<{ readonly [field in keyof PartyStanding]: PartyStanding[field] | null }>(pool, PARTIES, {
      dayAgo: before(DAY_MS),
      lately: stretchOf(before(600_000), 600),
    }),
    run<{ readonly overdue: number; readonly since: Date | null; readonly soon: number }>(pool, CLOCKS, {
      now,
      soon: new Date(now.getTime() + SOON_MS),
    }),
    postgresTraffic(pool).latencies(600, before(HOUR_MS)),
    run<LastMessage>(pool, LAST, {}),
  ])
  const p95DeliveryMs = quantileOf(latencies, 0.95)
  const countOf = (count = 0) => ({ count: Math.min(count, MOST_COUNTED), capped: count > MOST_COUNTED })
  return {
    failures: failures.map((row) => given(row) as FailureGroup),
    parties: parties.map((row) => given(row) as PartyStanding),
    overdue: { ...countOf(clocks?.overdue), ...(clocks?.since && { since: clocks.since }) },
    dueSoon: countOf(clocks?.soon),
    ...(p95DeliveryMs !== undefined && { p95DeliveryMs }),
    ...(last && { lastMessage: last }),
  }
}
