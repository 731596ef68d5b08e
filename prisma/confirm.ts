/** What an administrator has read in the text that binds, and who it was. */
import type { Pool } from 'pg'
import type { Confirmation } from '#core/directory.ts'
import { audited, auditing } from './audit.ts'
import { run, statement } from './pool.ts'

/** The revision first, as everywhere; it tells running hubs to read again. */
const CONFIRM = statement(
  'confirm',
  `WITH revised AS (
    INSERT INTO directory_revision AS directory (id, revision) VALUES (1, 1)
    ON CONFLICT (id) DO UPDATE SET revision = directory.revision + 1
    RETURNING id
  ), confirmed AS (
    INSERT INTO limit_confirmation (scope, item, by, at) SELECT :scope::text, :item::text, :by::text, :at::timestamptz FROM revised
    ON CONFLICT (scope, item) DO NOTHING
    RETURNING scope
  ), ${auditing('confirmed')}`,
)

/** `false` when it was confirmed before: who was first stays. Audited in the chain of the hub. */
export async function confirm(pool: Pool, { scope, item }: Confirmation, by: string, at: Date): Promise<boolean> {
  const event = audited({ event: `limit.confirmed ${scope} ${item}`, party: 'hub', at })
  return (await run(pool, CONFIRM, { scope, item, by, at, ...event })).length === 1
}

const WITHDRAW = statement(
  'withdraw',
  `WITH revised AS (
    UPDATE directory_revision SET revision = revision + 1 RETURNING id
  ), withdrawn AS (
    DELETE FROM limit_confirmation USING revised WHERE scope = :scope AND item = :item RETURNING scope, item, by, at
  ), kept AS (
    INSERT INTO limit_withdrawal (scope, item, by, at, withdrawn_by, withdrawn_at)
    SELECT scope, item, by, at, :by::text, :now::timestamptz FROM withdrawn
    RETURNING scope
  ), ${auditing('kept')}`,
)

/** From then on the hub only warns; what it has done stands. `false` when it was not confirmed. Audited in the chain of the hub. */
export async function withdraw(pool: Pool, { scope, item }: Confirmation, by: string, now: Date): Promise<boolean> {
  const event = audited({ event: `limit.withdrawn ${scope} ${item}`, party: 'hub', at: now })
  return (await run(pool, WITHDRAW, { scope, item, by, now, ...event })).length === 1
}

export interface Confirmed extends Confirmation {
  readonly by: string
  readonly at: Date
}

const CONFIRMED = statement('confirmed', 'SELECT scope, item, by, at FROM limit_confirmation ORDER BY scope, item')

export function confirmed(pool: Pool): Promise<readonly Confirmed[]> {
  return run(pool, CONFIRMED, {})
}

export interface Withdrawn extends Confirmed {
  readonly withdrawnBy: string
  readonly withdrawnAt: Date
}

const WITHDRAWN = statement(
  'withdrawn',
  `SELECT scope, item, by, at, withdrawn_by AS "withdrawnBy", withdrawn_at AS "withdrawnAt" FROM limit_withdrawal ORDER BY withdrawn_at`,
)

/** Confirmations that were taken back, in that order. */
export function withdrawn(pool: Pool): Promise<readonly Withdrawn[]> {
  return run(pool, WITHDRAWN, {})
}
