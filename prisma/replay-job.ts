/** Replays as jobs: made of what a filter finds, carried on by whoever has the lease. */
import type { Pool } from 'pg'
import type { PartyId } from '#core/message.ts'
import { type Act, REPLAY_VALIDITY_MS, type ReplayFilter, type ReplayItem, type ReplayJob, type ReplayPart } from '#core/operations.ts'
import { audited, auditing, auditingAside } from './audit.ts'
import { isId } from './id.ts'
import { run, statement } from './pool.ts'
import { ENDED, filtering, MATCHES, OUTDATED, OVERTAKEN } from './replay-plan.ts'
import { freeing } from './stand-aside.ts'

const JOB = `job_id AS "jobId", by, reason, started_at AS "startedAt", state, total, reached, replayed`

const START = statement(
  'replay_start',
  `WITH chosen AS (
    SELECT d.delivery_id, row_number() OVER (ORDER BY d.waiting_since, d.conversation_id, d.number, d.delivery_id)::int AS number
    FROM delivery AS d JOIN message AS m USING (message_id, sender)
    WHERE ${MATCHES} AND NOT d.erased AND NOT ${OVERTAKEN} AND NOT ${OUTDATED}
  ), made AS (
    INSERT INTO replay (job_id, filter, by, reason, started_at, state, total, reached, replayed)
    SELECT :jobId::uuid, :filter::jsonb, :by::text, :reason::text, :now::timestamptz, 'running', (SELECT count(*) FROM chosen), 0, 0
    RETURNING *
  ), listed AS (
    INSERT INTO replay_item (job_id, number, delivery_id) SELECT made.job_id, chosen.number, chosen.delivery_id FROM made, chosen
  ), ${auditingAside('made')}
  SELECT ${JOB} FROM made`,
)

export async function start(pool: Pool, jobId: string, filter: ReplayFilter, act: Act): Promise<ReplayJob> {
  const [job] = await run<ReplayJob>(pool, START, {
    jobId,
    ...filtering(filter),
    filter: JSON.stringify(filter),
    by: act.by,
    reason: act.reason,
    now: act.at,
    ...audited({ event: `replay.started ${jobId}`, party: 'hub', ...act }),
  })
  if (!job) throw new Error('a job that was stored is there')
  return job
}

const ONE = statement('replay_one', `SELECT ${JOB} FROM replay WHERE job_id = :jobId`)
const ALL = statement('replay_all', `SELECT ${JOB} FROM replay ORDER BY started_at DESC, job_id DESC LIMIT :limit`)

export async function job(pool: Pool, jobId: string): Promise<ReplayJob | undefined> {
  return isId(jobId) ? (await run<ReplayJob>(pool, ONE, { jobId }))[0] : undefined
}

export const jobs = (pool: Pool, limit: number): Promise<readonly ReplayJob[]> => run<ReplayJob>(pool, ALL, { limit })

const CANCEL = statement(
  'replay_cancel',
  `WITH done AS (
    UPDATE replay SET state = 'cancelled' WHERE job_id = :jobId AND state = 'running' RETURNING job_id
  ), ${auditing('done')}`,
)

export async function cancelJob(pool: Pool, jobId: string, act: Act): Promise<boolean> {
  if (!isId(jobId)) return false
  return (await run(pool, CANCEL, { jobId, ...audited({ event: `replay.cancelled ${jobId}`, party: 'hub', ...act }) })).length === 1
}

