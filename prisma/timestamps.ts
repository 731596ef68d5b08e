import type { Pool } from 'pg'
import type { StoredTreeHead } from '#core/ports.ts'
import type { StoredTimestamp, Timestamps } from '#core/timestamps.ts'
import { run, statement } from './pool.ts'

const OWED = statement(
  'timestamp_owed',
  'SELECT number, at, bytes, signature FROM tree_head WHERE timestamp IS NULL ORDER BY number LIMIT :limit',
)

const ADD = statement(
  'timestamp_add',
  `WITH stamped AS (
    INSERT INTO timestamp (at, list, token) VALUES (:at::timestamptz, :list::bytea, :token::bytea) RETURNING number
  )
  UPDATE tree_head SET timestamp = stamped.number FROM stamped WHERE tree_head.number = ANY (:heads::int[]) AND tree_head.timestamp IS NULL`,
)

const COVERING = statement(
  'timestamp_covering',
  `SELECT t.number, t.at, t.list, t.token FROM tree_head AS h JOIN timestamp AS t ON t.number = h.timestamp WHERE h.number = :head`,
)

export function postgresTimestamps(pool: Pool): Timestamps {
  return {
    owed: (limit) => run<StoredTreeHead>(pool, OWED, { limit }),
    add: async (timestamp, heads) => void (await run(pool, ADD, { ...timestamp, heads })),
    covering: async (head) => (await run<StoredTimestamp>(pool, COVERING, { head }))[0],
  }
}
