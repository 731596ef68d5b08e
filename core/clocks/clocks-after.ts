/** The clocks of a case after an event. A fold over events: the same event again changes nothing. */
import { hubError } from '#core/errors.ts'
import type { Limit } from '#schemas/agreements/rule-set.ts'
import type { ClockChange, ClockEvent, ClockRecord, ClockWorld, HandoverEvent, MessageEvent, Side } from './clock.ts'
import { clocksFor } from './clocks-for.ts'
import { confidenceOf, unconfirmedOf } from './confirmed.ts'
import { addDays, dayOf, dayStated, daysBetween, endOf, startOf } from './days.ts'
import { type LastDay, lastDayOf, type Span, workingDaysBetween } from './due.ts'

/** All of them; those that did not change are the same objects. */
export function clocksAfter(clocks: readonly ClockRecord[], event: ClockEvent, world: ClockWorld): readonly ClockRecord[] {
  if (event.kind === 'handover') return clocks.map((clock) => handedOver(clock, event, world))
  return clocksFor(world.ruleSet, event).reduce((now, change) => changed(now, change, event, world), clocks)
}

/** What waits for a receipt was read from the rule set when its message was accepted; no receipt is older than that. */
function handedOver(clock: ClockRecord, { messageId, at }: HandoverEvent, world: ClockWorld): ClockRecord {
  return clock.state === 'waiting' && clock.startedBy === messageId
    ? started(clock, new Date(Math.max(at.getTime(), clock.openedAt.getTime())), world)
    : clock
}

function changed(clocks: readonly ClockRecord[], change: ClockChange, event: MessageEvent, world: ClockWorld): readonly ClockRecord[] {
  const { limit } = change
  if (change.change !== 'open' && change.change !== 'start') {
    return clocks.map((clock) => (clock.limit === limit && clock.state !== 'stopped' ? moved(clock, change, event, world) : clock))
  }
  const clockId = `${event.messageId}:${limit}`
  if (clocks.some((clock) => clock.clockId === clockId)) return clocks
  const opened = openedBy(event, limit, world)
  return [...clocks, change.change === 'open' ? opened : started(opened, change.at, world)]
}

function moved(clock: ClockRecord, change: ClockChange, event: MessageEvent, world: ClockWorld): ClockRecord {
  if (change.change === 'stop') return { ...clock, state: 'stopped', stoppedAt: event.at, stoppedBy: event.messageId }
  if (change.change === 'resume') return clock.state === 'paused' ? resumed(clock, event.at, world) : clock
  // What ran out is not brought back: only a clock that still runs can be paused or extended.
  if (clock.state !== 'running' || !clock.dueAt || event.at > clock.dueAt) return clock
  if (change.change === 'pause') return { ...clock, state: 'paused', pausedAt: event.at }
  return change.change === 'extend' ? extended(clock, change.to, clock.dueAt, world) : clock
}

function openedBy(
  { messageId, at }: MessageEvent,
  limit: string,
  { conversationId, ruleSet, sides, confirmations }: ClockWorld,
): ClockRecord {
  return {
    clockId: `${messageId}:${limit}`,
    conversationId,
    ruleSet: ruleSet.id,
    ruleSetVersion: ruleSet.version,
    limit,
    startedBy: messageId,
    state: 'waiting',
    openedAt: at,
    warnAt: [],
    timeZone: sides[ruleSet.limits[limit]?.actor ?? 'requested'].timeZone,
    extensions: 0,
    confidence: confidenceOf(ruleSet, limit),
    confirmed: unconfirmedOf({ limit, openYears: [] }, ruleSet, confirmations).length === 0,
    openYears: [],
  }
}

function started(clock: ClockRecord, at: Date | string, world: ClockWorld): ClockRecord {
  const { timeZone } = clock
  const first = typeof at === 'string' ? dayStated(at, timeZone) : dayOf(at, timeZone)
  const startedAt = typeof at === 'string' && at.length === 10 ? startOf(at, timeZone) : new Date(at)
  const last = lastDayOf(spanOf(rowOf(clock, world), world), first, world.calendars)
  return dueOn({ ...clock, state: 'running', startedAt }, last, world)
}

function extended(clock: ClockRecord, to: string | undefined, due: Date, world: ClockWorld): ClockRecord {
  const { extension } = rowOf(clock, world)
  if (!extension || clock.extensions >= extension.times) return clock
  const now = dayOf(due, clock.timeZone)
  const most = extension.value === undefined ? undefined : lastDayOf(spanOf(extension, world), now, world.calendars)
  const stated = to === undefined ? undefined : dayStated(to, clock.timeZone)
  const last = stated !== undefined && (!most || stated < most.lastDay) ? { lastDay: stated, open: [] } : most
  if (!last || last.lastDay <= now) return clock
  return dueOn({ ...clock, extensions: clock.extensions + 1 }, last, world)
}

/** What was left of the span when it was paused is counted from the day on which it goes on. */
function resumed({ pausedAt, ...clock }: ClockRecord, at: Date, world: ClockWorld): ClockRecord {
  if (!pausedAt || !clock.dueAt) return clock
  const span = spanOf(rowOf(clock, world), world)
  const paused = dayOf(pausedAt, clock.timeZone)
  const last = dayOf(clock.dueAt, clock.timeZone)
  const today = dayOf(at, clock.timeZone)
  const left =
    span.unit === 'workingDays'
      ? lastDayOf({ ...span, value: workingDaysBetween(paused, last, span.state, world.calendars) }, today, world.calendars)
      : { lastDay: addDays(today, daysBetween(paused, last)), open: [] }
  return dueOn({ ...clock, state: 'running' }, left, world)
}

function dueOn(clock: ClockRecord, { lastDay, open }: LastDay, { ruleSet, confirmations }: ClockWorld): ClockRecord {
  const { timeZone, limit, startedAt } = clock
  const openYears = [...new Set([...clock.openYears, ...open])]
  return {
    ...clock,
    dueAt: endOf(lastDay, timeZone),
    warnAt: (ruleSet.limits[limit]?.warnDaysBefore ?? [])
      .map((days) => startOf(addDays(lastDay, -days), timeZone))
      .filter((warn) => startedAt && warn > startedAt)
      .toSorted((a, b) => a.getTime() - b.getTime()),
    openYears,
    confirmed: unconfirmedOf({ limit, openYears }, ruleSet, confirmations).length === 0,
  }
}

function rowOf({ limit }: ClockRecord, { ruleSet }: ClockWorld): Limit {
  const row = ruleSet.limits[limit]
  if (!row) throw hubError('INTERNAL', { detail: `The rule set that was pinned has no limit ${limit}.` })
  return row
}

/** The span of a limit or an extension, with the state whose working days count. */
export function spanOf(
  { value, unit, ...row }: Pick<Limit, 'value' | 'unit' | 'workingDaysOf'>,
  { sides }: Pick<ClockWorld, 'sides'>,
): Span {
  const side: Side = sides[row.workingDaysOf ?? 'requested']
  if (value === undefined || unit === undefined) throw hubError('INTERNAL', { detail: 'A limit without a number was to be counted.' })
  return unit === 'workingDays' ? { value, unit, state: side.state } : { value, unit }
}
