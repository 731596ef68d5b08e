import type { Pool } from 'pg'
import type { PartyId } from '#core/message.ts'
import type { Act } from '#core/operations.ts'
import { audited, auditing } from './audit.ts'
import { run, statement } from './pool.ts'

/** The revision first, as everywhere; it tells running hubs to read again. */
const changing = (from: string, to: string): string => `revised AS (
    INSERT INTO directory_revision AS directory (id, revision)
    SELECT 1, 1 FROM party WHERE id = :party AND status = '${from}'
    ON CONFLICT (id) DO UPDATE SET revision = directory.revision + 1
    RETURNING id
  ), changed AS (
    UPDATE party SET status = '${to}' FROM revised WHERE party.id = :party AND party.status = '${from}' RETURNING party.id
  )`

const HOLD = statement('hold_party', `WITH ${changing('active', 'held')}, ${auditing('changed')}`)
/** What is being settled at this moment is left as it is: nobody waits for another here. */
const RESUME = statement(
  'resume_party',
  `WITH ${changing('held', 'active')}, closed AS (
    DELETE FROM breaker WHERE party = :party RETURNING party
  ), hurried AS (
    UPDATE delivery SET due_at = :auditAt::timestamptz
    WHERE delivery_id IN (
      SELECT delivery_id FROM delivery WHERE party = :party AND state = 'retrying' AND leased_by IS NULL AND due_at > :auditAt::timestamptz
      FOR UPDATE SKIP LOCKED
    )
    RETURNING party
  ), resumed AS (
    SELECT id FROM changed UNION SELECT party FROM closed UNION SELECT party FROM hurried
  ), ${auditing('resumed')}`,
)

export async function hold(pool: Pool, party: PartyId, act: Act): Promise<boolean> {
  return (await run(pool, HOLD, { party, ...audited({ event: 'party.held', party, ...act }) })).length === 1
}

export async function resume(pool: Pool, party: PartyId, act: Act): Promise<boolean> {
  return (await run(pool, RESUME, { party, ...audited({ event: 'party.resumed', party, ...act }) })).length === 1
}
