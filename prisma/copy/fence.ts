/** Keeps everybody from writing while a database is moved, for as long as the one who moves it lives: whatever becomes of it, the fence falls with it. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import { PlainError } from '#core/plain-error.ts'
import { MOVED_TABLE } from '#prisma/moved.ts'
import { quoted, type Table } from './tables.ts'

/** Advisory locks: one move at a time, and the fence. `korpu` on a telephone keypad, and the next. */
const TURN = 56579
const FENCE = 56580

/** Class 57 (operator intervention): the store says that it is unavailable. */
const FENCED = '57KOR'

const FUNCTION = `
  CREATE OR REPLACE FUNCTION korpu_fence() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT FROM ${MOVED_TABLE}) OR NOT pg_try_advisory_xact_lock_shared(${FENCE}) THEN
      RAISE EXCEPTION 'this database is being moved' USING ERRCODE = '${FENCED}';
    END IF;
    RETURN NULL;
  END $$`

export async function takeTurn(source: Client): Promise<void> {
  const { rows } = await source.query<{ readonly mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [TURN])
  if (rows[0]?.mine === true) return
  throw new PlainError('Another `korpu move` is under way.', 'Wait for it, or end it: the hub then goes on as before.')
}

/**
 * When this resolves, whatever was being written is written, and nothing else will be: the tables were locked when the fence was put up.
 * Disposing of it lets everybody write again, unless the database has been marked as moved.
 */
export async function fenceOff(source: Client, tables: readonly Table[]): Promise<AsyncDisposable> {
  await source.query(`CREATE TABLE IF NOT EXISTS ${MOVED_TABLE} (url text NOT NULL, at timestamptz NOT NULL)`)
  await source.query(FUNCTION)
  await source.query('SELECT pg_advisory_lock($1)', [FENCE])
  try {
    await source.query('BEGIN')
    await source.query(`LOCK TABLE ${tables.map(({ name }) => quoted(name)).join(', ')} IN SHARE ROW EXCLUSIVE MODE`)
    for (const { name } of tables) {
      await source.query(
        `CREATE OR REPLACE TRIGGER korpu_fence BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON ${quoted(name)}
        FOR EACH STATEMENT EXECUTE FUNCTION korpu_fence()`,
      )
    }
    await source.query('COMMIT')
  } catch (fault) {
    await source.query('ROLLBACK')
    await takeDown(source)
    throw fault
  }
  return { [Symbol.asyncDispose]: () => takeDown(source) }
}

/** The triggers stay: without the lock they let everybody through. The hub that moved may have stopped the database meanwhile. */
async function takeDown(source: Client): Promise<void> {
  await source.query('SELECT pg_advisory_unlock($1)', [FENCE]).catch(() => undefined)
}

/** From now on this database is history: nobody writes to it, and no hub starts on it. */
export async function markMoved(source: Client, to: string): Promise<void> {
  await source.query(`INSERT INTO ${MOVED_TABLE} (url, at) VALUES ($1, now())`, [to])
}

const PATIENCE_MS = 20_000
const LOOK_MS = 100

/** How many connections of hubs are left after a while. The last hub stops the embedded database: then there are none. */
export async function hubsOn(source: Client): Promise<number> {
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    const { rows } = await source
      .query<{ readonly count: number }>(`SELECT count(*)::int FROM pg_stat_activity WHERE application_name = 'korpu'`)
      .catch(() => ({ rows: [] }))
    const count = rows[0]?.count ?? 0
    if (count === 0 || Date.now() > until) return count
    await sleep(LOOK_MS)
  }
}
