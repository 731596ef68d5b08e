/**
 * Time passes in a case: warnings before a limit runs out, the note that it did, and what follows from silence. Any number of processes may look:
 * each step is one transaction on the clocks as they were seen, so that one of them takes it and it is taken once.
 */
import type { StoredClock } from '#core/clocks/clock.ts'
import { clockAt, lapseOf, nextLookOf } from '#core/clocks/lapse.ts'
import { HubError, hubError } from '#core/errors.ts'
import { HUB, type Hub } from '#core/hub.ts'
import type { CaseRecord, LogFields, TimeStep } from '#core/ports.ts'
import { type Repeating, repeat } from '#core/repeat.ts'
import type { LapseEffect } from '#schemas/agreements/rule-set.ts'
import { ruleSetIn } from '#schemas/agreements/rule-sets.ts'
import { lookedAtNext } from './case-clocks.ts'
import { deemedApproval } from './deemed-approval.ts'
import { europeanTravelDocument } from './european-travel-document.ts'

const LOOK_MS = 10_000
const AT_ONCE = 100
/** A reply that came in the last moment may still be on its way through the hub. */
const GRACE_MS = 60_000
/** What waits for people: rows that nobody has confirmed, or a clock that cannot be processed. */
const AGAIN_MS = 3_600_000

/** What the hub does when a limit runs out and everything that it rests on is sure. `undefined` where the case is past it. */
const EFFECTS: { readonly [effect in LapseEffect]: (...seen: Seen) => Promise<TimeStep | undefined> | TimeStep } = {
  DEEMED_APPROVAL: deemedApproval,
  EU_TRAVEL_DOCUMENT: europeanTravelDocument,
}
type Seen = Parameters<typeof deemedApproval>

/** One step in every case that is due; how many it took, so that the next can follow at once. */
export async function lookAtClocks(hub: Hub): Promise<number> {
  // What would stop a clock may be among what was lost.
  if (hub.directory().held) return 0
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

export function startClocks(hub: Hub): Repeating {
  const turn = async (): Promise<number> => ((await lookAtClocks(hub)) > 0 ? 0 : LOOK_MS)
  return repeat(LOOK_MS, turn, (fault) => hub.log.error('clocks.failed', {}, fault))
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
  const { startedBy: messageId, limit } = clock
  const line: LogFields = { conversationId: id, messageId, limit, state: found.state }
  try {
    const { event, unconfirmed, step } = await lapsed(hub, found, clock, now)
    // Somebody was faster: another process, or a message that came just now.
    if ((await hub.store.pass(step)) === 'moved') return true
    if (event) hub.log.warn(event, { ...line, state: step.conversation.state, count: unconfirmed })
    if (step.notice) hub.wake.notify(...step.notice.deliveries.map(({ party }) => party))
  } catch (fault) {
    if (fault instanceof HubError && fault.code === 'STORE_UNAVAILABLE') throw fault
    await setAside(hub, found, clock, now)
    hub.log.error('clock.stuck', line, fault)
  }
  return true
}

const byLook = (a: StoredClock, b: StoredClock): number => (a.lookAt?.getTime() ?? 0) - (b.lookAt?.getTime() ?? 0)

/** However many cannot be processed: those behind them get their turn. Operators are told each time; once they have put it right, it goes on by itself. */
async function setAside(hub: Hub, found: CaseRecord, clock: StoredClock, now: Date): Promise<void> {
  await hub.store.pass(stepOf(found, lookedAtNext(clock, new Date(now.getTime() + AGAIN_MS))))
}

async function lapsed(hub: Hub, found: CaseRecord, clock: StoredClock, now: Date): Promise<Lapsed> {
  const ruleSet = ruleSetIn(hub.ruleSets, clock.ruleSet, clock.ruleSetVersion)
  if (!ruleSet) throw hubError('INTERNAL', { detail: 'This hub does not have the rule set that the case was started with.' })
  const seen = clockAt(clock, now)
  const lapse = lapseOf(seen, ruleSet, hub.directory().confirmations(ruleSet.id, ruleSet.version))
  const unconfirmed = lapse?.unconfirmed.length ?? 0
  const told = (event: Told, lookAt: Date | undefined): Lapsed => {
    const audit = { event: `${event} ${clock.limit}`, party: HUB, at: now, messageId: clock.startedBy }
    return { event, unconfirmed, step: { ...stepOf(found, lookedAtNext(seen, lookAt)), audit } }
  }
  if (seen !== clock) return told('clock.overdue', lapse && new Date(now.getTime() + GRACE_MS))
  if (seen.state === 'running') return told('clock.warned', nextLookOf(seen, now))
  const step = lapse && unconfirmed === 0 ? await EFFECTS[lapse.effect](hub, found, seen, now) : undefined
  if (step) return { event: 'clock.lapsed', unconfirmed, step }
  const lookAt = unconfirmed > 0 ? new Date(now.getTime() + AGAIN_MS) : undefined
  return { unconfirmed, step: stepOf(found, lookedAtNext(seen, lookAt)) }
}

const stepOf = ({ id, state, length, clockRevision }: CaseRecord, clock: StoredClock): TimeStep => ({
  conversation: { id, state, length, clockRevision },
  clocks: [clock],
})
