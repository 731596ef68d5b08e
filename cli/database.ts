import { storeKeysOf } from '#certs/store-keys.ts'
import { databaseOf, readConfig } from '#config'
import { type Database, openDatabase } from '#prisma/database.ts'

/** The database that the settings name, beside a hub that runs on it or without one. */
export async function withDatabase<T>(ask: (database: Database) => Promise<T>): Promise<T> {
  const config = readConfig()
  const database = await openDatabase(databaseOf(config, false), storeKeysOf(config), 2)
  try {
    return await ask(database)
  } finally {
    await database.close()
  }
}
