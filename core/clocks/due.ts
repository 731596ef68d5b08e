/** When a limit runs out. The day of the event is not counted; the last day counts to its end, also when nobody works on it. */
import { type Calendar, type Calendars, certaintyOf, isWorkingDay } from '#schemas/calendars/calendar.ts'
import { addDays, addMonths, type Day, dayOf, endOf } from './days.ts'

export type Span =
  | { readonly value: number; readonly unit: 'calendarDays' }
  | { readonly value: number; readonly unit: 'months' }
  /** Working days of this state, ISO 3166-1 alpha-3. */
  | { readonly value: number; readonly unit: 'workingDays'; readonly state: string }

export interface LastDay {
  readonly lastDay: Day
  /** Years of calendars that were counted and that nobody has decided or confirmed, e.g. `AZE 2028`. */
  readonly open: readonly string[]
}

export interface Due extends LastDay {
  /** Last millisecond in which the act is in time. */
  readonly at: Date
}

/** `timeZone` is that of the party that must act. */
export function dueAt(span: Span, startedAt: Date, calendars: Calendars, timeZone: string): Due {
  const last = lastDayOf(span, dayOf(startedAt, timeZone), calendars)
  return { ...last, at: endOf(last.lastDay, timeZone) }
}

export function lastDayOf(span: Span, from: Day, calendars: Calendars): LastDay {
  if (span.unit === 'calendarDays') return { lastDay: addDays(from, span.value), open: [] }
  if (span.unit === 'workingDays') return lastWorkingDay(span.value, from, calendarOf(calendars, span.state))
  return { lastDay: addMonths(from, span.value), open: [] }
}

/** How many working days of the state lie after `from`, up to and with `to`. */
export function workingDaysBetween(from: Day, to: Day, state: string, calendars: Calendars): number {
  const calendar = calendarOf(calendars, state)
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) count++
  return count
}

function lastWorkingDay(count: number, from: Day, calendar: Calendar): LastDay {
  const open = new Set<string>()
  let lastDay = from
  for (let left = count; left > 0; ) {
    lastDay = addDays(lastDay, 1)
    if (certaintyOf(calendar, lastDay) === 'OPEN') open.add(`${calendar.state} ${lastDay.slice(0, 4)}`)
    if (isWorkingDay(calendar, lastDay)) left--
  }
  return { lastDay, open: [...open] }
}

/** Of a state without calendar only weekends are known, and every year of it is open. */
const calendarOf = (calendars: Calendars, state: string): Calendar => calendars.get(state) ?? { state, years: new Map() }
