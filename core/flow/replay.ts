/** Carries on the replays that operators have started: one delivery at a time, oldest first, each with its own audit link. */
import type { Hub } from '#core/hub.ts'
import type { Operations } from '#core/operations.ts'
import type { Clock } from '#core/ports.ts'
import { type Repeating, repeat } from '#core/repeat.ts'

const LOOK_MS = 1_000
const LEASE_MS = 30_000
const PART = 100

/** The next part of the oldest job that nobody has; how many deliveries it came to, `undefined` when there is no job. */
export async function carryOn(operations: Operations, by: string, clock: Clock): Promise<number | undefined> {
  const part = await operations.takePart(by, clock.now(), LEASE_MS, PART)
  if (!part) return undefined
  if (part.items.length === 0) await operations.finish(part, by, clock.now())
  for (const item of part.items) {
    if ((await operations.replay(part, item, by, clock.now())) === 'lost') break
  }
  return part.items.length
}

export function startReplays(hub: Hub, operations: Operations): Repeating {
  const turn = async (): Promise<number> => {
    const count = await carryOn(operations, hub.process, hub.clock)
    if (count === undefined) return LOOK_MS
    if (count > 0) hub.log.info('replay.advanced', { count })
    hub.wake.notify()
    return 0
  }
  return repeat(LOOK_MS, turn, (fault) => hub.log.error('replay.failed', {}, fault))
}
