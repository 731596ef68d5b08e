import type { RetrySchedule } from '#core/directory.ts'
import type { Hub } from '#core/hub.ts'
import type { ClaimedDelivery } from '#core/ports.ts'

const DEFAULT: RetrySchedule = { firstS: 5, factor: 2, maxS: 900, jitter: 0.2 }

/** When attempt number `attempt` (1 = the first) is followed by the next: exponential with jitter, never earlier than the party asked for. */
export function retryAt(
  now: Date,
  attempt: number,
  schedule: RetrySchedule = DEFAULT,
  retryAfterS = 0,
  random: () => number = Math.random,
): Date {
  const plainS = Math.min(schedule.firstS * schedule.factor ** (attempt - 1), schedule.maxS)
  const spread = 1 + schedule.jitter * (2 * random() - 1)
  return new Date(now.getTime() + Math.max(plainS * spread, retryAfterS) * 1000)
}

/** The schedule of the agreement where it has its own, else that of the party. */
export function scheduleFor(hub: Hub, { from, party, type }: Pick<ClaimedDelivery, 'from' | 'party' | 'type'>): RetrySchedule | undefined {
  const found = hub.directory().agreement(from, party, type, hub.clock.now())
  const agreed = typeof found === 'string' ? undefined : found.agreement.retry
  return agreed ?? hub.directory().party(party)?.endpoint.retry
}