const TAKE = statement(
  'replay_take',
  `WITH taken AS (
    UPDATE replay SET leased_by = :by, leased_until = :leaseEnd
    WHERE job_id = (
      SELECT job_id FROM replay
      WHERE state = 'running' AND (leased_until IS NULL OR leased_until <= :now::timestamptz OR leased_by = :by)
      ORDER BY started_at
      LIMIT 1
      FOR UPDATE SKIP LOCKED
    )
    RETURNING *
  )
  SELECT taken.job_id, taken.by, taken.reason, item.number, item.delivery_id, item.party, item.message_id
  FROM taken LEFT JOIN LATERAL (
    SELECT i.number, d.delivery_id, d.party, d.message_id FROM replay_item AS i JOIN delivery AS d USING (delivery_id)
    WHERE i.job_id = taken.job_id AND i.number > taken.reached
    ORDER BY i.number
    LIMIT :limit
  ) AS item ON true
  ORDER BY item.number`,
)

interface PartRow {
  readonly job_id: string
  readonly by: string
  readonly reason: string
  readonly number: number | null
  readonly delivery_id: string
  readonly party: PartyId
  readonly message_id: string
}

export async function takePart(pool: Pool, by: string, now: Date, leaseMs: number, limit: number): Promise<ReplayPart | undefined> {
  const rows = await run<PartRow>(pool, TAKE, { by, now, leaseEnd: new Date(now.getTime() + leaseMs), limit })
  const [first] = rows
  if (!first) return undefined
  const items = rows.flatMap(({ number, delivery_id, party, message_id }) =>
    number === null ? [] : [{ number, deliveryId: delivery_id, party, messageId: message_id }],
  )
  return { jobId: first.job_id, by: first.by, reason: first.reason, items }
}

/** Whoever holds the lease, and nobody after it was cancelled. */
const MINE = `job_id = :jobId AND state = 'running' AND leased_by = :by`

const REPLAY = statement(
  'replay_step',
  `WITH mine AS (
    SELECT job_id FROM replay WHERE ${MINE} AND reached < :number::int FOR UPDATE
  ), done AS (
    UPDATE delivery AS d SET state = 'pending', code = NULL, due_at = :now::timestamptz, leased_by = NULL, unended = 0,
      attempts_before = d.attempts, reopened = d.reopened OR d.state IN ('dead', 'expired'),
      expires_at = greatest(d.expires_at, least(m.expires_at, :validUntil::timestamptz))
    FROM mine, message AS m
    WHERE d.delivery_id = :deliveryId AND m.message_id = d.message_id AND m.sender = d.sender
      AND ${ENDED} AND NOT d.erased AND NOT ${OVERTAKEN} AND NOT ${OUTDATED}
    RETURNING d.delivery_id, d.party, d.conversation_id, d.number
  ), ${freeing()}, stepped AS (
    UPDATE replay SET reached = :number::int, replayed = replay.replayed + (SELECT count(*) FROM done)
    FROM mine WHERE replay.job_id = mine.job_id
  ), ${auditingAside('done')}
  SELECT (SELECT count(*) FROM done)::int AS replayed FROM mine`,
)

export async function replay(
  pool: Pool,
  { jobId, by: operator, reason }: ReplayPart,
  { number, deliveryId, party, messageId }: ReplayItem,
  by: string,
  now: Date,
): Promise<'replayed' | 'passed' | 'lost'> {
  const [stepped] = await run<{ readonly replayed: number }>(pool, REPLAY, {
    jobId,
    by,
    number,
    deliveryId,
    now,
    validUntil: new Date(now.getTime() + REPLAY_VALIDITY_MS),
    ...audited({ event: 'delivery.replayed', party, messageId, deliveryId, by: operator, reason, at: now }),
  })
  return stepped === undefined ? 'lost' : stepped.replayed === 1 ? 'replayed' : 'passed'
}

const FINISH = statement(
  'replay_finish',
  `WITH done AS (
    UPDATE replay SET state = 'done', reached = total WHERE ${MINE} RETURNING job_id
  ), ${auditing('done')}`,
)

export async function finish(pool: Pool, { jobId, by: operator, reason }: ReplayPart, by: string, now: Date): Promise<void> {
  await run(pool, FINISH, { jobId, by, ...audited({ event: `replay.finished ${jobId}`, party: 'hub', by: operator, reason, at: now }) })
}
