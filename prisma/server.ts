import type { Pool } from 'pg'
import { run, statement } from './pool.ts'

/** The PostgreSQL behind the hub. */
export interface Server {
  /** As it says itself: `18.4`. */
  readonly version: string
  /** Of all who use it, and how many it gives at most. */
  readonly connections: number
  readonly connectionLimit: number
}

const SERVER = statement(
  'server',
  `SELECT split_part(current_setting('server_version'), ' ', 1) AS version,
    (SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend') AS connections,
    current_setting('max_connections')::int AS "connectionLimit"`,
)

export async function serverOf(pool: Pool): Promise<Server> {
  const [server] = await run<Server>(pool, SERVER, {})
  if (!server) throw new Error('a statement without FROM gave no row')
  return server
}
