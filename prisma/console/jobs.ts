/** What became of the deliveries that a replay has reached. */
import type { Pool } from 'pg'
import type { JobDelivery, Reading } from '#core/console/reading.ts'
import type { DeliveryState } from '#core/message.ts'
import { isId } from '#prisma/id.ts'
import { run, statement } from '#prisma/pool.ts'
import { given } from './given.ts'

const REACHED =
  'replay_item AS i JOIN replay AS r USING (job_id) JOIN delivery AS d USING (delivery_id) WHERE i.job_id = :jobId AND i.number <= r.reached'

const STATES = statement('console_job_states', `SELECT d.state, count(*)::int AS count FROM ${REACHED} GROUP BY 1 ORDER BY 1`)

const DELIVERIES = statement(
  'console_job_deliveries',
  `SELECT i.number, d.delivery_id AS "deliveryId", d.message_id AS "messageId", d.sender AS "from", d.party, d.type, d.state, d.code, d.attempts
  FROM ${REACHED} AND i.number > :after::int AND (:states::text[] IS NULL OR d.state = ANY (:states::text[]))
  ORDER BY i.number LIMIT :limit::int`,
)

export function jobs(pool: Pool): Pick<Reading, 'jobStates' | 'jobDeliveries'> {
  return {
    async jobStates(jobId) {
      if (!isId(jobId)) return {}
      const rows = await run<{ readonly state: DeliveryState; readonly count: number }>(pool, STATES, { jobId })
      return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
    },
    async jobDeliveries(jobId, { states, after, limit }) {
      if (!isId(jobId)) return []
      const rows = await run<{ readonly [field in keyof JobDelivery]-?: JobDelivery[field] | null }>(pool, DELIVERIES, {
        jobId,
        states,
        after,
        limit,
      })
      return rows.map((row) => given(row) as JobDelivery)
    },
  }
}
