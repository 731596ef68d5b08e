/** Connections to PostgreSQL, and the one way in which a statement runs. */
import { DatabaseError, Pool } from 'pg'
import { HubError, hubError } from '#core/errors.ts'

/** Lanes are taken by advisory locks (class, lane); `korpu` on a telephone keypad. */
const LANES = 56578

/**
 * Every connection writes its audit links in a lane of its own (see `AuditChain` in the schema); the lane is free again when it ends.
 * Every statement goes along one index in its order. Where two indexes hold the few that are open, PostgreSQL takes their bitmaps for cheaper than they
 * are: a claim on millions of messages took 25 ms instead of 1.
 */
const TAKE_LANE = `
  SELECT set_config('korpu.lane', lane::text, false), set_config('enable_bitmapscan', 'off', false) FROM generate_series(0, 9999) AS lane
  WHERE pg_try_advisory_lock(${LANES}, lane) LIMIT 1`

/** Statements that may wait for a connection, for each that there is; more would wait in vain. */
const WAITING_PER_CONNECTION = 16

/** Every connection of a version that can read what is encrypted holds this lock, together with all others (see at-rest/old-versions.ts). */
export const READS_ENCRYPTED = 56580

/** @param size how many connections at most; a statement waits up to 5 s for a free one, unless too many wait already. */
export function openPool(url: string, size: number): Pool {
  const pool = new Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 10_000,
    // The server stops a statement first; this is for a server that no longer answers at all.
    query_timeout: 15_000,
    idle_in_transaction_session_timeout: 15_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    application_name: 'korpu',
    // oxlint-disable-next-line typescript/no-misused-promises -- the pool waits for it, which its types do not say
    onConnect: async (client) => {
      // The pool listens to idle connections alone: one that breaks between two statements of a transaction would end the process. Its next statement says so.
      client.on('error', () => {})
      await client.query(TAKE_LANE)
      await client.query(`SELECT pg_advisory_lock_shared(${READS_ENCRYPTED}, 0)`)
    },
  })
  // An idle connection that breaks leaves the pool by itself; the statement that needs the server says that it is gone.
  pool.on('error', () => {})
  return pool
}

/** SQL with `:name` for parameters, prepared once a connection. */
export interface Statement {
  readonly name: string
  readonly text: string
  /** Parameter names in the order of `$1`, `$2`, … */
  readonly parameters: readonly string[]
}

export function statement(name: string, sql: string): Statement {
  const parameters: string[] = []
  const text = sql.replace(/(?<!:):([a-z]\w*)/gi, (_, parameter: string) => {
    if (!parameters.includes(parameter)) parameters.push(parameter)
    return `$${parameters.indexOf(parameter) + 1}`
  })
  return { name: `korpu_${name}`, text, parameters }
}

/** A statement that is different every time, or whose plan must know its values: parsed and planned each time it runs. */
export const unprepared = (sql: string): Statement => ({ ...statement('', sql), name: '' })

/** Runs a statement by itself (committed when this returns) and gives its rows. Throws STORE_UNAVAILABLE when the outcome is unknown. */
export async function run<Row extends object>(pool: Pool, asked: Statement, given: object): Promise<readonly Row[]> {
  const query = queryOf(asked, given)
  if (pool.waitingCount >= pool.options.max * WAITING_PER_CONNECTION) {
    throw hubError('STORE_UNAVAILABLE', { detail: 'Too much waits for the database already; nothing was stored.', retryAfterS: 5 })
  }
  try {
    const { rows } = await pool.query<Row>(query)
    return rows
  } catch (failure) {
    throw storeFailure(failure)
  }
}

/** Runs a statement once for each of `given`, all in one transaction, and says how many rows each gave. Throws as `run` does; then none of it is kept. */
export async function runAll(pool: Pool, asked: Statement, given: readonly object[]): Promise<readonly number[]> {
  const queries = given.map((one) => queryOf(asked, one))
  const client = await pool.connect().catch((failure: unknown) => {
    throw storeFailure(failure)
  })
  let failure: unknown
  try {
    await client.query('BEGIN')
    const counts: number[] = []
    for (const query of queries) counts.push((await client.query(query)).rows.length)
    await client.query('COMMIT')
    return counts
  } catch (cause) {
    failure = cause
    throw storeFailure(cause)
  } finally {
    // The end of the connection is the end of what it has not committed.
    client.release(failure !== undefined)
  }
}

function queryOf({ name, text, parameters }: Statement, given: object): { readonly name: string; text: string; values: unknown[] } {
  const values = parameters.map((parameter) => {
    if (!Object.hasOwn(given, parameter)) throw new Error(`statement ${name} lacks its parameter ${parameter}`)
    return given[parameter as keyof typeof given]
  })
  return { name, text, values }
}

/** SQLSTATE classes that say "not now" rather than "not so": connection, standby, log-in, rollback by conflict, resources, operator, system. */
const PASSING = new Set(['08', '25', '28', '3D', '40', '53', '55', '57', '58'])

/** A statement that the server refused for its own sake is a bug and stays as it is; anything else is STORE_UNAVAILABLE. */
export function storeFailure(failure: unknown): unknown {
  if (failure instanceof HubError) return failure
  if (failure instanceof DatabaseError && !PASSING.has(failure.code?.slice(0, 2) ?? '08')) return failure
  return hubError('STORE_UNAVAILABLE', { retryAfterS: 5, cause: failure })
}
