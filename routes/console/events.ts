/** One stream of server-sent events a tab: counts and ids, never data. It does not keep a session alive, and ends with it. */
import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { LiveEvent } from '#core/console/live.ts'
import { refusal } from '#core/console/refusal.ts'
import { idleEndOf, isLive } from '#core/console/session.ts'
import type { Console, ConsoleEnv } from './console.ts'
import type { Requires } from './permission.ts'

const MOST_PER_SESSION = 6
/** The browser opens another one by itself: none is kept by somebody who is gone. */
const LASTS_MS = 600_000
const WARN_MS = 120_000
const LOOK_MS = 5_000

export function eventRoutes({ live, sessions, clock }: Console, requires: Requires) {
  const open = new Map<string, number>()
  const enter = (id: string): void => {
    const count = open.get(id) ?? 0
    if (count >= MOST_PER_SESSION) throw refusal('HURRIED', { retryAfterS: 60 })
    open.set(id, count + 1)
  }
  const leave = (id: string): void => {
    const count = (open.get(id) ?? 1) - 1
    if (count === 0) open.delete(id)
    else open.set(id, count)
  }
  return new Hono<ConsoleEnv>().get('/', requires('self', 'passive'), (c) => {
    const { session, token } = c.var
    enter(session.sessionId)
    c.header('x-accel-buffering', 'no')
    c.header('cache-control', 'no-store')
    return streamSSE(c, async (stream) => {
      const gone = new AbortController()
      // A connection that breaks is told by one of the two alone.
      stream.onAbort(() => gone.abort())
      c.req.raw.signal.addEventListener('abort', () => gone.abort())
      const waiting: LiveEvent[] = []
      let wake = (): void => undefined
      const deaf = live.listen((event) => {
        // Whoever reads slowly misses ticks, and nothing else.
        if (event.event !== 'tick' || waiting.length === 0) waiting.push(event)
        wake()
      })
      gone.signal.addEventListener('abort', () => wake())
      const ends = Date.now() + LASTS_MS
      let lookAt = 0
      try {
        while (!gone.signal.aborted && Date.now() < ends) {
          if (Date.now() >= lookAt) {
            lookAt = Date.now() + LOOK_MS
            const now = clock.now()
            const current = token && (await sessions.find(token))
            if (!current || !isLive(current, now)) break
            const endsAt = new Date(Math.min(idleEndOf(current).getTime(), current.endsAt.getTime()))
            if (endsAt.getTime() - now.getTime() < WARN_MS) await write('session.ending', { endsAt })
          }
          const next = waiting.shift()
          if (next) await write(next.event, next.data)
          else
            await new Promise<void>((resolve) => {
              wake = resolve
              setTimeout(resolve, LOOK_MS)
            })
        }
      } finally {
        deaf()
        leave(session.sessionId)
      }
      function write(event: string, data: object): Promise<void> {
        return stream.writeSSE({ event, data: JSON.stringify(data) })
      }
    })
  })
}
