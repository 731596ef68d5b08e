/**
 * Takes what is due out of the outbox and delivers it: a lane per party, so that a slow party holds up nobody else.
 * Any number of processes may run it on one store: a claim is a lease, and whoever dies frees what it held by dying.
 */
import { type Hub, pushTo } from '#core/hub.ts'
import type { PartyId } from '#core/message.ts'
import { deliver } from './deliver.ts'

export interface Dispatch {
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
  /** When the store went away: it may have leased something to this process that it knows nothing of, or not have heard how an attempt ended. */
  let lostAt: number | undefined
  const handedBack = new AbortController()
  let stopped = false
  let asked = false
  let timer: NodeJS.Timeout | undefined
  let turn: Promise<void> | undefined

  const lanes = () =>
    (hub.directory().held ? [] : hub.directory().parties)
      .filter((party) => party.status === 'active' && pushTo(hub, party) !== undefined)
      .map((party) => ({ party: party.id, free: party.endpoint.parallel - (out.get(party.id) ?? 0), timeoutS: party.endpoint.timeoutS }))
      .filter((lane) => lane.free > 0)

  /** Soon after the store is there again: else it would wait until leases run out. Not at once: a party is no hammer's anvil. */
  const handBackLost = async (): Promise<void> => {
    if (lostAt === undefined || performance.now() - lostAt < AFTER_FAULT_MS) return
    lostAt = undefined
    const count = await hub.store.handBack(hub.process, hub.clock.now(), [...running.keys()])
    if (count > 0) hub.log.info('dispatch.recovered', { count })
  }

  const claimDue = async (): Promise<void> => {
    await handBackLost()
    const free = lanes()
    if (free.length === 0) return
    const leaseMs = Math.max(...free.map((lane) => lane.timeoutS)) * 1000 + LEASE_MARGIN_MS
    for (const delivery of await hub.store.claim(free, hub.process, hub.clock.now(), leaseMs)) {
      const { party, deliveryId } = delivery
      out.set(party, (out.get(party) ?? 0) + 1)
      const done = deliver(hub, delivery, handedBack.signal).then((isSettled) => {
        if (!isSettled) lostAt = performance.now()
        out.set(party, (out.get(party) ?? 1) - 1)
        running.delete(deliveryId)
        notify()
      })
      running.set(deliveryId, done)
    }
  }

  const take = async (): Promise<void> => {
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
    turn = take()
  }

  notify()
  return {
    notify,
    stop: async (withinMs = LONGEST_MS) => {
      stopped = true
      clearTimeout(timer)
      const finished = (async () => {
        await turn
        await Promise.all(running.values())
        return true
      })()
      if (await within(withinMs, finished)) return
      handedBack.abort()
      const count = await hub.store.handBack(hub.process, hub.clock.now())
      hub.log.warn('dispatch.handedBack', { count })
    },
  }
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

async function within(ms: number, work: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
