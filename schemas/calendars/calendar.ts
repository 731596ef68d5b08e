/** Which days are worked in a state: public holidays as versioned data, written by `schemas/generate.ts`. */
import { HOLIDAYS, type HolidayYear } from '#schemas/generated/holidays.ts'

/**
 * How sure a year is: `LAW` all days follow from the law as it stood when the data were made, `ANNOUNCED` the decisions for that year were read,
 * `OPEN` feasts or exchanged days are decided for that year and were not read. Only an `OPEN` year needs to be confirmed.
 */
export type Certainty = 'LAW' | 'ANNOUNCED' | 'OPEN'

interface Year {
  readonly certainty: Certainty
  /** `MM-DD` */
  readonly off: ReadonlySet<string>
  /** Saturdays and Sundays that are worked, `MM-DD`. */
  readonly on: ReadonlySet<string>
}

export interface Calendar {
  /** ISO 3166-1 alpha-3. */
  readonly state: string
  readonly years: ReadonlyMap<number, Year>
}

export type Calendars = ReadonlyMap<string, Calendar>

const daysOf = (list: string | undefined): ReadonlySet<string> => new Set(list?.split(' '))

const yearOf = ({ certainty, off, on }: HolidayYear): Year => ({ certainty, off: daysOf(off), on: daysOf(on) })

export const CALENDARS: Calendars = new Map(
  Object.entries(HOLIDAYS).map(([state, years]) => [
    state,
    { state, years: new Map(Object.entries(years).map(([year, data]) => [Number(year), yearOf(data)])) },
  ]),
)

/** `day` is YYYY-MM-DD. A year that the calendar does not have knows weekends only. */
export function isWorkingDay({ years }: Calendar, day: string): boolean {
  const year = years.get(Number(day.slice(0, 4)))
  const monthDay = day.slice(5)
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6 ? (year?.on.has(monthDay) ?? false) : !year?.off.has(monthDay)
}

/** Of a year that is not in the data nothing is known but its weekends. */
export const certaintyOf = ({ years }: Calendar, day: string): Certainty => years.get(Number(day.slice(0, 4)))?.certainty ?? 'OPEN'
