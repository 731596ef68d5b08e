import { describe, expect, it } from 'vitest'
import { alone, verdictOf } from '#core/rules/agreement.ts'
import { faultsOf } from '#schemas/index.ts'
import { letter } from '#test/letters.ts'
import { csvOf } from './csv.ts'
import type { Fact } from './facts.ts'
import { replyTimeOf } from './figures.ts'
import { messageBodyOf } from './message.ts'
import { periodOf } from './period.ts'
import { figuresOf, type Report } from './report.ts'

const PERIOD = periodOf('2026-01', '2026-12')
const BASE: Fact = {
  measure: 'APPROVALS',
  count: 1,
  requesting: 'DEU',
  requested: 'AZE',
  category: 'OWN_NATIONAL',
  month: '2026-11',
  replyDays: 6,
}
const times = (count: number, more: Partial<Fact> = {}): readonly Fact[] => Array.from({ length: count }, () => ({ ...BASE, ...more }))
const refusals = (count: number, ground: string, more: Partial<Fact> = {}) => times(count, { measure: 'REFUSALS', ground, ...more })
const reportOf = (facts: readonly Fact[], smallBelow = 5): Report => ({
  from: '2026-01',
  to: '2026-12',
  smallBelow,
  figures: figuresOf(facts, smallBelow),
})
const WISH = { state: 'DEU', authority: 'Dövlət Miqrasiya Xidməti', compiledOn: '2027-01-15' }

/** As in the CSV, without what is left empty. */
const shown = (report: Report): readonly string[] =>
  csvOf(report)
    .split('\r\n')
    .slice(1, -1)
    .map((row) =>
      row
        .split(',')
        .filter((value) => value !== '' && value !== 'false')
        .join(' '),
    )

describe('figures', () => {
  it('are told by state, category, month, reply time and ground, and add up', () => {
    const facts = [...times(6), ...times(5, { replyDays: 15, month: '2026-10' }), ...refusals(7, 'TIME_LIMIT', { category: 'STATELESS' })]
    expect(shown(reportOf(facts))).toEqual([
      'APPROVALS 11 6',
      'APPROVALS DEU AZE 11 6',
      'APPROVALS DEU AZE 2026-10 5',
      'APPROVALS DEU AZE 2026-11 6',
      'APPROVALS DEU AZE OWN_NATIONAL 11',
      'APPROVALS DEU AZE D3_7 6',
      'APPROVALS DEU AZE D8_15 5',
      'REFUSALS 7 6',
      'REFUSALS DEU AZE 7 6',
      'REFUSALS DEU AZE 2026-11 7',
      'REFUSALS DEU AZE STATELESS 7',
      'REFUSALS DEU AZE D3_7 7',
      'REFUSALS DEU AZE TIME_LIMIT 7',
    ])
  })

  it('are the same byte for byte in whatever order the facts come', () => {
    const facts = [...times(6), ...refusals(3, 'OTHER', { replyDays: 30 }), ...times(9, { requesting: 'POL', replyDays: 2 })]
    expect(csvOf(reportOf(facts.toReversed()))).toBe(csvOf(reportOf(facts)))
  })

  it('do not tell how many one state has when the sum and another would tell of a few', () => {
    const { figures } = reportOf([...times(40), ...times(2, { requesting: 'POL' }), ...times(9, { requesting: 'FRA' })])
    const whole = figures.filter(({ requesting, category, month, replyTime }) => requesting && !category && !month && !replyTime)
    expect(figures[0]).toMatchObject({ measure: 'APPROVALS', count: 51 })
    expect(whole.map(({ requesting, count }) => [requesting, count])).toEqual([
      ['DEU', 40],
      ['FRA', undefined],
      ['POL', undefined],
    ])
  })

  it('do not tell a median of what is suppressed', () => {
    const { figures } = reportOf(times(4))
    expect(figures.length).toBeGreaterThan(0)
    expect(figures.every(({ suppressed, count, medianDays }) => suppressed && count === undefined && medianDays === undefined)).toBe(true)
  })

  it('have the median of an even number between its two middle ones', () => {
    const { figures } = reportOf([...times(3, { replyDays: 4 }), ...times(3, { replyDays: 7 })])
    expect(figures.find(({ measure }) => measure === 'APPROVALS')).toMatchObject({ count: 6, medianDays: 5.5 })
  })

  it.each([
    [0, 'D0_2'],
    [2, 'D0_2'],
    [3, 'D3_7'],
    [7, 'D3_7'],
    [8, 'D8_15'],
    [15, 'D8_15'],
    [16, 'D16_30'],
    [30, 'D16_30'],
    [31, 'D31'],
    [400, 'D31'],
  ])('put a reply after %i days into %s', (days, code) => {
    expect(replyTimeOf(days)).toBe(code)
  })

  it('of all states of the Union over a year are suppressed within seconds', () => {
    const months = Array.from({ length: 12 }, (_, n) => `2026-${String(n + 1).padStart(2, '0')}`)
    const facts = Array.from({ length: 27 }, (_, s) => {
      const requesting = `S${s}`
      return months.flatMap((month, m) => [
        ...times((s * 7 + m * 3) % 9, { requesting, month, replyDays: (s + m) % 35 }),
        ...refusals((s + m) % 3, m % 2 ? 'OTHER' : 'TIME_LIMIT', { requesting, month, category: 'STATELESS' }),
        ...times((s * m) % 4, { requesting, month, measure: 'DEEMED_APPROVALS' }),
      ])
    }).flat()
    const { figures } = reportOf(facts)
    expect(figures.some(({ count }) => count !== undefined)).toBe(true)
    expect(figures.filter(({ count }) => count !== undefined && count < 5)).toEqual([])
  }, 20_000)
})

