/** Opens the hub's database, wherever it is. */
import type { Pool } from 'pg'
import type { Store } from '#core/ports.ts'
import { freeOrphans, isAlone, refuseUnreachable } from './alone.ts'
import { startEmbedded } from './embedded/start.ts'
import { migrate } from './migrate.ts'
import { openPool } from './pool.ts'
import { postgresStore } from './store.ts'

/** A PostgreSQL server, or the folder of the embedded one. The `owner` of the folder stops the embedded one even when it found it running, unless another hub uses it. */
export type Where = { readonly url: string } | { readonly dataDir: string; readonly owner: boolean }

export interface Database {
  readonly store: Store
  readonly pool: Pool
  /** For `replaceDirectory`. Holds a password. */
  readonly url: string
  /** Closes the store, and stops the embedded PostgreSQL when this process started or owns it and no other hub uses it. */
  readonly close: () => Promise<void>
}

/** Starts what must be started and applies what is pending. Throws a PlainError when an operator has to put something right. */
export async function openDatabase(where: Where, poolSize = 16): Promise<Database> {
  const { url, stop } = await reach(where)
  try {
    await migrate(url)
    await freeOrphans(url)
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

async function reach(where: Where): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  if ('url' in where) {
    await refuseUnreachable(where.url)
    return { url: where.url, stop: async () => {} }
  }
  const { url, startedHere, stop } = await startEmbedded(where.dataDir)
  const mine = startedHere || where.owner
  return { url, stop: async () => (mine && (await isAlone(url)) ? stop() : undefined) }
}
