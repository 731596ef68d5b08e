/**
 * Carries a running hub over to a PostgreSQL server. Nearly everything is copied, and compared, while the hub works on. Then writes are fenced off for
 * a moment, what changed meanwhile is copied and compared, and the hub is told where it goes on. The server gets all of it or nothing.
 */
import type { Client } from 'pg'
import { PlainError } from '#core/plain-error.ts'
import { record } from '#prisma/audit.ts'
import { migrate } from '#prisma/migrate.ts'
import { refuseMoved } from '#prisma/moved.ts'
import { openPool } from '#prisma/pool.ts'
import { copyDifference, differs } from './difference.ts'
import { fenceOff, hubsOn, markMoved, takeTurn } from './fence.ts'
import { copyIn, copyOut } from './protocol.ts'
import { countOn, openCopying, quoted, readingOf, type Table, tablesOf, writingOf } from './tables.ts'
import { counting, sameTally, tallyOf } from './tally.ts'

export interface Moved {
  /** Rows by table, as they are on the server now. */
  readonly rows: Readonly<Record<string, number>>
  /** How long nothing could be written, in milliseconds. */
  readonly pauseMs: number
  /** Hubs that had not let go of the embedded database in time. */
  readonly left: number
}

/** Both by their URLs. Throws a PlainError where something has to be put right first; then nothing has changed. */
export async function move(from: string, to: string, tell: (line: string) => void): Promise<Moved> {
  await migrate(to)
  await using opened = new AsyncDisposableStack()
  const source = opened.adopt(await openCopying(from), (client) => client.end())
  const target = opened.adopt(await openCopying(to), (client) => client.end())
  await takeTurn(source)
  await refuseMoved(source)
  const tables = await tablesOf(source)
  await refuseFilled(target, tables)

  await target.query('BEGIN')
  const since = await copyAll(source, target, tables, tell)
  tell('The rest is copied while nothing can be written.')
  const pausedAt = performance.now()
  await using _fence = await fenceOff(source, tables)
  const rows = await copyDifference(source, target, tables, since)
  await countOn(target, tables)
  await target.query('COMMIT')
  await audit(to)
  await markMoved(source, to)
  const pauseMs = Math.round(performance.now() - pausedAt)
  const left = await hubsOn(source)
  await target.query('ANALYZE')
  return { rows, pauseMs, left }
}

async function refuseFilled(target: Client, tables: readonly Table[]): Promise<void> {
  for (const { name } of tables) {
    const { rowCount } = await target.query(`SELECT FROM ${quoted(name)} LIMIT 1`)
    if (rowCount === 0) continue
    throw new PlainError(
      'The database that --to names holds data of a hub already.',
      'Give an empty database: nothing in it is overwritten.',
    )
  }
}

/** As all of it stands at one moment. Answers with that moment: the oldest transaction that was not over yet. */
async function copyAll(source: Client, target: Client, tables: readonly Table[], tell: (line: string) => void): Promise<string> {
  await source.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  const { rows } = await source.query<{ readonly since: string }>('SELECT pg_snapshot_xmin(pg_current_snapshot())::xid::text AS since')
  for (const table of tables) {
    const counted = counting()
    await copyIn(target, writingOf(table), counted.of(copyOut(source, readingOf(table))))
    const read = counted.tally()
    if (!sameTally(read, await tallyOf(target, table))) throw differs(table.name)
    tell(`${table.name}: ${read.rows}`)
  }
  await source.query('COMMIT')
  return rows[0]?.since ?? '0'
}

/** The trail says from where on it is kept by another database. */
async function audit(to: string): Promise<void> {
  const pool = openPool(to, 1)
  try {
    await record(pool, { event: 'hub.moved', party: 'hub', at: new Date() })
  } finally {
    await pool.end()
  }
}
