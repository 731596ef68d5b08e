import type { Pool } from 'pg'
import { run, statement } from './pool.ts'

const TAKE = statement(
  'turn_take',
  `INSERT INTO turn AS t (what, holder, until) VALUES (:what, :by, :until)
  ON CONFLICT (what) DO UPDATE SET holder = :by, until = :until WHERE t.holder = :by OR t.until <= :now
  RETURNING what`,
)

/** See `Store.turn`. */
export async function turn(pool: Pool, what: string, by: string, now: Date, leaseMs: number): Promise<boolean> {
  const taken = await run(pool, TAKE, { what, by, now, until: new Date(now.getTime() + leaseMs) })
  return taken.length > 0
}
