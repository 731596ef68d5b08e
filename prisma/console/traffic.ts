/**
 * Counting what goes to and from parties, a few seconds behind: not in the statements that accept and settle, which would then wait for each other
 * over the same few counters. Whoever counts reads what is new by its time, from indexes alone.
 */
import type { Pool } from 'pg'
import { type Flow, type Latency, STEPS, type Step, type Stretch, stretchOf, type Traffic } from '#core/console/traffic.ts'
import { run, statement, storeFailure } from '#prisma/pool.ts'

/** Until then something of a minute may still be committed; it is counted anew each time. */
const SETTLED_MS = 120_000
/** How much is counted at once, the coarsest stretch, so that it is summed up once; and how far back the first time. */
const STRIDE_MS = 21_600_000
const FIRST_MS = 31 * 86_400_000

/** How long stretches are kept: somewhat more than the longest chart that is made of them, and than the next step needs. */
const KEPT_MS: Readonly<Record<Step, number>> = { 60: 25_200_000, 600: 2 * 86_400_000, 3600: 9 * 86_400_000, 21600: 400 * 86_400_000 }

const ORIGIN = `timestamptz '2000-01-01 00:00:00Z'`
const bin = (step: string, at: string): string => `date_bin(${step}, ${at}, ${ORIGIN})`
const MINUTE = `interval '60 s'`

const COUNT = `INSERT INTO traffic (step, at, sender, party, accepted, delivered, failed)
  SELECT 60, at, sender, party, sum(accepted), sum(delivered), sum(failed) FROM (
    SELECT ${bin(MINUTE, 'received_at')} AS at, sender, recipient AS party, count(*) AS accepted, 0 AS delivered, 0 AS failed
    FROM message WHERE received_at >= $1 AND received_at < $2 GROUP BY 1, 2, 3
    UNION ALL
    SELECT ${bin(MINUTE, 'delivered_at')}, sender, party, 0, count(*), 0
    FROM delivery WHERE delivered_at >= $1 AND delivered_at < $2 GROUP BY 1, 2, 3
    UNION ALL
    SELECT ${bin(MINUTE, 'a.started_at')}, d.sender, d.party, 0, 0, count(*)
    FROM attempt AS a JOIN delivery AS d USING (delivery_id)
    WHERE a.started_at >= $1 AND a.started_at < $2 AND a.state NOT IN ('delivered', 'sent') GROUP BY 1, 2, 3
  ) AS one GROUP BY at, sender, party
  ON CONFLICT (step, at, sender, party) DO UPDATE SET accepted = excluded.accepted, delivered = excluded.delivered, failed = excluded.failed`

/** A party's clock may be behind ours: nothing was delivered before it was accepted. */
const MEASURE = `INSERT INTO traffic_latency (step, at, party, slot, count)
  SELECT 60, ${bin(MINUTE, 'delivered_at')}, party,
    floor(2 * log(2, greatest(1, 1000 * extract(epoch FROM delivered_at - waiting_since))))::int, count(*)
  FROM delivery WHERE delivered_at >= $1 AND delivered_at < $2 GROUP BY 2, 3, 4
  ON CONFLICT (step, at, party, slot) DO UPDATE SET count = excluded.count`

/** `$3` seconds, made of `$4` seconds. */
const SUM = `INSERT INTO traffic (step, at, sender, party, accepted, delivered, failed)
  SELECT $3::int, ${bin('make_interval(secs => $3::int)', 'at')}, sender, party, sum(accepted), sum(delivered), sum(failed)
  FROM traffic WHERE step = $4::int AND at >= $1 AND at < $2 GROUP BY 2, 3, 4
  ON CONFLICT (step, at, sender, party) DO UPDATE SET accepted = excluded.accepted, delivered = excluded.delivered, failed = excluded.failed`

const SUM_LATENCIES = `INSERT INTO traffic_latency (step, at, party, slot, count)
  SELECT $3::int, ${bin('make_interval(secs => $3::int)', 'at')}, party, slot, sum(count)
  FROM traffic_latency WHERE step = $4::int AND at >= $1 AND at < $2 GROUP BY 2, 3, 4
  ON CONFLICT (step, at, party, slot) DO UPDATE SET count = excluded.count`

/** What charts show of a party, from the pairs: `$3` seconds. Quantiles are slots that half, and nineteen of twenty, do not go beyond. */
const SUM_UP = `INSERT INTO party_traffic (step, at, party, accepted, delivered, failed, p50, p95)
  SELECT $3::int, at, party, sum(accepted), sum(delivered), sum(failed), min(p50), min(p95) FROM (
    SELECT at, sender AS party, accepted, 0 AS delivered, 0 AS failed, NULL::int AS p50, NULL::int AS p95
    FROM traffic WHERE step = $3 AND at >= $1 AND at < $2
    UNION ALL SELECT at, party, 0, delivered, failed, NULL, NULL FROM traffic WHERE step = $3 AND at >= $1 AND at < $2
    UNION ALL
    SELECT at, party, 0, 0, 0, min(slot) FILTER (WHERE 2 * upto >= whole), min(slot) FILTER (WHERE 20 * upto >= 19 * whole) FROM (
      SELECT at, party, slot, sum(count) OVER (PARTITION BY at, party ORDER BY slot) AS upto, sum(count) OVER (PARTITION BY at, party) AS whole
      FROM traffic_latency WHERE step = $3 AND at >= $1 AND at < $2
    ) AS slots GROUP BY at, party
  ) AS one GROUP BY at, party
  ON CONFLICT (step, at, party) DO UPDATE SET accepted = excluded.accepted, delivered = excluded.delivered, failed = excluded.failed,
    p50 = excluded.p50, p95 = excluded.p95`

