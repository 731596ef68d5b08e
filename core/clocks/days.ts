/** Days of the civil calendar, and when they begin and end in a time zone. A day is `YYYY-MM-DD`; all arithmetic is on days, never on hours. */

export type Day = string

const DAY_MS = 86_400_000

const numberOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS
const dayOfNumber = (number: number): Day => new Date(number * DAY_MS).toISOString().slice(0, 10)

export const addDays = (day: Day, days: number): Day => dayOfNumber(numberOf(day) + days)

/** How many days after `from` the day `to` comes. */
export const daysBetween = (from: Day, to: Day): number => numberOf(to) - numberOf(from)

/** The same day of a later month, or the last day of that month when it has no such day (Regulation 1182/71, article 3(2)(c)). */
export function addMonths(day: Day, months: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1)
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate()
  return dayOfNumber(first / DAY_MS + Math.min(date.getUTCDate(), length) - 1)
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
  formats.set(timeZone, format)
  return format
}

/** East of Greenwich is positive; ms. */
function offsetMs(instantMs: number, timeZone: string): number {
  const name = formatOf(timeZone)
    .formatToParts(instantMs)
    .find(({ type }) => type === 'timeZoneName')?.value
  const [, sign, hours, minutes] = /^GMT([+-])(\d\d):(\d\d)/.exec(name ?? '') ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000
}

/** The day it is in a time zone (IANA name). */
export const dayOf = (instant: Date, timeZone: string): Day =>
  new Date(instant.getTime() + offsetMs(instant.getTime(), timeZone)).toISOString().slice(0, 10)

/** First instant of a day. Clocks may be put forward or back within a day of it, even at midnight: the earlier of the two offsets' midnights that lies in it. */
export function startOf(day: Day, timeZone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  const candidates = [midnight - DAY_MS, midnight + DAY_MS].map((near) => midnight - offsetMs(near, timeZone))
  const within = candidates.filter((instant) => dayOf(new Date(instant), timeZone) === day)
  return new Date(Math.min(...within))
}

/** Last millisecond of a day. */
export const endOf = (day: Day, timeZone: string): Date => new Date(startOf(addDays(day, 1), timeZone).getTime() - 1)

/** A date as it stands, or the day of a time, as messages write them. */
export const dayStated = (stated: string, timeZone: string): Day => (stated.length === 10 ? stated : dayOf(new Date(stated), timeZone))
