/** What operators do with parties and deliveries, as acts that may need a second person. */
import type { JsonObject, PartyId } from '#core/message.ts'
import type { Operations, ReplayFilter, ReplayPlan } from '#core/operations.ts'
import type { Clock, Ids } from '#core/ports.ts'
import type { Doing } from './accounts.ts'
import { type Act, type Acts, act } from './four-eyes.ts'
import type { Reading } from './reading.ts'
import { refusal } from './refusal.ts'

/** As many may be replayed without asking anybody. */
export const FEW = 50

interface OfParty extends JsonObject {
  readonly party: PartyId
}
interface OfDelivery extends JsonObject {
  readonly deliveryId: string
}
interface OfJob extends JsonObject {
  readonly jobId: string
}
/** A filter in JSON, bound in time: what comes after it was planned is not meant. */
export interface Replaying extends JsonObject {
  readonly filter: JsonObject
}

export interface Surroundings {
  readonly operations: Operations
  readonly reading: Pick<Reading, 'find' | 'message'>
  readonly parties: () => readonly { readonly id: PartyId; readonly status: string }[]
  readonly clock: Clock
  readonly ids: Ids
}

export function exchangeActs({ operations, reading, parties, clock, ids }: Surroundings): Acts {
  const deliveryOf = async (id: string) => {
    const [found] = (await reading.find(id)).filter(({ kind }) => kind === 'delivery')
    const sheet = found && (await reading.message(found.id, found.from))
    const delivery = sheet?.deliveries.find(({ deliveryId }) => deliveryId === id)
    if (!sheet || !delivery) throw refusal('NOT_FOUND')
    return { messageId: sheet.messageId, from: sheet.from, type: sheet.type, party: delivery.party, state: delivery.state }
  }

  const operating = (doing: Doing) => ({ ...doing, reason: doing.reason ?? '', at: clock.now() })

  const turning = (change: 'hold' | 'resume'): Act =>
    act<OfParty>({
      action: 'party.hold',
      async effect({ party }) {
        const found = parties().find(({ id }) => id === party)
        if (!found) throw refusal('NOT_FOUND')
        if (found.status !== (change === 'hold' ? 'active' : 'held') && change === 'hold') throw refusal('CONFLICT')
        const waits = (await operations.backlog(clock.now())).find((one) => one.party === party)
        return { party, change, waiting: waits?.waiting ?? 0 }
      },
      // Meanwhile more may have come to wait.
      fits: (asked, now) => asked.party === now.party,
      async execute({ party }, doing) {
        if (!(await operations[change](party, operating(doing)))) throw refusal('CONFLICT')
        return { party, change }
      },
    })

  const givingUp = (action: 'delivery.skip' | 'delivery.cancel', ends: readonly string[]): Act =>
    act<OfDelivery>({
      action,
      async effect({ deliveryId }) {
        const { messageId, from, type, party, state } = await deliveryOf(deliveryId)
        if (ends.includes(state)) throw refusal('CONFLICT')
        return { deliveryId, messageId, from, type, party, state }
      },
      // It may have been tried meanwhile; what has ended throws.
      fits: (asked, now) => asked.deliveryId === now.deliveryId,
      async execute({ deliveryId }, doing) {
        const state = await operations[action === 'delivery.skip' ? 'skip' : 'cancel'](deliveryId, operating(doing))
        if (state === 'absent') throw refusal('NOT_FOUND')
        if (ends.includes(state)) throw refusal('CONFLICT')
        return { deliveryId, state: 'cancelled' }
      },
    })

  const replaying = (action: 'replay.few' | 'replay.many'): Act =>
    act<Replaying>({
      action,
      async effect({ filter }) {
        const plan = await operations.plan(replayFilterOf(filter), clock.now())
        if (plan.count === 0 || (action === 'replay.few' && plan.count > FEW)) throw refusal('CONFLICT')
        return effectOf(plan)
      },
      // Some may have been delivered or replayed meanwhile: never more than were asked for.
      fits: (asked, now) => Number(now.count) <= Number(asked.count),
      async execute({ filter }, doing) {
        const job = await operations.start(ids.uuid(), replayFilterOf(filter), operating(doing))
        return { jobId: job.jobId, total: job.total }
      },
    })

  return new Map<string, Act>([
    ['party.hold', turning('hold')],
    ['party.resume', turning('resume')],
    ['delivery.skip', givingUp('delivery.skip', ['pending', 'sent', 'retrying', 'held', 'delivered', 'cancelled', 'expired'])],
    ['delivery.cancel', givingUp('delivery.cancel', ['delivered', 'cancelled', 'expired'])],
    ['replay.few', replaying('replay.few')],
    ['replay.many', replaying('replay.many')],
    [
      'replay.cancel',
      act<OfJob>({
        action: 'replay.few',
        async effect({ jobId }) {
          const job = await operations.job(jobId)
          if (!job) throw refusal('NOT_FOUND')
          return { jobId, left: job.total - job.reached }
        },
        async execute({ jobId }, doing) {
          if (!(await operations.cancelJob(jobId, operating(doing)))) throw refusal('CONFLICT')
          return { jobId }
        },
      }),
    ],
  ])
}

const effectOf = ({ count, groups }: ReplayPlan): JsonObject => ({
  count,
  groups: groups.map(({ party, state, code, count: some, oldest }) => ({
    party,
    state,
    ...(code && { code }),
    count: some,
    oldest: oldest.toISOString(),
  })),
})

/** As it stands in a request. */
export function replayFilterOf({ since, until, ...filter }: JsonObject): ReplayFilter {
  return {
    ...(filter as unknown as Omit<ReplayFilter, 'since' | 'until'>),
    since: typeof since === 'string' ? new Date(since) : undefined,
    until: typeof until === 'string' ? new Date(until) : undefined,
  }
}
