import type { RetrySchedule } from '#core/directory.ts'

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
