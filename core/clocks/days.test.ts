import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, dayOf, daysBetween, endOf, startOf } from './days.ts'

const ends = (day: string, zone: string) => endOf(day, zone).toISOString()

test('a day in Baku ends at 20:00 in Greenwich, all year', () => {
  expect(ends('2026-01-15', 'Asia/Baku')).toBe('2026-01-15T19:59:59.999Z')
  expect(ends('2026-07-15', 'Asia/Baku')).toBe('2026-07-15T19:59:59.999Z')
})

test('the day on which Berlin puts its clocks forward has 23 hours, the one on which it puts them back 25', () => {
  const hours = (day: string) => (endOf(day, 'Europe/Berlin').getTime() + 1 - startOf(day, 'Europe/Berlin').getTime()) / 3_600_000
  expect(ends('2026-03-28', 'Europe/Berlin')).toBe('2026-03-28T22:59:59.999Z')
  expect(ends('2026-03-29', 'Europe/Berlin')).toBe('2026-03-29T21:59:59.999Z')
  expect(ends('2026-10-24', 'Europe/Berlin')).toBe('2026-10-24T21:59:59.999Z')
  expect(ends('2026-10-25', 'Europe/Berlin')).toBe('2026-10-25T22:59:59.999Z')
  expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-06-01')]).toEqual([23, 25, 24])
})

test('it is another day in Baku than in Lisbon late in the evening', () => {
  const late = new Date('2026-05-05T20:30:00Z')
  expect([dayOf(late, 'Asia/Baku'), dayOf(late, 'Europe/Lisbon'), dayOf(late, 'UTC')]).toEqual(['2026-05-06', '2026-05-05', '2026-05-05'])
})

/** In the last three, clocks are changed at midnight. */
const ZONES = ['Asia/Baku', 'Europe/Berlin', 'Europe/Lisbon', 'Europe/Helsinki', 'UTC', 'Atlantic/Azores', 'Asia/Beirut', 'America/Havana']

test.each(ZONES)('in %s every day of two years begins where the one before ends', (zone) => {
  for (let day = '2026-01-01'; day < '2028-01-01'; day = addDays(day, 1)) {
    const start = startOf(day, zone)
    expect([dayOf(start, zone), dayOf(new Date(start.getTime() - 1), zone)]).toEqual([day, addDays(day, -1)])
  }
})

test('a month later is the same day, or the last day of a month that has no such day', () => {
  expect(addMonths('2026-01-15', 3)).toBe('2026-04-15')
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2028-01-31', 1)).toBe('2028-02-29')
  expect(addMonths('2026-08-31', 6)).toBe('2027-02-28')
  expect(addMonths('2028-02-29', 12)).toBe('2029-02-28')
})

test('days are added and counted alike', () => {
  fc.assert(
    fc.property(fc.integer({ min: -4000, max: 4000 }), (days) => {
      expect(daysBetween('2026-03-29', addDays('2026-03-29', days))).toBe(days)
    }),
    { numRuns: 100 },
  )
})
