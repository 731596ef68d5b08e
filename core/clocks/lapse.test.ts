import { expect, test } from 'vitest'
import { euAz2014 } from '#schemas/agreements/eu-az-2014.ts'
import { CASE, eventOf, played } from '#test/clocks.ts'
import type { ClockRecord } from './clock.ts'
import { clockAt, lapseOf, warningsOf } from './lapse.ts'

function running(procedure: string, at = '2026-12-01T09:00:00Z'): ClockRecord {
  const body = { procedure, interviewRequested: false }
  const [clock] = played(
    CASE,
    eventOf('accepted', 'readmission-application', at, body),
    eventOf('handover', 'readmission-application', at, body),
  )
  if (!clock) throw new Error('no clock')
  return clock
}

const normal = running('NORMAL')
const lapsed = clockAt(normal, new Date('2026-12-16T20:00:00.000Z'))

test('a clock is overdue one millisecond after the last one of its last day', () => {
  expect(clockAt(normal, new Date('2026-12-16T19:59:59.999Z'))).toBe(normal)
  expect(lapsed.state).toBe('overdue')
})

test('silence means approval only when every row that says so was read or confirmed', () => {
  expect(lapseOf(lapsed, euAz2014, new Set())).toEqual({ effect: 'DEEMED_APPROVAL', unconfirmed: ['T5', 'T6', 'T7'] })
  expect(lapseOf(lapsed, euAz2014, new Set(['T5', 'T7']))).toEqual({ effect: 'DEEMED_APPROVAL', unconfirmed: ['T6'] })
  expect(lapseOf(lapsed, euAz2014, new Set(['T5', 'T6', 'T7']))).toEqual({ effect: 'DEEMED_APPROVAL', unconfirmed: [] })
})

test('a working-day limit counted through an undecided year rests on that year too', () => {
  const late = clockAt(running('ACCELERATED', '2026-12-30T09:00:00Z'), new Date('2027-02-01T00:00:00Z'))
  const rows = new Set(['T4', 'T6', 'T7'])
  expect(lapseOf(late, euAz2014, rows)).toEqual({ effect: 'DEEMED_APPROVAL', unconfirmed: ['AZE 2027'] })
  expect(lapseOf(late, euAz2014, new Set([...rows, 'AZE 2027']))).toEqual({ effect: 'DEEMED_APPROVAL', unconfirmed: [] })
})

test('nothing follows from a clock that still runs, or from one whose limit the agreement gives no effect', () => {
  expect(lapseOf(normal, euAz2014, new Set())).toBeUndefined()
  expect(lapseOf({ ...lapsed, limit: 'T10' }, euAz2014, new Set())).toBeUndefined()
})

test('warnings come once each, in the days before, while the clock runs', () => {
  const at = (time: string) => new Date(time)
  expect(warningsOf(normal, at('2026-12-01T09:00:00Z'), at('2026-12-10T19:59:59Z'))).toEqual([])
  expect(warningsOf(normal, at('2026-12-01T09:00:00Z'), at('2026-12-10T20:00:00Z'))).toHaveLength(1)
  expect(warningsOf(normal, at('2026-12-10T20:00:00Z'), at('2026-12-16T00:00:00Z'))).toEqual([at('2026-12-14T20:00:00Z')])
  expect(warningsOf({ ...normal, state: 'stopped' }, at('2026-12-01T09:00:00Z'), at('2026-12-16T00:00:00Z'))).toEqual([])
})

test('a limit that was confirmed before it started says so', () => {
  const body = { procedure: 'NORMAL', interviewRequested: false }
  const world = { ...CASE, confirmations: new Set(['T5', 'T6', 'T7']) }
  expect(played(world, eventOf('accepted', 'readmission-application', '2026-12-01T09:00:00Z', body))).toMatchObject([
    { confidence: 'GK', confirmed: true },
  ])
})
