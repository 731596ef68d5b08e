/** While a hub lives, so does its database: a PostgreSQL that was killed, or that fell, is started again. */
import type { Log } from '#core/ports.ts'
import { type Repeating, repeat } from '#core/repeat.ts'
import type { Place } from './place.ts'
import { runningPid } from './server.ts'

const LOOK_MS = 250

export function keepRunning(place: Place, bringUp: () => Promise<unknown>, log: Log): Repeating {
  const turn = async (): Promise<number> => {
    if ((await runningPid(place)) !== undefined) return LOOK_MS
    log.error('database.gone', {})
    const goneAt = performance.now()
    await bringUp()
    log.info('database.started', { durationMs: Math.round(performance.now() - goneAt) })
    return LOOK_MS
  }
  return repeat(LOOK_MS, turn, (fault) => log.error('database.unstartable', {}, fault))
}
