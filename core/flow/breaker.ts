/** A party that is down gets a probe now and then, not a hammer; everything else for it waits and loses no attempt by waiting. */
import type { BreakerPolicy, RetrySchedule } from '#core/directory.ts'
import type { Hub } from '#core/hub.ts'
import type { AttemptEnd, ClaimedDelivery } from '#core/ports.ts'
import { retryAt } from './retry.ts'

/** What an attempt says about its party, passed on to all hub processes. Never throws: what could not be passed on is found out by the next attempt. */
export async function heardFrom(hub: Hub, { party: id, probe }: ClaimedDelivery, end: AttemptEnd, retryAfterS?: number): Promise<void> {
  const party = hub.directory().party(id)
  try {
    if (end === 'answered') {
      if (probe !== undefined) hub.log.info('breaker.closed', { party: id, count: probe })
    } else if (end === 'silent' && party) {
      const { breaker, retry } = party.endpoint
      const failure = {
        at: hub.clock.now(),
        limit: breaker.failures,
        probe,
        probeAt: probeAt(hub.clock.now(), probe, breaker, retry, retryAfterS),
      }
      const state = await hub.store.breakers.failed(id, failure)
      if (state === 'opened') hub.log.warn('breaker.opened', { party: id, count: breaker.failures })
    } else if (probe !== undefined) {
      await hub.store.breakers.unsent(id, hub.clock.now())
    }
  } catch (fault) {
    hub.log.error('breaker.unknown', { party: id }, fault)
  }
}

/** After the `probe`-th probe, or after the failure that may be one too many. A wish for a day of silence does not outweigh `maxProbeS`. */
function probeAt(now: Date, probe = 0, { maxProbeS }: BreakerPolicy, retry: RetrySchedule, retryAfterS = 0): Date {
  return retryAt(now, probe + 1, { ...retry, maxS: Math.min(retry.maxS, maxProbeS) }, Math.min(retryAfterS, maxProbeS))
}
