/** `korpu move --to DATABASE_URL`: carries the embedded database, with the hub that runs on it, over to a PostgreSQL server. */
import type { Command } from 'commander'
import { storeKeysOf } from '#certs/store-keys.ts'
import { databaseOf, readConfig } from '#config'
import { PlainError } from '#core/plain-error.ts'
import { refuseUnreachable } from '#prisma/alone.ts'
import { move } from '#prisma/copy/move.ts'
import { openDatabase } from '#prisma/database.ts'
import { type Answer, answering } from './output.ts'

export function addTo(program: Command): void {
  const command = program
    .command('move')
    .description('carry the embedded database over to a PostgreSQL server, while the hub runs')
    .requiredOption('--to <DATABASE_URL>', 'an empty database on a server')
  answering(command, moved)
}

async function moved({ to }: { readonly to: string }): Promise<Answer> {
  const config = readConfig()
  const where = databaseOf(config, false)
  if (!('dataDir' in where)) {
    throw new PlainError('DATABASE_URL is set: the hub is on a server already.', 'Unset it to move the embedded database of KORPU_DATA.')
  }
  await refuseUnreachable(to, '--to')
  const database = await openDatabase(where, storeKeysOf(config), 2)
  try {
    const { rows, pauseMs, left } = await move(database.url, to, (line) => process.stderr.write(`${line}\n`))
    const next = 'Set DATABASE_URL to it before the next start of the hub: on the embedded database it does not start any more.'
    const still = 'A hub is still connected to the embedded database, where it can store nothing: end it, and start it with DATABASE_URL.'
    return {
      yes: left === 0,
      lines: [`All is on the server; nothing could be written for ${pauseMs} ms.`, ...(left === 0 ? [next] : [next, still])],
      json: { ok: left === 0, pauseMs, rows, left },
    }
  } finally {
    await database.close()
  }
}
