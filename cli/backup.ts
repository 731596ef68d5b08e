/** `korpu backup FILE`: one consistent copy of what the hub keeps, while it runs. `--check` reads a backup from end to end. */
import type { Command } from 'commander'
import { storeKeysOf } from '#certs/store-keys.ts'
import { databaseOf, readConfig } from '#config'
import { type Backup, backup } from '#prisma/copy/backup.ts'
import { readBackup } from '#prisma/copy/read-backup.ts'
import { recordBackup } from '#prisma/copy/recorded.ts'
import { openDatabase } from '#prisma/database.ts'
import { type Answer, answering } from './output.ts'

export function addTo(program: Command): void {
  const command = program
    .command('backup')
    .description('copy everything that the hub keeps into FILE, while it runs; keys are not in it')
    .argument('<FILE>', 'where the copy goes; must not be there yet')
    .option('--check', 'only read FILE, and hold it against its own counts and digests')
  answering(command, (file: string, { check }: { readonly check?: true }) => (check ? examined(file) : taken(file)))
}

async function examined(file: string): Promise<Answer> {
  return { yes: true, lines: ['The backup is whole.', ...linesOf(await readBackup(file))], json: { ok: true } }
}

async function taken(file: string): Promise<Answer> {
  const config = readConfig()
  const database = await openDatabase(databaseOf(config, false), storeKeysOf(config), 2)
  try {
    const made = await backup(database.url, file)
    await recordBackup(database.pool, new Date(made.takenAt))
    return { yes: true, lines: [`${file} is written.`, ...linesOf(made)], json: { ok: true, takenAt: made.takenAt, tables: rowsOf(made) } }
  } finally {
    await database.close()
  }
}

export function linesOf(made: Backup): readonly string[] {
  const { message = 0, delivery = 0, audit_link = 0 } = rowsOf(made)
  return [`It shows the hub at ${made.takenAt}: ${message} messages, ${delivery} deliveries, ${audit_link} links of the audit trail.`]
}

export const rowsOf = ({ tables }: Backup): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(tables).map(([name, { rows }]) => [name, rows]))
