/** Brings a backup back into a folder where no database is: everything, or nothing. The hub that starts on it is held. */
import { randomUUID } from 'node:crypto'
import { readdir, rename, rm } from 'node:fs/promises'
import type { Client } from 'pg'
import { PlainError } from '#core/plain-error.ts'
import { makeDataFolder } from '#prisma/embedded/data-folder.ts'
import { startEmbedded } from '#prisma/embedded/start.ts'
import { isApplied, MIGRATIONS, type Migration, migrate, migrationsIn } from '#prisma/migrate.ts'
import { openPool } from '#prisma/pool.ts'
import { recordRestoration } from '#prisma/restoration.ts'
import type { Backup, BackupHead } from './backup.ts'
import { copyIn } from './protocol.ts'
import { readBackup } from './read-backup.ts'
import { countOn, openCopying, type Table, tablesOf, writingOf } from './tables.ts'
import { sameTally, tallyOf } from './tally.ts'

/** @param dataDir of the embedded database, below the data folder of the hub. */
export async function restore(file: string, dataDir: string): Promise<Backup> {
  await refuseFull(dataDir)
  // Read once from end to end before anything is made.
  const found = await readBackup(file, undefined, async (head) => refuseUnknown(file, head, await migrationsIn(MIGRATIONS)))
  const draft = `${dataDir}.${randomUUID()}`
  makeDataFolder(draft)
  try {
    const { url, stop } = await startEmbedded(draft)
    try {
      await fill(url, file, found)
    } finally {
      await stop()
    }
    await rm(dataDir, { recursive: true, force: true })
    await rename(draft, dataDir)
  } catch (fault) {
    await rm(draft, { recursive: true, force: true })
    throw fault
  }
  return found
}

async function refuseFull(dataDir: string): Promise<void> {
  const there = await readdir(dataDir).catch(() => [])
  if (there.length === 0) return
  throw new PlainError(
    `There is a database in ${dataDir} already.`,
    'A backup is restored where there is none: name another folder with --data, or move that one away.',
  )
}

/** The tables are made by the very migrations that had made those of the backup; later ones are applied to its rows. */
function refuseUnknown(file: string, { migrations }: BackupHead, ours: readonly Migration[]): void {
  const known = migrations.every((one, at) => isApplied(ours[at], one))
  if (known) return
  throw new PlainError(
    `${file} was made by another version of the program, whose tables this one does not know.`,
    'Restore it with the version that made it, or a later one.',
  )
}

async function fill(url: string, file: string, backup: Backup): Promise<void> {
  await migrate(url, MIGRATIONS, backup.migrations.length)
  const client = await openCopying(url)
  try {
    await client.query('BEGIN')
    const tables = await tablesOf(client)
    await readBackup(file, (table, rows) => copyIn(client, writingOf(table), rows))
    await countOn(client, tables)
    await compare(client, tables, backup, file)
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
  await migrate(url)
  const pool = openPool(url, 1)
  try {
    await recordRestoration(pool, new Date(backup.takenAt), new Date())
  } finally {
    await pool.end()
  }
}

async function compare(client: Client, tables: readonly Table[], backup: Backup, file: string): Promise<void> {
  for (const table of tables) {
    if (sameTally(await tallyOf(client, table), backup.tables[table.name])) continue
    throw new PlainError(
      `The table ${table.name} is not what ${file} holds.`,
      'Nothing was restored. This is a fault of the program: report it.',
    )
  }
}
