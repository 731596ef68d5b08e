/** What operators do, in memory: on the deliveries of the memory store. Passes the same suite as the real one (operations.contract.ts). */
import type { PartyRecord } from '#core/directory.ts'
import type { DeliveryState, PartyId } from '#core/message.ts'
import {
  type Act,
  type Backlog,
  type Operations,
  REPLAY_VALIDITY_MS,
  REPLAYABLE,
  type ReplayableState,
  type ReplayFilter,
  type ReplayItem,
  type ReplayJob,
} from '#core/operations.ts'
import type { AuditEvent } from '#core/ports.ts'
import type { MemoryBreakers } from './memory-breakers.ts'
import { OPEN, type Outgoing } from './memory-store.ts'

interface Inside {
  readonly deliveries: ReadonlyMap<string, Outgoing>
  readonly breakers: MemoryBreakers
  parties(): readonly PartyRecord[]
  audit(event: AuditEvent): void
  turnParty(id: PartyId, from: PartyRecord['status'], to: PartyRecord['status']): boolean
  /** All of its case, to its party. */
  inCase(one: Outgoing): readonly Outgoing[]
  /** Makes what stood aside behind it due. */
  free(one: Outgoing, at: Date): void
  /** Whether it waits behind one in such a state. */
  isBehind(one: Outgoing, states: readonly DeliveryState[]): boolean
}

interface Job {
  job: ReplayJob
  readonly items: readonly ReplayItem[]
  leasedBy: string
  leasedUntil: Date
}

export function memoryOperations({ deliveries, breakers, parties, audit, turnParty, inCase, free, isBehind }: Inside): Operations {
  const jobs = new Map<string, Job>()

  const isOvertaken = (one: Outgoing): boolean =>
    (one.state === 'expired' || one.state === 'cancelled') && inCase(one).some(({ number }) => number > one.number)
  const isOutdated = ({ kept }: Outgoing, now: Date): boolean => kept.message.expiresAt !== undefined && kept.message.expiresAt <= now
  const found = (filter: ReplayFilter): readonly Outgoing[] =>
    [...deliveries.values()].filter((one) => matches(one, filter)).sort((a, b) => a.kept.receivedAt.getTime() - b.kept.receivedAt.getTime())
  const isErased = ({ kept }: Outgoing): boolean => kept.erasedAt !== undefined
  const ready = (filter: ReplayFilter, now: Date) =>
    found(filter).filter((one) => !isErased(one) && !isOvertaken(one) && !isOutdated(one, now))

  const giveUp = async (deliveryId: string, from: readonly DeliveryState[], event: string, act: Act): Promise<DeliveryState | 'absent'> => {
    const one = deliveries.get(deliveryId)
    const state = one?.state ?? 'absent'
    if (!one || !from.includes(one.state)) return state
    Object.assign(one, { state: 'cancelled', leasedBy: undefined, unended: 0 })
    free(one, act.at)
    audit({ event, party: one.party, messageId: one.kept.message.messageId, deliveryId, ...act })
    return state
  }

  const running = (jobId: string, by?: string): Job | undefined => {
    const job = jobs.get(jobId)
    return job?.job.state === 'running' && (by === undefined || job.leasedBy === by) ? job : undefined
  }

  return {
    hold: async (party, act) => {
      const held = turnParty(party, 'active', 'held')
      if (held) audit({ event: 'party.held', party, ...act })
      return held
    },
    resume: async (party, act) => {
      const silent = breakers.get(party) !== undefined
      const later = [...deliveries.values()].filter(
        (one) => one.party === party && one.state === 'retrying' && one.leasedBy === undefined && one.dueAt > act.at,
      )
      const resumed = turnParty(party, 'held', 'active') || silent || later.length > 0
      breakers.close(party)
      for (const one of later) one.dueAt = act.at
      if (resumed) audit({ event: 'party.resumed', party, ...act })
      return resumed
    },
    skip: (deliveryId, act) => giveUp(deliveryId, ['dead'], 'delivery.skipped', act),
    cancel: (deliveryId, act) => giveUp(deliveryId, [...OPEN, 'dead'], 'delivery.cancelled', act),

    backlog: async (now) =>
      parties()
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ id, status, endpoint }) => {
          const own = [...deliveries.values()].filter(({ party }) => party === id)
          const waiting = own.filter(({ state }) => OPEN.has(state))
          const breaker = breakers.get(id)
          const oldest = waiting.map(({ kept }) => kept.receivedAt.getTime()).sort((a, b) => a - b)[0]
          return {
            party: id,
            status,
            transport: endpoint.transport,
            silent: breaker?.openedAt && { since: breaker.openedAt, probeAt: breaker.probeAt, probes: breaker.probes },
            waiting: waiting.length,
            out: waiting.filter(({ leasedBy, dueAt }) => leasedBy !== undefined && dueAt > now).length,
            oldest: oldest === undefined ? undefined : new Date(oldest),
            blocked: waiting.filter((one) => isBehind(one, ['dead', 'held'])).length,
            stuck: stuckOf(own),
          }
        }),

    plan: async (filter, now) => {
      const groups = Map.groupBy(ready(filter, now), ({ party, state, code }) => JSON.stringify([party, state, code ?? null]))
      return {
        count: ready(filter, now).length,
        groups: [...groups]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, all]) => {
            const [party, state, code] = JSON.parse(key)
            return { party, state, code: code ?? undefined, count: all.length, oldest: all[0]?.kept.receivedAt ?? now }
          }),
        overtaken: found(filter).filter((one) => isOvertaken(one) && !isOutdated(one, now) && !isErased(one)).length,
        outdated: found(filter).filter((one) => isOutdated(one, now) && !isErased(one)).length,
        erased: found(filter).filter(isErased).length,
      }
    },
    start: async (jobId, filter, act) => {
      const items = ready(filter, act.at).map((one, n) => itemOf(one, n + 1))
      const { at: startedAt, ...who } = act
      const job = { jobId, ...who, startedAt, state: 'running' as const, total: items.length, reached: 0, replayed: 0 }
      jobs.set(jobId, { job, items, leasedBy: '', leasedUntil: new Date(0) })
      audit({ event: `replay.started ${jobId}`, party: 'hub', ...act })
      return job
    },
    job: async (jobId) => jobs.get(jobId)?.job,
    jobs: async (limit) =>
      [...jobs.values()]
        .map(({ job }) => job)
        .toSorted((a, b) => b.startedAt.getTime() - a.startedAt.getTime())
        .slice(0, limit),
    cancelJob: async (jobId, act) => {
      const one = running(jobId)
      if (!one) return false
      one.job = { ...one.job, state: 'cancelled' }
      audit({ event: `replay.cancelled ${jobId}`, party: 'hub', ...act })
      return true
    },

    takePart: async (by, now, leaseMs, limit) => {
      const one = [...jobs.values()]
        .filter(({ job, leasedBy, leasedUntil }) => job.state === 'running' && (leasedUntil <= now || leasedBy === by))
        .sort((a, b) => a.job.startedAt.getTime() - b.job.startedAt.getTime())[0]
      if (!one) return undefined
      Object.assign(one, { leasedBy: by, leasedUntil: new Date(now.getTime() + leaseMs) })
      const { jobId, by: operator, reason, reached } = one.job
      return { jobId, by: operator, reason, items: one.items.filter(({ number }) => number > reached).slice(0, limit) }
    },
    replay: async ({ jobId, by: operator, reason }, { number, deliveryId, party, messageId }, by, now) => {
      const job = running(jobId, by)
      const one = deliveries.get(deliveryId)
      if (!job || job.job.reached >= number) return 'lost'
      const passed = !one || !isReplayable(one.state) || isOvertaken(one) || isOutdated(one, now)
      job.job = { ...job.job, reached: number, replayed: job.job.replayed + (passed ? 0 : 1) }
      if (passed) return 'passed'
      Object.assign(one, {
        state: 'pending',
        code: undefined,
        dueAt: now,
        leasedBy: undefined,
        unended: 0,
        attemptsBefore: one.attempts,
        reopened: one.reopened || one.state === 'dead' || one.state === 'expired',
        expiresAt: longer(one, now),
      })
      free(one, now)
      audit({ event: 'delivery.replayed', party, messageId, deliveryId, by: operator, reason, at: now })
      return 'replayed'
    },
    finish: async ({ jobId, by: operator, reason }, by, now) => {
      const one = running(jobId, by)
      if (!one) return
      one.job = { ...one.job, state: 'done', reached: one.job.total }
      audit({ event: `replay.finished ${jobId}`, party: 'hub', by: operator, reason, at: now })
    },
  }
}

