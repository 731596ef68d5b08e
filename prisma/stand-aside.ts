/** What waits behind a dead delivery is not due until an operator or a late receipt moves that one: no claim has to look at it again and again. */
import type { Pool } from 'pg'
import { run, statement } from './pool.ts'
import { OPEN } from './rows.ts'

/** Of open deliveries that nobody has in hand, those behind `first` in its conversation. */
const behind = (first: string): string => `later.party = ${first}.party AND later.conversation_id = ${first}.conversation_id
      AND later.number > ${first}.number AND later.${OPEN} AND later.leased_by IS NULL`

/** `due_at` of a dead one has no other use: it says when to look behind it again. The dead one is locked first, as by all who move it. */
const STAND_ASIDE = statement(
  'stand_aside',
  `WITH dead AS (
    SELECT delivery_id, party, conversation_id, number FROM delivery
    WHERE state = 'dead' AND due_at <= :now::timestamptz
    ORDER BY due_at
    LIMIT :limit
    FOR UPDATE SKIP LOCKED
  ), later AS (
    UPDATE delivery AS later SET due_at = :until::timestamptz FROM dead
    WHERE ${behind('dead')} AND later.due_at < :until::timestamptz
  )
  UPDATE delivery SET due_at = :until::timestamptz FROM dead WHERE delivery.delivery_id = dead.delivery_id
  RETURNING dead.delivery_id`,
)

export async function standAside(pool: Pool, now: Date, until: Date, limit: number): Promise<number> {
  return (await run(pool, STAND_ASIDE, { now, until, limit })).length
}

/**
 * A part of the statements that end or replay `done`, a CTE with `party`, `conversation_id` and `number`: what stood aside behind it is due.
 * Without a look at `due_at`, unless `also` asks for one: who stands aside at this very moment is found, too.
 */
export const freeing = (also = 'true'): string => `freed AS (
    UPDATE delivery AS later SET due_at = least(later.due_at, :auditAt::timestamptz) FROM done
    WHERE ${behind('done')} AND ${also}
  )`
