/** Applies prisma/migrations to a database: at start, by however many processes at once. */
import { hash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, DatabaseError } from 'pg'
import { PlainError } from '#core/plain-error.ts'

/** One process migrates, the others wait; `korpu` on a telephone keypad. */
const TURN = 56578

/** A change of a table waits for the statements under way, and all later ones wait behind it: better to let them pass and try again. */
const LOCK_TIMEOUT_MS = 2_000
const TRIES = 10
const LOCK_NOT_AVAILABLE = '55P03'

const TURN_EVERY_MS = 100

/** The first line of a migration that is no transaction: indexes of large tables, which `CREATE INDEX CONCURRENTLY` builds while they are written. */
const CONCURRENTLY = /^-- concurrently\b/
const WAS = /^-- was ([0-9a-f]{64})$/gm
const BETWEEN_STATEMENTS = /(?<=;)\s*\n\n/

/** Kept out of the schema: Prisma need not know how its SQL came here. */
export const MIGRATION_TABLE = 'korpu_migration'

export interface Migration {
  readonly name: string
  readonly sql: string
  /** SHA-256, lower-case hex. */
  readonly checksum: string
  /** Of files that it has replaced: they led to the same tables another way. */
  readonly was: readonly string[]
}

/** The migrations of this version of the program, in order. */
export async function migrationsIn(folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{14}_/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: hash('sha256', sql), was: [...sql.matchAll(WAS)].map(([, checksum = '']) => checksum) }
    }),
  )
}

/** As a database or a backup names it. */
export const isApplied = (ours: Migration | undefined, { name, checksum }: Pick<Migration, 'name' | 'checksum'>): boolean =>
  ours?.name === name && [ours.checksum, ...ours.was].includes(checksum)

export const MIGRATIONS = join(import.meta.dirname, 'migrations')

/**
 * Brings a database up to date and answers with the names of the migrations it applied, none when there was nothing to do.
 * @param first only so many, counted from the oldest.
 */
export async function migrate(url: string, folder = MIGRATIONS, first = Number.POSITIVE_INFINITY): Promise<readonly string[]> {
  const migrations = (await migrationsIn(folder)).slice(0, first)
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (cause) {
    throw new PlainError('The database does not let the hub in.', 'Check DATABASE_URL, and that the server runs and knows the user.', cause)
  }
  try {
    await takeTurn(client)
    await client.query(
      `CREATE TABLE IF NOT EXISTS ${MIGRATION_TABLE} (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL)`,
    )
    const { rows } = await client.query<{ name: string; checksum: string }>(`SELECT name, checksum FROM ${MIGRATION_TABLE} ORDER BY name`)
    const pending = pendingOf(migrations, rows)
    for (const migration of pending) await apply(client, migration, TRIES)
    return pending.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/** Asked for again and again: a statement that waits would be waited for by an index that is built concurrently. */
async function takeTurn(client: Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ readonly mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [TURN])
    if (rows[0]?.mine) return
    await sleep(TURN_EVERY_MS)
  }
}

/** What is left to apply, once it is certain that the database was made by these very files. */
function pendingOf(migrations: readonly Migration[], applied: readonly { name: string; checksum: string }[]): readonly Migration[] {
  applied.forEach((one, index) => {
    const ours = migrations[index]
    const { name } = one
    if (ours?.name !== name) {
      throw new PlainError(
        `The database holds the migration ${name}, which this version of the program does not have in that place.`,
        'Start the version of the program that made the database, or a later one.',
      )
    }
    if (!isApplied(ours, one)) {
      throw new PlainError(
        `The migration ${name} was changed after it was applied to this database.`,
        'Restore the file as it was released; a change to the tables is a new migration.',
      )
    }
  })
  return migrations.slice(applied.length)
}

async function apply(client: Client, migration: Migration, tries: number): Promise<void> {
  const { name, sql, checksum } = migration
  if (CONCURRENTLY.test(sql)) return applyConcurrently(client, migration)
  await client.query('BEGIN')
  try {
    await client.query(`SET LOCAL lock_timeout = ${LOCK_TIMEOUT_MS}`)
    await client.query(sql)
    await client.query(`INSERT INTO ${MIGRATION_TABLE} (name, checksum, applied_at) VALUES ($1, $2, now())`, [name, checksum])
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK')
    if (cause instanceof DatabaseError && cause.code === LOCK_NOT_AVAILABLE && tries > 1) return apply(client, migration, tries - 1)
    throw new PlainError(
      `The migration ${name} could not be applied; nothing of it was kept.`,
      'See the cause; the database is as it was before.',
      cause,
    )
  }
}

/** Shut down by an operator, gone after a crash of another connection, not ready yet. */
const SERVER_ENDS = /^57P0[123]$/

/** Writers go on meanwhile; a server that goes away is no fault of the migration. What it has done before it failed stays; it is written so that it can begin again. */
async function applyConcurrently(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    for (const one of sql.split(BETWEEN_STATEMENTS)) await client.query(one)
    await client.query(`INSERT INTO ${MIGRATION_TABLE} (name, checksum, applied_at) VALUES ($1, $2, now())`, [name, checksum])
  } catch (cause) {
    if (!(cause instanceof DatabaseError) || SERVER_ENDS.test(cause.code ?? '')) throw cause
    throw new PlainError(`The migration ${name} could not be finished.`, 'See the cause; the next start begins it again.', cause)
  }
}
