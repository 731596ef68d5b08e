import { expect, test } from 'vitest'
import { CALENDARS } from '#schemas/calendars/calendar.ts'
import { dueAt, type Span, workingDaysBetween } from './due.ts'

const BAKU = 'Asia/Baku'
const days = (value: number): Span => ({ value, unit: 'calendarDays' })
const working = (value: number, state: string): Span => ({ value, unit: 'workingDays', state })
const lastDay = (span: Span, from: string, zone = BAKU) => dueAt(span, new Date(from), CALENDARS, zone).lastDay

test('15 calendar days end with the fifteenth day after the receipt, in the time zone of the one who must reply', () => {
  const due = dueAt(days(15), new Date('2026-12-01T08:00:00Z'), CALENDARS, BAKU)
  expect(due).toEqual({ at: new Date('2026-12-16T19:59:59.999Z'), lastDay: '2026-12-16', open: [] })
})

test('the day of the event is that of the time zone: half an hour before midnight in Greenwich is the next day in Baku', () => {
  expect(lastDay(days(15), '2026-12-01T23:30:00Z')).toBe('2026-12-17')
  expect(lastDay(days(15), '2026-12-01T23:30:00Z', 'Europe/Berlin')).toBe('2026-12-17')
  expect(lastDay(days(15), '2026-12-01T22:30:00Z', 'Europe/Berlin')).toBe('2026-12-16')
})

test('a limit over a change of clocks in Berlin ends at local midnight, not an hour off', () => {
  const at = (from: string) => dueAt(days(5), new Date(from), CALENDARS, 'Europe/Berlin').at.toISOString()
  expect(at('2026-03-27T12:00:00Z')).toBe('2026-04-01T21:59:59.999Z')
  expect(at('2026-10-23T12:00:00Z')).toBe('2026-10-28T22:59:59.999Z')
})

test('working days pass over Novruz', () => {
  expect(lastDay(working(5, 'AZE'), '2026-03-18T08:00:00Z')).toBe('2026-04-03')
  expect(lastDay(working(2, 'AZE'), '2025-03-19T08:00:00Z')).toBe('2025-04-02')
})

test('working days are those of the state that is named', () => {
  expect(lastDay(working(1, 'DEU'), '2026-10-02T08:00:00Z')).toBe('2026-10-05')
  expect(lastDay(working(1, 'DEU'), '2026-04-02T08:00:00Z')).toBe('2026-04-07')
  expect(lastDay(working(1, 'GRC'), '2026-04-02T08:00:00Z')).toBe('2026-04-03')
})

test('months end on the same day of the month', () => {
  expect(lastDay({ value: 3, unit: 'months' }, '2026-11-30T08:00:00Z')).toBe('2027-02-28')
})

test('a year that nobody decided is named, whether the last day lies in it or was only counted through it', () => {
  const open = (span: Span, from: string) => dueAt(span, new Date(from), CALENDARS, BAKU).open
  expect(open(working(5, 'AZE'), '2026-05-04T08:00:00Z')).toEqual([])
  expect(open(working(5, 'AZE'), '2026-12-28T08:00:00Z')).toEqual(['AZE 2027'])
  expect(open(working(3, 'ROU'), '2026-12-30T08:00:00Z')).toEqual(['ROU 2026', 'ROU 2027'])
  expect(open(days(15), '2030-12-28T08:00:00Z')).toEqual([])
})

test('of a state without calendar only weekends are known, and that is said', () => {
  expect(dueAt(working(1, 'XAA'), new Date('2026-12-24T08:00:00Z'), CALENDARS, 'UTC')).toMatchObject({
    lastDay: '2026-12-25',
    open: ['XAA 2026'],
  })
})

test('counting back gives what was counted', () => {
  expect(workingDaysBetween('2026-03-18', '2026-04-03', 'AZE', CALENDARS)).toBe(5)
})
