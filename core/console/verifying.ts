/** Verifying the whole audit trail: it takes as long as the trail is, so it is begun and looked after. One process at a time does it for all. */
import type { PartyId } from '#core/message.ts'
import type { Clock, Log } from '#core/ports.ts'
import type { Trail } from './trail.ts'

export interface Verdict {
  readonly chains: number
  readonly links: number
  /** The first link that does not hold, in each chain that is broken. */
  readonly broken: readonly { readonly party: PartyId; readonly lane: number; readonly number: number }[]
}

export interface Verification {
  /** `failed`: it did not come to its end. */
  readonly state: 'never' | 'running' | 'failed' | 'done'
  readonly begunAt?: Date
  /** Of the last one that came to its end, also while another one runs: a broken chain stays broken until it is found whole. */
  readonly verdict?: Verdict & { readonly at: Date }
}

export interface Verifications {
  last(now: Date): Promise<Verification>
  /** `false` while another one is under way. */
  begin(now: Date): Promise<boolean>
  /** @param verdict absent when it could not be finished */
  end(verdict: Verdict | undefined, now: Date): Promise<void>
}

export interface Surroundings {
  readonly verifications: Verifications
  readonly trail: Pick<Trail, 'verify' | 'record'>
  readonly clock: Clock
  readonly log: Log
}

export interface Verifying {
  last(): Promise<Verification>
  /** Resolves when it is under way, here or elsewhere. */
  begin(): Promise<void>
  /** Ends one that runs here. */
  stop(): Promise<void>
}

export function verifying({ verifications, trail, clock, log }: Surroundings): Verifying {
  const stopping = new AbortController()
  let underWay = Promise.resolve()

  const run = async (): Promise<void> => {
    try {
      const verdict = await trail.verify(stopping.signal)
      const at = clock.now()
      const { links, broken } = verdict
      await trail.record({
        event: broken.length === 0 ? 'audit.chain-held' : 'audit.chain-broken',
        party: 'hub',
        at,
        object: `${links} links`,
      })
      await verifications.end(verdict, at)
      if (broken.length === 0) log.info('audit.held', { count: links })
      else log.error('audit.broken', { count: broken.length })
    } catch (fault) {
      log.error('audit.unverified', {}, fault)
      await verifications.end(undefined, clock.now()).catch((again) => log.error('audit.unverified', {}, again))
    }
  }

  return {
    last: () => verifications.last(clock.now()),
    async begin() {
      if (!stopping.signal.aborted && (await verifications.begin(clock.now()))) underWay = run()
    },
    async stop() {
      stopping.abort()
      await underWay
    },
  }
}
