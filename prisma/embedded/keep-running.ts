/** While a hub lives, so does its database: a PostgreSQL that was killed, or that fell, is started again. */
import type { Log } from '#core/ports.ts'
import type { Place } from './place.ts'
import { runningPid } from './server.ts'

export interface Kept {
  /** Looks no longer, and waits for a start under way. */
  readonly end: () => Promise<void>
}

const LOOK_MS = 250

export function keepRunning(place: Place, bringUp: () => Promise<unknown>, log: Log): Kept {
  let ended = false
  let timer: NodeJS.Timeout | undefined
  let turn: Promise<void> | undefined

  const look = async (): Promise<void> => {
    try {
      if ((await runningPid(place)) === undefined) {
        log.error('database.gone', {})
        const goneAt = performance.now()
        await bringUp()
        log.info('database.started', { durationMs: Math.round(performance.now() - goneAt) })
      }
    } catch (fault) {
      log.error('database.unstartable', {}, fault)
    }
    next()
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
    },
  }
}
