/**
 * Time passes in a case: warnings before a limit runs out, the note that it did, and deemed approval on silence. Any number of processes may look:
 * each step is one transaction on the clocks as they were seen, so that one of them takes it and it is taken once.
 */
import type { StoredClock } from '#core/clocks/clock.ts'
import { clockAt, lapseOf, nextLookOf } from '#core/clocks/lapse.ts'
import { hubError } from '#core/errors.ts'
import { HUB, type Hub } from '#core/hub.ts'
import type { CaseRecord, TimeStep } from '#core/ports.ts'
import { ruleSetOf } from '#schemas/agreements/rule-sets.ts'
import { lookedAtNext } from './case-clocks.ts'
import { deemedApproval } from './deemed-approval.ts'

const LOOK_MS = 10_000
const AT_ONCE = 100
/** A reply that came in the last moment may still be on its way through the hub. */
const GRACE_MS = 60_000
/** What is overdue and rests on rows that nobody has confirmed: an administrator may do so at any time. */
const UNCONFIRMED_MS = 3_600_000

/** One step in every case that is due; how many it took, so that the next can follow at once. */
export async function lookAtClocks(hub: Hub): Promise<number> {
  let taken = 0
  for (const id of await hub.store.due(hub.clock.now(), AT_ONCE)) {
    try {
      if (await looked(hub, id)) taken++
    } catch (fault) {
      hub.log.error('clock.failed', { conversationId: id }, fault)
    }
  }
  return taken
}

export function startClocks(hub: Hub): { stop(): void } {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const look = async (): Promise<void> => {
    let taken = 0
    try {
      taken = await lookAtClocks(hub)
    } catch (fault) {
      hub.log.error('clocks.failed', {}, fault)
    }
    if (!stopped) timer = setTimeout(() => void look(), taken > 0 ? 0 : LOOK_MS)
  }
  timer = setTimeout(() => void look(), LOOK_MS)
  return {
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}

type Told = 'clock.warned' | 'clock.overdue' | 'clock.lapsed'

interface Lapsed {
  /** What it is called; absent when nobody has to know. */
  readonly event?: Told
  /** How much must be confirmed before the hub acts, and is not. */
  readonly unconfirmed: number
  readonly step: TimeStep
}

async function looked(hub: Hub, id: string): Promise<boolean> {
  const now = hub.clock.now()
  const found = await hub.store.conversation(id)
  const [clock] = (found?.clocks ?? []).filter(({ lookAt }) => lookAt && lookAt <= now).toSorted(byLook)
  if (!found || !clock) return false
  const { event, unconfirmed, step } = await lapsed(hub, found, clock, now)
  // Somebody was faster: another process, or a message that came just now.
  if ((await hub.store.pass(step)) === 'moved') return true
  if (event) {
    const { startedBy: messageId, limit } = clock
    hub.log.warn(event, { conversationId: id, messageId, limit, state: step.conversation.state, count: unconfirmed })
  }
  if (step.notice) hub.wake.notify()
  return true
}

const byLook = (a: StoredClock, b: StoredClock): number => (a.lookAt?.getTime() ?? 0) - (b.lookAt?.getTime() ?? 0)

async function lapsed(hub: Hub, found: CaseRecord, clock: StoredClock, now: Date): Promise<Lapsed> {
  const ruleSet = ruleSetOf(clock.ruleSet, clock.ruleSetVersion)
  if (!ruleSet) throw hubError('INTERNAL', { detail: 'This hub does not have the rule set that the case was started with.' })
  const seen = clockAt(clock, now)
  const lapse = lapseOf(seen, ruleSet, hub.directory().confirmations(ruleSet.id, ruleSet.version))
  const unconfirmed = lapse?.unconfirmed.length ?? 0
  const acts = lapse?.effect === 'DEEMED_APPROVAL'
  const told = (event: Told, lookAt: Date | undefined): Lapsed => {
    const audit = { event: `${event} ${clock.limit}`, party: HUB, at: now, messageId: clock.startedBy }
    return { event, unconfirmed, step: { ...stepOf(found, lookedAtNext(seen, lookAt)), audit } }
  }
  if (seen !== clock) return told('clock.overdue', acts ? new Date(now.getTime() + GRACE_MS) : undefined)
  if (seen.state === 'running') return told('clock.warned', nextLookOf(seen, now))
  const step = acts && unconfirmed === 0 ? await deemedApproval(hub, found, seen, now) : undefined
  if (step) return { event: 'clock.lapsed', unconfirmed, step }
  const lookAt = acts && unconfirmed > 0 ? new Date(now.getTime() + UNCONFIRMED_MS) : undefined
  return { unconfirmed, step: stepOf(found, lookedAtNext(seen, lookAt)) }
}

const stepOf = ({ id, state, length, clockRevision }: CaseRecord, clock: StoredClock): TimeStep => ({
  conversation: { id, state, length, clockRevision },
  clocks: [clock],
})