const isReplayable = (state: DeliveryState): state is ReplayableState => REPLAYABLE.some((one) => one === state)

function matches({ deliveryId, party, state, code, kept }: Outgoing, filter: ReplayFilter): boolean {
  const { type, conversationId } = kept.message
  return (
    isReplayable(state) &&
    filter.states.includes(state) &&
    (filter.deliveryIds?.includes(deliveryId) ?? true) &&
    [undefined, party].includes(filter.party) &&
    [undefined, code].includes(filter.code) &&
    [undefined, type].includes(filter.type) &&
    [undefined, conversationId].includes(filter.conversationId) &&
    (filter.since === undefined || kept.receivedAt >= filter.since) &&
    (filter.until === undefined || kept.receivedAt < filter.until)
  )
}

const itemOf = ({ deliveryId, party, kept }: Outgoing, number: number): ReplayItem => ({
  number,
  deliveryId,
  party,
  messageId: kept.message.messageId,
})

function longer({ expiresAt, kept }: Outgoing, now: Date): Date {
  const until = Math.min(kept.message.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY, now.getTime() + REPLAY_VALIDITY_MS)
  return new Date(Math.max(expiresAt.getTime(), until))
}

function stuckOf(own: readonly Outgoing[]): Backlog['stuck'] {
  const stuck = own.flatMap(({ state, code }) => (state === 'dead' || state === 'held' ? [{ state, code }] : []))
  const groups = Map.groupBy(stuck, ({ state, code }) => `${state} ${code ?? ''}`)
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, [one, ...others]]) => (one ? [{ ...one, count: others.length + 1 }] : []))
}
