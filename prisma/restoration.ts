/** A backup was brought back: the hub is held until somebody has looked and resumes it. */
import type { Pool } from 'pg'
import { audited, auditing } from './audit.ts'
import { run, statement } from './pool.ts'

/** The revision first, as everywhere; it tells running hubs to read again. */
const REVISED = `revised AS (
    INSERT INTO directory_revision AS directory (id, revision) VALUES (1, 1)
    ON CONFLICT (id) DO UPDATE SET revision = directory.revision + 1
    RETURNING id
  )`

/** No lease outlives the hub that held it. */
const RECORD = statement(
  'restoration_record',
  `WITH ${REVISED}, freed AS (
    UPDATE delivery SET due_at = :at::timestamptz, leased_by = NULL WHERE leased_by IS NOT NULL
  ), recorded AS (
    INSERT INTO restoration (backup_at, restored_at) SELECT :backupAt::timestamptz, :at::timestamptz FROM revised RETURNING id
  ), ${auditing('recorded')}`,
)

/** The gap since the backup stands in the audit trail of the hub. */
export async function recordRestoration(pool: Pool, backupAt: Date, at: Date): Promise<void> {
  await run(pool, RECORD, { backupAt, at, ...audited({ event: `hub.restored ${backupAt.toISOString()}`, party: 'hub', at }) })
}

const RESUME = statement(
  'restoration_resume',
  `WITH resumed AS (
    UPDATE restoration SET resumed_at = :at::timestamptz, resumed_by = :by::text WHERE resumed_at IS NULL RETURNING id
  ), one AS (
    SELECT FROM resumed LIMIT 1
  ), revised AS (
    UPDATE directory_revision SET revision = revision + 1 FROM one
  ), ${auditing('one')}`,
)

/** `false` when the hub is not held. */
export async function resumeHub(pool: Pool, by: string, at: Date): Promise<boolean> {
  return (await run(pool, RESUME, { by, at, ...audited({ event: 'hub.resumed', party: 'hub', by, at }) })).length === 1
}