const SEE = `INSERT INTO party_seen AS seen (party, last_in, last_out)
  SELECT party, max(last_in), max(last_out) FROM (
    SELECT sender AS party, max(received_at) AS last_in, NULL::timestamptz AS last_out
    FROM message WHERE received_at >= $1 AND received_at < $2 GROUP BY 1
    UNION ALL
    SELECT party, NULL, max(delivered_at) FROM delivery WHERE delivered_at >= $1 AND delivered_at < $2 GROUP BY 1
  ) AS one GROUP BY party
  ON CONFLICT (party) DO UPDATE SET last_in = greatest(seen.last_in, excluded.last_in), last_out = greatest(seen.last_out, excluded.last_out)
  WHERE seen.last_in < excluded.last_in OR seen.last_out < excluded.last_out
    OR (seen.last_in IS NULL AND excluded.last_in IS NOT NULL) OR (seen.last_out IS NULL AND excluded.last_out IS NOT NULL)`

const PRUNE = ['traffic', 'traffic_latency', 'party_traffic'].map((table) => `DELETE FROM ${table} WHERE step = $1 AND at < $2`)

/** Where there is something to count, once. */
const BEGIN_WHERE = `INSERT INTO traffic_mark (id, until)
  SELECT 1, ${bin(`interval '21600 s'`, 'greatest($2::timestamptz, coalesce(min(received_at), $1::timestamptz))')} FROM message
  WHERE NOT EXISTS (SELECT FROM traffic_mark) ON CONFLICT DO NOTHING`

async function count(pool: Pool, now: Date): ReturnType<Traffic['count']> {
  const client = await pool.connect()
  let failure: unknown
  try {
    await client.query(BEGIN_WHERE, [now, new Date(now.getTime() - FIRST_MS)])
    await client.query("BEGIN; SET LOCAL statement_timeout = '60s'")
    const { rows } = await client.query<{ readonly until: Date }>('SELECT until FROM traffic_mark FOR UPDATE SKIP LOCKED')
    const from = rows[0]?.until
    if (from === undefined) {
      await client.query('COMMIT')
      return 'taken'
    }
    const stride = new Date(stretchOf(from, 21_600).getTime() + STRIDE_MS)
    // What is not settled yet is counted to its end: a stride that ended in it would begin again and again.
    const end = stride.getTime() > now.getTime() - SETTLED_MS ? now : stride
    for (const sql of [COUNT, MEASURE, SEE]) await client.query(sql, [from, end])
    for (const [index, step] of STEPS.entries()) {
      const finer = STEPS[index - 1]
      const whole = [stretchOf(from, step), new Date(stretchOf(end, step).getTime() + step * 1000), step]
      if (finer !== undefined) for (const sql of [SUM, SUM_LATENCIES]) await client.query(sql, [...whole, finer])
      await client.query(SUM_UP, whole)
    }
    for (const step of STEPS) for (const sql of PRUNE) await client.query(sql, [step, new Date(end.getTime() - KEPT_MS[step])])
    const settled = stretchOf(new Date(Math.min(end.getTime(), now.getTime() - SETTLED_MS)), 60)
    await client.query('UPDATE traffic_mark SET until = greatest(until, $1)', [settled])
    await client.query('COMMIT')
    return end >= now ? 'done' : 'more'
  } catch (cause) {
    failure = cause
    throw storeFailure(cause)
  } finally {
    client.release(failure !== undefined)
  }
}

const STRETCHES = statement(
  'traffic_stretches',
  `SELECT at, party, accepted, delivered, failed, p50, p95 FROM party_traffic
  WHERE step = :step::int AND at >= :from::timestamptz AND (:party::text IS NULL OR party = :party::text) ORDER BY at`,
)

const LATENCIES = statement(
  'traffic_latencies',
  `SELECT at, party, slot, count FROM traffic_latency
  WHERE step = :step::int AND at >= :from::timestamptz AND (:party::text IS NULL OR party = :party::text)`,
)

const FLOWS = statement(
  'traffic_flows',
  `SELECT sender AS "from", party AS "to", sum(accepted)::int AS count, sum(failed)::int AS failed, max(at) AS "lastAt"
  FROM traffic WHERE step = :step::int AND at >= :from::timestamptz GROUP BY 1, 2 ORDER BY 1, 2`,
)

export function postgresTraffic(pool: Pool): Traffic {
  return {
    count: (now) => count(pool, now),
    stretches: (step, from, party) => run<Stretch>(pool, STRETCHES, { step, from, party }),
    latencies: (step, from, party) => run<Latency>(pool, LATENCIES, { step, from, party }),
    flows: (step, from) => run<Flow>(pool, FLOWS, { step, from }),
  }
}
