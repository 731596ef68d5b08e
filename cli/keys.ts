/** `korpu keys rotate-store`: everything in the database opens with the newest store key alone, after it was put on top of the file. */
import type { Command } from 'commander'
import { storeKeysOf } from '#certs/store-keys.ts'
import { databaseOf, readConfig } from '#config'
import { rotateStoreKey } from '#prisma/at-rest/rotate.ts'
import { record } from '#prisma/audit.ts'
import { openDatabase } from '#prisma/database.ts'
import { type Answer, answering } from './output.ts'

export function addTo(program: Command): void {
  const keys = program.command('keys').description('the keys of the hub')
  const rotating = keys
    .command('rotate-store')
    .description('wrap all keys of messages and attachments under the newest store key, while hubs run; bodies are not touched')
  answering(rotating, rotated)
}

async function rotated(): Promise<Answer> {
  const config = readConfig()
  const keys = storeKeysOf(config)
  const database = await openDatabase(databaseOf(config, false), keys, 2)
  try {
    const { wrapped, left } = await rotateStoreKey(database.pool, keys)
    await record(database.pool, { event: `hub.storeKeyRotated ${keys.newest.id}`, party: 'hub', at: new Date() })
    const yes = left === 0
    return {
      yes,
      lines: [
        `${wrapped} keys are wrapped under the store key ${keys.newest.id} now.`,
        yes
          ? 'Older store keys open nothing in this database any more. Backups from before still need them.'
          : `${left} keys are under older ones: of uploads under way, of a hub that was not started again since, or damaged. Run it again later.`,
      ],
      json: { ok: yes, storeKey: keys.newest.id, wrapped, left },
    }
  } finally {
    await database.close()
  }
}
