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

const CONFIRMED = statement('confirmed', 'SELECT scope, item, by, at FROM limit_confirmation ORDER BY scope, item')

export function confirmed(pool: Pool): Promise<readonly (Confirmation & { readonly by: string; readonly at: Date })[]> {
  return run(pool, CONFIRMED, {})
}
