/** Opens the hub's database, wherever it is. */
import type { Pool } from 'pg'
import type { Store } from '#core/ports.ts'
import { type Embedded, startEmbedded } from './embedded/start.ts'
import { migrate } from './migrate.ts'
import { openPool } from './pool.ts'
import { postgresStore } from './store.ts'

/** A PostgreSQL server, or the folder of the embedded one. The `owner` of the folder stops the embedded one even when it found it running. */
export type Where = { readonly url: string } | { readonly dataDir: string; readonly owner: boolean }

export interface Database {
  readonly store: Store
  readonly pool: Pool
  /** For `openAdmin`. Holds a password. */
  readonly url: string
  /** Closes the store, and stops the embedded PostgreSQL when this process started or owns it. */
  close(): Promise<void>
}

/** Starts what must be started and applies what is pending. Throws a PlainError when an operator has to put something right. */
export async function openDatabase(where: Where, poolSize = 16): Promise<Database> {
  const embedded = 'dataDir' in where ? await startEmbedded(where.dataDir) : undefined
  const url = 'url' in where ? where.url : (embedded as Embedded).url
  const stop = async () => {
    if (embedded !== undefined && 'dataDir' in where && (embedded.startedHere || where.owner)) await embedded.stop()
  }
  try {
    await migrate(url)
  } catch (failure) {
    await stop()
    throw failure
  }
  const pool = openPool(url, poolSize)
  const store = postgresStore(pool)
  return {
    store,
    pool,
    url,
    close: async () => {
      await store.close()
      await stop()
    },
  }
}
