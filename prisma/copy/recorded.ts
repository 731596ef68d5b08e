/** That a backup was taken stands in the audit trail of the hub: whoever asks later learns how old the last one is. */
import type { Pool } from 'pg'
import { record } from '#prisma/audit.ts'
import { run, statement } from '#prisma/pool.ts'

const EVENT = 'hub.backedUp'

/** @param takenAt the moment that the backup shows */
export const recordBackup = (pool: Pool, takenAt: Date): Promise<void> => record(pool, { event: EVENT, party: 'hub', at: takenAt })

const LAST = statement('last_backup', `SELECT max(at) AS at FROM audit_link WHERE party = 'hub' AND event = :event`)

export async function lastBackup(pool: Pool): Promise<Date | undefined> {
  const [last] = await run<{ readonly at: Date | null }>(pool, LAST, { event: EVENT })
  return last?.at ?? undefined
}
