/** Statutory clocks that have not stopped, as operators see them: which case, whose turn, until when. */
import type { StoredClock } from '#core/clocks/clock.ts'
import { unconfirmedOf } from '#core/clocks/confirmed.ts'
import { addDays, type Day, dayOf, daysBetween, startOf } from '#core/clocks/days.ts'
import type { MessageType, PartyId } from '#core/message.ts'
import type { Directory } from '#core/resolve.ts'
import type { RuleSet } from '#schemas/agreements/rule-set.ts'
import { ruleSetIn } from '#schemas/agreements/rule-sets.ts'
import { type Calendars, isWorkingDay } from '#schemas/calendars/calendar.ts'

/** Where operators are: their days are told, whatever the time zone that a limit ends in. */
export const HOME = { state: 'AZE', timeZone: 'Asia/Baku' } as const

/** `soon`: after today, within three days. */
export const GROUPS = ['overdue', 'today', 'soon', 'later', 'paused'] as const
export type Group = (typeof GROUPS)[number]

export interface DeadlineFilter {
  readonly group?: Group | undefined
  /** Of whom the case is, on either side. */
  readonly party?: PartyId | undefined
  readonly conversationId?: string | undefined
  readonly ruleSet?: string | undefined
  readonly limit?: string | undefined
}

/** From, and before. */
export interface Window {
  readonly from?: Date
  readonly before?: Date
}

/** A clock as it is stored, with the sides of its case. */
export interface OpenClock
  extends Pick<
    StoredClock,
    | 'clockId'
    | 'conversationId'
    | 'ruleSet'
    | 'ruleSetVersion'
    | 'limit'
    | 'startedBy'
    | 'state'
    | 'openedAt'
    | 'extensions'
    | 'confidence'
    | 'openYears'
  > {
  readonly startedAt?: Date
  readonly dueAt: Date
  readonly pausedAt?: Date
  readonly startedByType?: MessageType
  /** Who opened the case, and with whom. */
  readonly requesting?: PartyId
  readonly requested?: PartyId
}

export interface DeadlineRow extends OpenClock {
  readonly group: Group
  /** Calendar days from today on; below 0 it is over. */
  readonly daysLeft: number
  /** Who must act. */
  readonly actor?: PartyId
  /** As the agreement's row has it; absent where the hub has no such row. */
  readonly title?: string
  readonly article?: string
  /** Rows and years that nobody has confirmed: as long as there are any, the hub only warns. */
  readonly unconfirmed: readonly string[]
}

/** When the limits of a group are due. */
export function windowOf(group: Exclude<Group, 'paused'>, now: Date): Window {
  const today = dayOf(now, HOME.timeZone)
  const tomorrow = startOf(addDays(today, 1), HOME.timeZone)
  const afterSoon = startOf(addDays(today, 4), HOME.timeZone)
  return {
    overdue: { before: now },
    today: { from: now, before: tomorrow },
    soon: { from: tomorrow, before: afterSoon },
    later: { from: afterSoon },
  }[group]
}

function groupOf({ state, dueAt }: OpenClock, now: Date): Group {
  if (state === 'paused') return 'paused'
  const within = (group: 'overdue' | 'today' | 'soon'): boolean => dueAt < (windowOf(group, now).before ?? dueAt)
  return within('overdue') ? 'overdue' : within('today') ? 'today' : within('soon') ? 'soon' : 'later'
}

export function deadlineOf(
  clock: OpenClock,
  ruleSets: readonly RuleSet[],
  { confirmations }: Pick<Directory, 'confirmations'>,
  now: Date,
): DeadlineRow {
  const ruleSet = ruleSetIn(ruleSets, clock.ruleSet, clock.ruleSetVersion)
  const row = ruleSet?.limits[clock.limit]
  const actor = row && clock[row.actor ?? 'requested']
  return {
    ...clock,
    group: groupOf(clock, now),
    daysLeft: daysBetween(dayOf(now, HOME.timeZone), dayOf(clock.dueAt, HOME.timeZone)),
    ...(actor !== undefined && { actor }),
    ...(row && { title: row.title, article: row.article }),
    unconfirmed: ruleSet ? unconfirmedOf(clock, ruleSet, confirmations(ruleSet.id, ruleSet.version)) : [],
  }
}

export interface DueDay {
  readonly day: Day
  readonly due: number
}

export interface CalendarDay extends DueDay {
  /** Where the operators are. */
  readonly working: boolean
}

/** Every day of a month, with what is due on it. */
export function calendarOf(month: string, due: readonly DueDay[], calendars: Calendars): readonly CalendarDay[] {
  const calendar = calendars.get(HOME.state)
  const counts = new Map(due.map((one) => [one.day, one.due]))
  const days: CalendarDay[] = []
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) {
    days.push({ day, due: counts.get(day) ?? 0, working: calendar ? isWorkingDay(calendar, day) : true })
  }
  return days
}
