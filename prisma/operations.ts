import type { Pool } from 'pg'
import type { Operations } from '#core/operations.ts'
import { backlog } from './backlog.ts'
import { giveUp } from './give-up.ts'
import { hold, resume } from './hold.ts'
import { cancelJob, finish, job, jobs, replay, start, takePart } from './replay-job.ts'
import { plan } from './replay-plan.ts'

/** What operators do, on PostgreSQL. */
export function postgresOperations(pool: Pool): Operations {
  return {
    hold: (party, act) => hold(pool, party, act),
    resume: (party, act) => resume(pool, party, act),
    skip: (deliveryId, act) => giveUp(pool, deliveryId, ['dead'], 'delivery.skipped', act),
    cancel: (deliveryId, act) => giveUp(pool, deliveryId, ['pending', 'sent', 'retrying', 'held', 'dead'], 'delivery.cancelled', act),
    backlog: (now) => backlog(pool, now),
    plan: (filter, now) => plan(pool, filter, now),
    start: (jobId, filter, act) => start(pool, jobId, filter, act),
    job: (jobId) => job(pool, jobId),
    jobs: (limit) => jobs(pool, limit),
    cancelJob: (jobId, act) => cancelJob(pool, jobId, act),
    takePart: (by, now, leaseMs, limit) => takePart(pool, by, now, leaseMs, limit),
    replay: (part, item, by, now) => replay(pool, part, item, by, now),
    finish: (part, by, now) => finish(pool, part, by, now),
  }
}
