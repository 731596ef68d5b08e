/** The clocks of a case, moved by a message or a hand-over: what changes is stored together with what moved it. */
import type { ClockEvent, ClockWorld, StoredClock } from '#core/clocks/clock.ts'
import { clocksAfter } from '#core/clocks/clocks-after.ts'
import { nextLookOf } from '#core/clocks/lapse.ts'
import type { Hub } from '#core/hub.ts'
import type { Header, Message } from '#core/message.ts'
import type { Acceptance, CaseRecord } from '#core/ports.ts'
import { categoryIn } from '#core/rules/agreement.ts'
import type { Circumstances } from '#core/rules/rule.ts'
import { ruleSetIn } from '#schemas/agreements/rule-sets.ts'
import { CALENDARS } from '#schemas/calendars/calendar.ts'

/** What a message brings to its case, beside itself. */
export type CaseClocks = Pick<Acceptance['conversation'], 'ruleSetVersion' | 'category' | 'clockRevision'> & Pick<Acceptance, 'clocks'>

/** The message that opens a case pins the newest version of the rule set and says whom it is about. */
export function clocksOfMessage(hub: Hub, { header, body }: Message, known: CaseRecord | undefined, at: Date): CaseClocks {
  const { messageId, type } = header
  const before = known ?? openedBy(hub, header)
  const category = categoryIn(body) ?? before.category
  const world = worldOf(hub, before)
  const { ruleSetVersion, clockRevision } = before
  const clocks = world ? changesOf(before.clocks, { kind: 'accepted', messageId, type, body, at, category }, world) : []
  return { ruleSetVersion, category, clockRevision, clocks }
}

/** What the rules judge a message by. Of a case in which its author has no part, nothing is used: the answer must not tell about it. */
export function circumstancesOf(hub: Hub, { header, body }: Message, known: CaseRecord | undefined, at: Date): Circumstances {
  const before = known?.participants.includes(header.from) ? known : openedBy(hub, header)
  return {
    at,
    ruleSet: before.ruleSetVersion === undefined ? undefined : ruleSetIn(hub.ruleSets, before.agreement, before.ruleSetVersion),
    category: categoryIn(body) ?? before.category,
    clocks: worldOf(hub, before),
    roles: hub.directory().rolesOf(header.from),
  }
}

function openedBy(
  hub: Hub,
  { conversationId: id, agreement, messageId, type, from, to }: Header,
): CaseOfClocks & Pick<CaseRecord, 'category'> {
  const ruleSetVersion = ruleSetIn(hub.ruleSets, agreement)?.version
  return { id, agreement, ruleSetVersion, history: [{ messageId, type, from, to }], category: undefined, clocks: [], clockRevision: 0 }
}

type CaseOfClocks = Pick<CaseRecord, 'id' | 'agreement' | 'ruleSetVersion' | 'history' | 'clocks' | 'clockRevision'>

/** `undefined` where no limit can run: the hub has no such rule set, or a side of the case acts for no state. */
export function worldOf(hub: Hub, { id, agreement, ruleSetVersion, history: [opening] }: CaseOfClocks): ClockWorld | undefined {
  const ruleSet = ruleSetVersion === undefined ? undefined : ruleSetIn(hub.ruleSets, agreement, ruleSetVersion)
  const requesting = opening && hub.directory().party(opening.from)?.home
  const requested = opening && hub.directory().party(opening.to)?.home
  if (!ruleSet || !requesting || !requested) return undefined
  const confirmations = hub.directory().confirmations(ruleSet.id, ruleSet.version)
  return { conversationId: id, ruleSet, calendars: CALENDARS, sides: { requesting, requested }, confirmations }
}

/** Those that the event starts or changes, with the time at which each is to be looked at. */
export function changesOf(clocks: readonly StoredClock[], event: ClockEvent, world: ClockWorld): readonly StoredClock[] {
  return clocksAfter(clocks, event, world)
    .filter((clock) => !clocks.includes(clock))
    .map((clock) => lookedAtNext(clock, nextLookOf(clock, event.at)))
}

/** The clock with another time, or none, at which it is to be looked at. */
export function lookedAtNext(clock: StoredClock, lookAt: Date | undefined): StoredClock {
  const { lookAt: _, ...asleep } = clock
  return lookAt ? { ...asleep, lookAt } : asleep
}
