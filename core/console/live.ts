/** What pages are told by themselves: that something has changed, as counts. One look at the store serves all who listen. */
import type { Clock } from '#core/ports.ts'
import { type Repeating, repeat } from '#core/repeat.ts'
import type { Reading } from './reading.ts'

export type LiveEvent =
  | { readonly event: 'tick'; readonly data: { readonly at: string } }
  | { readonly event: 'messages.changed'; readonly data: { readonly count: number; readonly capped: boolean } }
  | { readonly event: 'alert'; readonly data: { readonly count: number } }

type Listener = (event: LiveEvent) => void

export interface Live {
  /** Until what it gives back is called. */
  listen(listener: Listener): () => void
  tell(event: LiveEvent): void
  stop(): Promise<void>
}

const EVERY_MS = 3_000

export function live(reading: Pick<Reading, 'arrivals'>, clock: Clock, failed: (fault: unknown) => void): Live {
  const listeners = new Set<Listener>()
  const tell = (event: LiveEvent): void => {
    for (const listener of listeners) listener(event)
  }
  let since = clock.now()
  const looking: Repeating = repeat(
    EVERY_MS,
    async () => {
      const now = clock.now()
      if (listeners.size > 0) {
        tell({ event: 'tick', data: { at: now.toISOString() } })
        const arrived = await reading.arrivals(since, now)
        if (arrived.count > 0) tell({ event: 'messages.changed', data: arrived })
      }
      since = now
      return EVERY_MS
    },
    failed,
  )
  return {
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tell,
    stop: looking.stop,
  }
}