describe('the body of a statistics-report', () => {
  const facts = [
    ...times(12),
    ...refusals(3, 'OTHER'),
    ...times(8, { requesting: 'POL' }),
    ...times(6, { category: 'UNKNOWN', month: '2026-09' }),
  ]

  it('keeps the standard and its rules', () => {
    const body = messageBodyOf(reportOf(facts), PERIOD, WISH)
    expect(faultsOf('statistics-report', body)).toEqual([])
    const message = letter('az-sms', 'statistics-report', PERIOD.end, { to: 'de', body: { ...body } })
    expect(verdictOf(message, alone(message)).faults).toEqual([])
    expect(body).toMatchObject({
      from: '2026-01-01',
      until: '2026-12-31',
      compiledOn: '2027-01-15',
      authority: { name: 'Dövlət Miqrasiya Xidməti' },
    })
  })

  it('tells a state of its own cases only, and everything of them to the other side', () => {
    const statesFor = (state: string) =>
      new Set(messageBodyOf(reportOf(facts), PERIOD, { ...WISH, state })?.figures.map((figure) => figure.requesting))
    expect(statesFor('DEU')).toEqual(new Set(['DEU']))
    expect(statesFor('AZE')).toEqual(new Set(['DEU', 'POL']))
  })

  it('suppresses for every recipient what is suppressed for one', () => {
    const hiddenFor = (state: string) =>
      messageBodyOf(reportOf(facts), PERIOD, { ...WISH, state })?.figures.filter(
        ({ suppressed, requesting }) => suppressed && requesting === 'DEU',
      )
    expect(hiddenFor('DEU')?.length).toBeGreaterThan(0)
    expect(hiddenFor('DEU')).toEqual(hiddenFor('AZE'))
  })

  it('leaves out what the standard has no code for, and is nothing when nothing is left', () => {
    const unknown = reportOf(times(9, { measure: 'ANNOUNCED', category: 'UNKNOWN' }))
    expect(messageBodyOf(unknown, PERIOD, WISH)).toBeUndefined()
    expect(messageBodyOf(reportOf(times(9)), PERIOD, { ...WISH, state: 'FRA' })).toBeUndefined()
  })

  it('does not tell months apart when there are too many figures for one message, and says so', () => {
    const many = Array.from({ length: 100 }, (_, n) =>
      times(5, { month: `${2000 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}` }),
    )
    const states = ['DEU', 'POL', 'FRA', 'NLD', 'BEL', 'AUT', 'ITA', 'ESP', 'PRT', 'CZE', 'SVK'].flatMap((requesting) =>
      many.flat().map((fact) => ({ ...fact, requesting })),
    )
    const body = messageBodyOf(reportOf(states), PERIOD, { ...WISH, state: 'AZE' })
    expect(faultsOf('statistics-report', body)).toEqual([])
    expect(body?.figures.some(({ month }) => month !== undefined)).toBe(false)
    expect(body?.figures.some(({ category }) => category !== undefined)).toBe(true)
    expect(body?.observations).toMatch(/not told apart: months\./)
  })

  it('is refused when the day of compilation is none', () => {
    expect(() => messageBodyOf(reportOf(facts), PERIOD, { ...WISH, compiledOn: '2027-02-30' })).toThrow(
      expect.objectContaining({ code: 'PAYLOAD_INVALID' }),
    )
  })
})
