/** The calendars as source: from the library date-holidays where it is right, corrected by the tables of `schemas/calendars/`. */
import Holidays, { type HolidaysTypes } from 'date-holidays'
import { FEASTS, LUNAR_FEASTS, MOURNING } from '#schemas/calendars/azerbaijan.ts'
import { EXCHANGES } from '#schemas/calendars/exchanges.ts'
import { CALENDAR_VERSION, FIRST_YEAR, LAST_YEAR, STATES } from '#schemas/calendars/states.ts'

interface State {
  readonly off: ReadonlySet<string>
  readonly on: ReadonlySet<string>
}

const DAY_MS = 86_400_000
const YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index)
/** What falls at the turn of a year moves into the next one. */
const AROUND = [FIRST_YEAR - 1, ...YEARS]

const addDays = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

function isWeekend(day: string): boolean {
  const weekday = new Date(day).getUTCDay()
  return weekday === 0 || weekday === 6
}

/** For each of `moved`, in order, the next day that is neither weekend, free nor taken. */
function replacements(moved: readonly string[], free: ReadonlySet<string>): readonly string[] {
  const taken = new Set<string>()
  for (const day of moved.toSorted()) {
    let next = addDays(day, 1)
    while (isWeekend(next) || free.has(next) || taken.has(next)) next = addDays(next, 1)
    taken.add(next)
  }
  return [...taken]
}

/** A holiday of the library may last several days; its end is the first instant after it, in local time. */
function daysOf({ date, start, end }: HolidaysTypes.Holiday): readonly string[] {
  const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY_MS))
  return Array.from({ length }, (_, index) => addDays(date.slice(0, 10), index))
}

/** What follows from the law, before anything was decided for a year. */
function lawful(state: string): ReadonlySet<string> {
  const row = STATES[state]
  if (!row) return azerbaijan()
  const library = new Holidays(row.code, { types: ['public'] })
  for (const rule of row.also ?? []) library.setHoliday(rule, { name: { en: rule }, type: 'public' })
  const feasts = AROUND.flatMap((year) => library.getHolidays(year)).filter(({ rule }) => !row.not?.includes(rule))
  const off = new Set(feasts.flatMap(daysOf))
  const moves = feasts.filter(({ rule }) => row.movesWeekends && !rule.startsWith(row.movesWeekends.except))
  return new Set([...off, ...replacements(moves.flatMap(daysOf).filter(isWeekend), off)])
}

function decided(state: string): State {
  const exchanges = Object.values(EXCHANGES[state] ?? {})
  const on = new Set(exchanges.flatMap((exchange) => exchange.on))
  const off = [...lawful(state), ...exchanges.flatMap((exchange) => exchange.off)]
  return { off: new Set(off.filter((day) => !on.has(day))), on: new Set([...on].filter(isWeekend)) }
}

function certaintyOf(state: string, year: number): string {
  if (EXCHANGES[state]?.[year]) return 'ANNOUNCED'
  const row = STATES[state]
  return row && (row.open === undefined || year < row.open.since) ? 'LAW' : 'OPEN'
}

/** First day of a lunar feast as computed; the day may differ from the one that will be announced. */
function computed(year: number, rule: string): string {
  const feast = new Holidays('AZ', { types: ['public'] }).getHolidays(year).find((holiday) => holiday.rule.startsWith(rule))
  if (!feast) throw new Error(`no ${rule} in ${year}`)
  return feast.date.slice(0, 10)
}

function azerbaijan(): ReadonlySet<string> {
  const fixed = AROUND.flatMap((year) => FEASTS.map((day) => `${year}-${day}`))
  const lunar = YEARS.flatMap((year) => [
    LUNAR_FEASTS[year]?.ramazan ?? computed(year, '1 Shawwal'),
    LUNAR_FEASTS[year]?.qurban ?? computed(year, '10 Dhu al-Hijjah'),
  ]).flatMap((first) => [first, addDays(first, 1)])
  const mourning = AROUND.map((year) => `${year}-${MOURNING}`)
  const feasts = new Set([...fixed, ...lunar])
  const moved = [...[...feasts].filter(isWeekend), ...lunar.filter((day) => fixed.includes(day))]
  const free = new Set([...feasts, ...mourning])
  return new Set([...free, ...replacements(moved, free)])
}

const inYear = (days: ReadonlySet<string>, year: number): string =>
  [...days]
    .filter((day) => day.startsWith(`${year}-`))
    .toSorted()
    .map((day) => day.slice(5))
    .join(' ')

function yearSource(state: string, { off, on }: State, year: number): string {
  const worked = inYear(on, year)
  return `    ${year}: { certainty: '${certaintyOf(state, year)}', off: '${inYear(off, year)}'${worked === '' ? '' : `, on: '${worked}'`} },`
}

function stateSource(name: string): string {
  const state = decided(name)
  return `  ${name}: {\n${YEARS.map((year) => yearSource(name, state, year)).join('\n')}\n  },`
}

/** `generated/holidays.ts`. The days come from date-holidays and so stand under CC BY-SA 3.0. */
export function holidaysSource(): string {
  const rows = ['AZE', ...Object.keys(STATES)].toSorted().map(stateSource)
  return `// Written by \`npm run generate\` from schemas/calendars/ and the library date-holidays. Do not edit: change the tables.
// The days are adapted from the data of date-holidays, CC BY-SA 3.0 (https://creativecommons.org/licenses/by-sa/3.0/), and stand under the same licence.

export interface HolidayYear {
  readonly certainty: 'LAW' | 'ANNOUNCED' | 'OPEN'
  /** Days off, MM-DD. */
  readonly off: string
  /** Saturdays and Sundays that are worked, MM-DD. */
  readonly on?: string
}

export const CALENDAR_VERSION = '${CALENDAR_VERSION}'

/** By ISO 3166-1 alpha-3 code and year. */
export const HOLIDAYS: { readonly [state: string]: { readonly [year: number]: HolidayYear } } = {
${rows.join('\n')}
}
`
}
