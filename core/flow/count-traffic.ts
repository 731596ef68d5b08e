/** Counts what goes to and from parties, every few seconds, in one process at a time: what charts and alerts are made of. */
import type { Traffic } from '#core/console/traffic.ts'
import type { Hub } from '#core/hub.ts'
import { type Repeating, repeat } from '#core/repeat.ts'

const EVERY_MS = 5_000

export function startCounting({ clock, log }: Pick<Hub, 'clock' | 'log'>, traffic: Traffic): Repeating {
  return repeat(
    EVERY_MS,
    async () => ((await traffic.count(clock.now())) === 'more' ? 0 : EVERY_MS),
    (fault) => log.error('traffic.failed', {}, fault),
  )
}
