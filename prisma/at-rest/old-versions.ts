/** Processes of a version that knows no encryption can still run beside this one during an upgrade. Until the last of them is gone, nothing is encrypted. */
import type { Pool } from 'pg'
import { READS_ENCRYPTED, run, statement } from '#prisma/pool.ts'

const OLD = statement(
  'old_versions',
  `SELECT FROM pg_stat_activity AS one
  WHERE one.application_name = 'korpu' AND one.datname = current_database() AND NOT EXISTS (
    SELECT FROM pg_locks AS held
    WHERE held.pid = one.pid AND held.locktype = 'advisory' AND held.classid = ${READS_ENCRYPTED} AND held.granted)
  LIMIT 1`,
)

const AGAIN_MS = 1_000

/** Whether they are gone. Once they are they stay so: an older program does not start on the tables of a newer one. */
export function oldVersionsGone(pool: Pool): () => Promise<boolean> {
  let looking: Promise<boolean> | undefined
  let lookedAt = Number.NEGATIVE_INFINITY
  return () => {
    if (!looking || performance.now() - lookedAt > AGAIN_MS) {
      lookedAt = performance.now()
      looking = run(pool, OLD, {}).then((found) => found.length === 0)
    }
    return looking
  }
}
