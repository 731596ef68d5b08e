/** Takes what waits behind dead deliveries out of the way of what can go. It is back when the dead one is replayed, given up or receipted late. */
import type { Hub } from '#core/hub.ts'
import { type Repeating, repeat } from '#core/repeat.ts'

const LOOK_MS = 5_000
const AT_ONCE = 500
/** What joined a case behind its dead one meanwhile is found when this is over. */
const ASIDE_MS = 600_000

/** How many dead ones were looked behind. */
export function standAside(hub: Hub): Promise<number> {
  const now = hub.clock.now()
  return hub.store.standAside(now, new Date(now.getTime() + ASIDE_MS), AT_ONCE)
}

export function startStandingAside(hub: Hub): Repeating {
  const turn = async (): Promise<number> => ((await standAside(hub)) === AT_ONCE ? 0 : LOOK_MS)
  return repeat(LOOK_MS, turn, (fault) => hub.log.error('aside.failed', {}, fault))
}
