import type { PartyId } from '#core/message.ts'
import type { Breakers } from '#core/ports.ts'

interface Breaker {
  failures: number
  openedAt: Date | undefined
  probeAt: Date | undefined
  probes: number
}

export interface MemoryBreakers extends Breakers {
  get(party: PartyId): Readonly<Breaker> | undefined
  /** The party is there. */
  close(party: PartyId): void
  /** How many may go out, and which probe that one is. A probe is out until `leaseEnd`. */
  room(party: PartyId, free: number, now: Date, leaseEnd: Date): { readonly free: number; readonly probe: number | undefined }
}

export function memoryBreakers(): MemoryBreakers {
  const breakers = new Map<PartyId, Breaker>()
  return {
    get: (party) => breakers.get(party),
    close: (party) => void breakers.delete(party),
    room: (party, free, now, leaseEnd) => {
      const breaker = breakers.get(party)
      if (!breaker?.openedAt) return { free, probe: undefined }
      if (!breaker.probeAt || breaker.probeAt > now) return { free: 0, probe: undefined }
      breaker.probeAt = leaseEnd
      return { free: 1, probe: breaker.probes + 1 }
    },
    failed: async (party, { at, limit, probe, probeAt }) => {
      const breaker = breakers.get(party) ?? { failures: 0, openedAt: undefined, probeAt: undefined, probes: 0 }
      breakers.set(party, breaker)
      if (breaker.openedAt) {
        if (probe !== undefined) Object.assign(breaker, { failures: breaker.failures + 1, probes: probe, probeAt })
        return 'counted'
      }
      breaker.failures += 1
      if (breaker.failures < limit) return 'counted'
      Object.assign(breaker, { openedAt: at, probeAt })
      return 'opened'
    },
    unsent: async (party, at) => {
      const breaker = breakers.get(party)
      if (breaker?.openedAt) breaker.probeAt = at
    },
  }
}
