/** Makes messages that were accepted before references were kept findable by them. Doing it twice is doing it once. */
import type { Hub } from '#core/hub.ts'
import type { References } from '#core/references.ts'
import { type Repeating, repeat } from '#core/repeat.ts'

const LOOK_MS = 60_000

export function startTakingInReferences({ clock, log, store, process }: Hub, references: References): Repeating {
  return repeat(
    LOOK_MS,
    async () => {
      if (!(await store.turn('references', process, clock.now(), 2 * LOOK_MS))) return LOOK_MS
      const began = performance.now()
      // Half of the time belongs to those who send.
      return (await references.takeIn(clock.now())) === 'more' ? performance.now() - began : LOOK_MS
    },
    (fault) => log.error('references.failed', {}, fault),
  )
}
