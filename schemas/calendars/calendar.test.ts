import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CALENDARS, type Calendar, certaintyOf, isWorkingDay } from './calendar.ts'
import { FIRST_YEAR, LAST_YEAR } from './states.ts'

function calendarOf(state: string): Calendar {
  const calendar = CALENDARS.get(state)
  if (!calendar) throw new Error(state)
  return calendar
}

const works = (state: string, ...days: readonly string[]) => days.map((day) => isWorkingDay(calendarOf(state), day))
const offIn = (state: string, year: number) => [...(calendarOf(state).years.get(year)?.off ?? [])]

/** Anonymous Gregorian algorithm (Meeus), and Meeus' Julian one: not what the library uses. */
function westernEaster(year: number): string {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  return shifted(Date.UTC(year, 2, 22), h + l - 7 * m)
}
function orthodoxEaster(year: number): string {
  const d = (19 * (year % 19) + 15) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
  return shifted(Date.UTC(year, 2, 22), d + e + 13)
}
const shifted = (from: number, days: number): string => new Date(from + days * 86_400_000).toISOString().slice(0, 10)
const after = (day: string, days: number): string => shifted(Date.parse(day), days).slice(5)

const YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index)

test('there is a calendar for Azerbaijan, the 27 member states, Norway and Switzerland, for every year', () => {
  expect(CALENDARS.size).toBe(30)
  for (const { years } of CALENDARS.values()) expect([...years.keys()]).toEqual(YEARS)
})

test('Easter Monday is free in the west, a day known in advance for every year', () => {
  expect(westernEaster(2026)).toBe('2026-04-05')
  for (const state of ['AUT', 'DEU', 'FRA', 'POL', 'NLD', 'NOR', 'CHE', 'ITA']) {
    for (const year of YEARS) expect(offIn(state, year)).toContain(after(westernEaster(year), 1))
  }
})

test('Orthodox Easter has its own date in Greece, Cyprus, Bulgaria and Romania', () => {
  expect(orthodoxEaster(2026)).toBe('2026-04-12')
  for (const state of ['GRC', 'CYP', 'BGR', 'ROU']) {
    for (const year of YEARS)
      expect(offIn(state, year)).toEqual(expect.arrayContaining([-2, 0, 1].map((days) => after(orthodoxEaster(year), days))))
  }
})

test('Clean Monday of Cyprus is a Monday', () => {
  for (const year of YEARS) expect(offIn('CYP', year)).toContain(after(orthodoxEaster(year), -48))
})

describe('Azerbaijan', () => {
  test('has its feasts every year, Novruz for five days', () => {
    const feasts = ['01-01', '01-02', '01-20', '03-08', '05-09', '05-28', '06-15', '06-26', '11-08', '11-09', '12-31']
    for (const year of YEARS) {
      expect(offIn('AZE', year)).toEqual(expect.arrayContaining([...feasts, '03-20', '03-21', '03-22', '03-23', '03-24']))
    }
  })

  test('works on 18 October, 12 and 17 November, which are feasts but no days off', () => {
    expect(works('AZE', '2024-10-18', '2025-11-12', '2026-11-12', '2026-11-17')).toEqual([true, true, true, true])
  })

  test('in March 2026, when Novruz and Ramazan bayramı fell together, was free from the 20th to the 30th, as announced', () => {
    const free = ['2026-03-20', '2026-03-25', '2026-03-26', '2026-03-27', '2026-03-30']
    expect(works('AZE', ...free)).toEqual(free.map(() => false))
    expect(works('AZE', '2026-03-19', '2026-03-31')).toEqual([true, true])
  })

  test('in June 2024, when 15 June and Qurban bayramı met a weekend, was free to the 19th', () => {
    expect(works('AZE', '2024-06-14', '2024-06-17', '2024-06-18', '2024-06-19', '2024-06-20')).toEqual([true, false, false, false, true])
  })

  test('has in 2025 the rest days that the Ministry of Labour published, but for those exchanged later', () => {
    const published = ['2025-01-03', '2025-03-25', '2025-03-26', '2025-06-09', '2025-06-16', '2025-11-10', '2025-11-11']
    expect(works('AZE', ...published)).toEqual(published.map(() => false))
    expect(works('AZE', '2025-03-10', '2025-04-01', '2025-03-27', '2025-03-28')).toEqual([true, true, false, false])
  })

  test('works on a Saturday that was exchanged for a working day', () => {
    expect(works('AZE', '2024-04-06', '2024-04-12', '2024-04-13')).toEqual([true, false, false])
  })

  test('does not replace the day of mourning when it falls on a weekend', () => {
    expect(works('AZE', '2024-01-20', '2024-01-22')).toEqual([false, true])
  })

  test('moves the New Year feasts of a weekend into the days after them, also over the turn of the year', () => {
    expect(offIn('AZE', 2028)).toEqual(expect.arrayContaining(['01-03', '01-04']))
  })

  test('is sure of the years that were announced and of no later one', () => {
    expect([2024, 2026, 2027, 2032].map((year) => certaintyOf(calendarOf('AZE'), `${year}-06-01`))).toEqual([
      'ANNOUNCED',
      'ANNOUNCED',
      'OPEN',
      'OPEN',
    ])
  })
})

test('a state that exchanges working days by decision is open in every year whose decision was not read, one that follows its law is not', () => {
  expect(['2026-05-05', '2027-05-05'].map((day) => certaintyOf(calendarOf('HUN'), day))).toEqual(['ANNOUNCED', 'OPEN'])
  expect(certaintyOf(calendarOf('DEU'), '2032-05-05')).toBe('LAW')
})

test('Hungary worked on a Saturday for each bridging day', () => {
  expect(works('HUN', '2026-08-07', '2026-08-08', '2026-08-20', '2026-08-21')).toEqual([true, true, false, false])
})

test('of a year beyond the data only weekends are known, and it is open', () => {
  expect(works('DEU', '2040-12-25', '2040-12-22')).toEqual([true, false])
  expect(certaintyOf(calendarOf('DEU'), '2040-12-25')).toBe('OPEN')
})

test('Dutch authorities rest on Good Friday and 5 May, Swedish ones on the eves of Midsummer, Christmas and New Year', () => {
  expect(works('NLD', '2026-04-03', '2026-05-05')).toEqual([false, false])
  expect(works('SWE', '2026-06-19', '2026-12-24', '2026-12-31')).toEqual([false, false, false])
})

test('a Bulgarian feast on a weekend frees the next working day, Easter does not', () => {
  expect(works('BGR', '2026-05-25', '2026-09-07', '2026-04-14')).toEqual([false, false, true])
  expect(works('BGR', '2027-12-27', '2027-12-28', '2027-12-29')).toEqual([false, false, true])
})

test('no state rests or works for twelve days in a row', () => {
  const day = fc.integer({ min: Date.UTC(2024, 0, 1) / 86_400_000, max: Date.UTC(2032, 11, 10) / 86_400_000 })
  fc.assert(
    fc.property(fc.constantFrom(...CALENDARS.keys()), day, (state, first) => {
      const twelve = Array.from({ length: 12 }, (_, index) => works(state, shifted(0, first + index))[0])
      expect(twelve).toContain(true)
      expect(twelve).toContain(false)
    }),
    { numRuns: 300 },
  )
})
