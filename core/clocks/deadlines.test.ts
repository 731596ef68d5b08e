import { expect, test } from 'vitest'
import { CASE, eventOf } from '#test/clocks.ts'
import type { MessageEvent } from './clock.ts'
import { deadlinesOf } from './deadlines.ts'

const outsider = (at: string, dateOfKnowledge?: string): MessageEvent => ({
  ...eventOf('accepted', 'readmission-application', at, { procedure: 'NORMAL', dateOfKnowledge }),
  category: 'THIRD_COUNTRY_NATIONAL',
})

test('an application for a third-country national is late after six months from the day of knowledge', () => {
  expect(deadlinesOf(outsider('2027-02-28T22:59:59Z', '2026-08-31'), CASE)).toEqual([
    { limit: 'T2', day: '2027-02-28', kept: true, unconfirmed: ['T2'] },
  ])
  expect(deadlinesOf(outsider('2027-02-28T23:00:00Z', '2026-08-31'), CASE)).toMatchObject([{ limit: 'T2', kept: false }])
})

test('an application for a national may come at any time, and a date that is not stated is not judged', () => {
  expect(deadlinesOf({ ...outsider('2027-02-28T23:00:00Z', '2020-01-01'), category: 'OWN_NATIONAL' }, CASE)).toEqual([])
  expect(deadlinesOf(outsider('2027-02-28T23:00:00Z'), CASE)).toEqual([])
})

test('in the accelerated procedure two working days of the requested state may pass after the apprehension', () => {
  const submitted = (at: string) =>
    eventOf('accepted', 'readmission-application', at, { procedure: 'ACCELERATED', apprehension: { at: '2026-05-26T10:00:00Z' } })
  expect(deadlinesOf(submitted('2026-06-02T22:00:00Z'), CASE)).toMatchObject([{ limit: 'T3', day: '2026-06-02', kept: false }])
  expect(deadlinesOf(submitted('2026-06-02T21:59:59Z'), CASE)).toMatchObject([{ limit: 'T3', kept: true }])
})

test.each(['transfer-notification', 'direct-transfer-notice'] as const)('a %s comes three working days before the arrival', (type) => {
  const announced = (arrivalAt: string) => deadlinesOf(eventOf('accepted', type, '2026-11-05T09:00:00Z', { arrivalAt }), CASE)
  expect(announced('2026-11-12T09:00:00Z')).toMatchObject([{ limit: 'T16', day: '2026-11-12', kept: true }])
  expect(announced('2026-11-11T09:00:00Z')).toMatchObject([{ limit: 'T16', kept: false }])
})
