/** A hub on the embedded database: keeps that running, and leaves it for the server that `korpu move` carried everything to. */
import type { Pool } from 'pg'
import type { Log } from '#core/ports.ts'
import { type Repeating, repeat } from '#core/repeat.ts'
import type { Embedded } from './embedded/start.ts'
import { movedTo } from './moved.ts'

const LOOK_MS = 250

export function followMove(pool: Pool, { keepRunning }: Embedded, go: (url: string) => Promise<void>, log: Log): Repeating {
  const kept = keepRunning(log)
  const turn = async (): Promise<number | undefined> => {
    // A database that is gone says nothing; it is started again.
    const url = await movedTo(pool).catch(() => undefined)
    if (url === undefined) return LOOK_MS
    await kept.stop()
    await go(url)
    log.warn('database.moved', {})
    return undefined
  }
  const following = repeat(LOOK_MS, turn, (fault) => log.error('database.move.failed', {}, fault))
  return {
    stop: async () => {
      await following.stop()
      await kept.stop()
    },
  }
}
