/** A hub on the embedded database: keeps that running, and leaves it for the server that `korpu move` carried everything to. */
import type { Pool } from 'pg'
import type { Log } from '#core/ports.ts'
import type { Embedded } from './embedded/start.ts'
import { movedTo } from './moved.ts'

export interface Following {
  /** Looks no longer, and waits for what is under way. */
  readonly end: () => Promise<void>
}

const LOOK_MS = 250

export function followMove(pool: Pool, { keepRunning }: Embedded, go: (url: string) => Promise<void>, log: Log): Following {
  const kept = keepRunning(log)
  let ended = false
  let timer: NodeJS.Timeout | undefined
  let turn: Promise<void> | undefined

  const look = async (): Promise<void> => {
    // A database that is gone says nothing; it is started again.
    const url = await movedTo(pool).catch(() => undefined)
    if (url === undefined) return next()
    try {
      await kept.end()
      await go(url)
      log.warn('database.moved', {})
    } catch (fault) {
      log.error('database.move.failed', {}, fault)
      next()
    }
  }

  const next = (): void => {
    if (ended) return
    timer = setTimeout(() => {
      turn = look()
    }, LOOK_MS)
  }

  next()
  return {
    end: async () => {
      ended = true
      clearTimeout(timer)
      await turn
      await kept.end()
    },
  }
}
