/**
 * Takes what is due out of the outbox and delivers it: a lane per party, so that a slow party holds up nobody else.
 * Any number of processes may run it on one store: a claim is a lease, and whoever dies frees what it held by dying.
 */
import type { PartyRecord } from '#core/directory.ts'
import { type Hub, pushTo, type Rooms } from '#core/hub.ts'
import type { PartyId } from '#core/message.ts'
import type { ClaimedDelivery } from '#core/ports.ts'
import { deliver } from './deliver.ts'

export interface Dispatch extends Rooms {
  /** Something may have fallen due. */
  notify(): void
  /** Takes nothing new and waits for what is out, but not longer than that: the rest is given back, due at once for other processes. */
  stop(withinMs?: number): Promise<void>
}

/** Longer than any attempt may take: a lease that runs out means that its holder is dead. */
const LEASE_MARGIN_MS = 30_000
/** Other processes store deliveries too, without telling this one. */
const LOOK_AGAIN_MS = 1_000
const AFTER_FAULT_MS = 2_000
/** What is told while a look is under way waits this long for company: under load one look serves many, and nobody waits without load. */
const GATHER_MS = 5
/** The longest that a timer can be set to. */
const LONGEST_MS = 2 ** 31 - 1

export function startDispatch(hub: Hub): Dispatch {
  const out = new Map<PartyId, number>()
  const running = new Map<string, Promise<void>>()
  /** Deliveries that are being stored and may be leased to this process by that. */
  const expected = new Set<string>()
  /** Parties for whom nothing was due at the last look, and all that came since had room. */
  const clear = new Set<PartyId>()
  /** Parties for whom something may wait behind what is out. */
  const behind = new Set<PartyId>()
  /** When the store went away: it may have leased something to this process that it knows nothing of, or not have heard how an attempt ended. */
  let lostAt: number | undefined
  const handedBack = new AbortController()
  let stopped = false
  let asked = false
  let timer: NodeJS.Timeout | undefined
  let turn: Promise<void> | undefined

  const laneOf = (party: PartyRecord) =>
    hub.directory().held || party.status !== 'active' || pushTo(hub, party) === undefined
      ? undefined
      : { party: party.id, free: party.endpoint.parallel - (out.get(party.id) ?? 0), timeoutS: party.endpoint.timeoutS }
  const lanes = () =>
    hub
      .directory()
      .parties.map(laneOf)
      .filter((lane) => lane !== undefined)
      .filter(({ free }) => free > 0)

  /** Soon after the store is there again: else it would wait until leases run out. Not at once: a party is no hammer's anvil. */
  const handBackLost = async (): Promise<void> => {
    if (lostAt === undefined || performance.now() - lostAt < AFTER_FAULT_MS) return
    lostAt = undefined
    const count = await hub.store.handBack(hub.process, hub.clock.now(), [...running.keys(), ...expected])
    if (count > 0) hub.log.info('dispatch.recovered', { count })
  }

  const claimDue = async (): Promise<void> => {
    await handBackLost()
    const free = lanes()
    if (free.length === 0) return
    const leaseMs = Math.max(...free.map(leaseMsFor))
    const claimed = await hub.store.claim(free, hub.process, hub.clock.now(), leaseMs)
    for (const { party, free: most } of free) {
      const own = claimed.filter((one) => one.party === party)
      if (own.length < most) clear.add(party)
      else clear.delete(party)
      if (own.length > 0) behind.add(party)
      else if (!out.get(party)) behind.delete(party)
    }
    for (const delivery of claimed) {
      occupy(delivery.party)
      carry(delivery)
    }
  }

  const occupy = (party: PartyId): void => void out.set(party, (out.get(party) ?? 0) + 1)
  /** Whoever went the short way leaves nobody to look for. */
  const vacate = (party: PartyId): void => {
    out.set(party, (out.get(party) ?? 1) - 1)
    if (!clear.has(party) || behind.has(party)) notify()
  }

  const carry = (delivery: ClaimedDelivery): void => {
    const { party, deliveryId } = delivery
    const done = deliver(hub, delivery, handedBack.signal).then((isSettled) => {
      if (!isSettled) lostAt = performance.now()
      running.delete(deliveryId)
      vacate(party)
    })
    running.set(deliveryId, done)
  }

  const take: Rooms['take'] = (id, deliveryId) => {
    const party = hub.directory().party(id)
    const lane = party && laneOf(party)
    if (stopped || !lane || lane.free <= 0 || !clear.has(id)) {
      // It will wait in the outbox, and the next one shall not overtake it.
      clear.delete(id)
      return undefined
    }
    occupy(id)
    expected.add(deliveryId)
    return {
      leaseMs: leaseMsFor(lane),
      deliver: (delivery) => {
        expected.delete(deliveryId)
        carry(delivery)
      },
      leave: (why) => {
        expected.delete(deliveryId)
        if (why === 'waiting') behind.add(id)
        if (why === 'unknown') lostAt = performance.now()
        vacate(id)
      },
    }
  }

  const look = async (): Promise<void> => {
    let waitMs = LOOK_AGAIN_MS
    do {
      asked = false
      try {
        await claimDue()
      } catch (fault) {
        lostAt = performance.now()
        hub.log.error('dispatch.failed', {}, fault)
        waitMs = AFTER_FAULT_MS
        break
      }
      if (asked) await sleep(GATHER_MS)
    } while (asked && !stopped)
    turn = undefined
    if (!stopped) timer = setTimeout(notify, waitMs)
  }

  function notify(): void {
    asked = true
    if (stopped || turn) return
    clearTimeout(timer)
    turn = look()
  }

  notify()
  return {
    notify,
    take,
    stop: async (withinMs = LONGEST_MS) => {
      stopped = true
      clearTimeout(timer)
      const finished = (async () => {
        await turn
        while (running.size > 0) await Promise.all(running.values())
        return true
      })()
      if (await within(withinMs, finished)) return
      handedBack.abort()
      const count = await hub.store.handBack(hub.process, hub.clock.now())
      hub.log.warn('dispatch.handedBack', { count })
    },
  }
}

const leaseMsFor = ({ timeoutS }: { readonly timeoutS: number }): number => timeoutS * 1000 + LEASE_MARGIN_MS

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

async function within(ms: number, work: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
