/** `korpu restore FILE`: brings a backup back into an empty data folder. The hub that starts there is held until it is resumed. */
import type { Command } from 'commander'
import { databaseOf, readConfig } from '#config'
import { PlainError } from '#core/plain-error.ts'
import { restore } from '#prisma/copy/restore.ts'
import { linesOf, rowsOf } from './backup.ts'
import { type Answer, answering } from './output.ts'

export function addTo(program: Command): void {
  const command = program
    .command('restore')
    .description('bring a backup back into a data folder without a database; the hub then starts held')
    .argument('<FILE>', 'what `korpu backup` wrote')
    .option('--data <DIR>', 'data folder; KORPU_DATA when left out')
  answering(command, broughtBack)
}

async function broughtBack(file: string, { data }: { readonly data?: string }): Promise<Answer> {
  const config = readConfig()
  const where = databaseOf(data === undefined ? config : { ...config, data }, true)
  if (!('dataDir' in where)) {
    throw new PlainError(
      'DATABASE_URL is set: a backup is restored into the embedded database.',
      'Unset it; `korpu move` carries the restored hub over to a server afterwards.',
    )
  }
  const found = await restore(file, where.dataDir)
  return {
    yes: true,
    lines: [
      ...linesOf(found),
      'The hub will start held: it delivers nothing, and takes only messages of the time since then, from senders who show its receipt.',
      'When that is right: korpu resume --all --by NAME.',
    ],
    json: { ok: true, takenAt: found.takenAt, tables: rowsOf(found) },
  }
}
