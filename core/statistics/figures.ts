/** Facts added up, by state, category, month, reply time and ground, and how the sums depend on each other. */
import type { ReplyTimeCode } from '#schemas/generated/types.ts'
import type { Fact, Measure } from './facts.ts'
import type { Line } from './suppress.ts'

/** What a figure is about. What is absent is not told apart; of the last four there is at most one. */
export interface Cell {
  readonly measure: Measure
  /** ISO 3166-1 alpha-3, or UNKNOWN; both or neither. */
  readonly requesting?: string
  readonly requested?: string
  readonly category?: string
  readonly month?: string
  readonly replyTime?: ReplyTimeCode
  readonly ground?: string
}

export interface Sum {
  readonly cell: Cell
  readonly count: number
  /** Days to reply of all that it counts, in ascending order. */
  readonly replyDays: readonly number[]
}

export interface Table {
  /** By key, in the order in which they are reported. */
  readonly sums: ReadonlyMap<string, Sum>
  readonly lines: readonly Line[]
}

/** The first day that no longer belongs to a band, in calendar days. */
const BANDS: readonly (readonly [ReplyTimeCode, number])[] = [
  ['D0_2', 3],
  ['D3_7', 8],
  ['D8_15', 16],
  ['D16_30', 31],
  ['D31', Number.POSITIVE_INFINITY],
]

export function replyTimeOf(days: number): ReplyTimeCode {
  return BANDS.find(([, end]) => days < end)?.[0] ?? 'D31'
}

export function tableOf(facts: readonly Fact[]): Table {
  const sums = new Map<string, { cell: Cell; count: number; replyDays: number[] }>()
  for (const fact of facts) {
    if (fact.count === 0) continue
    for (const cell of cellsOf(fact)) {
      const key = keyOf(cell)
      const sum = sums.get(key) ?? { cell, count: 0, replyDays: [] }
      sums.set(key, sum)
      sum.count += fact.count
      if (fact.replyDays !== undefined) sum.replyDays.push(fact.replyDays)
    }
  }
  for (const { replyDays } of sums.values()) replyDays.sort((a, b) => a - b)
  const sorted = [...sums].sort(([a], [b]) => (a < b ? -1 : 1))
  return { sums: new Map(sorted), lines: linesOf(sorted.map(([, { cell }]) => cell)) }
}

/** Every figure that a fact counts in. Category and month are not crossed: nearly all of those figures would be small. */
function cellsOf({ measure, requesting, requested, category, month, replyDays, ground }: Fact): readonly Cell[] {
  const states = { measure, requesting, requested }
  return [
    { measure },
    states,
    { ...states, month },
    ...(category === undefined ? [] : [{ ...states, category }]),
    ...(replyDays === undefined ? [] : [{ ...states, replyTime: replyTimeOf(replyDays) }]),
    ...(ground === undefined ? [] : [{ ...states, ground }]),
  ]
}

/** Every line says that a figure is the sum of those that tell one thing more apart. No figure is a part of two: `suppressedOf` rests on it. */
function linesOf(cells: readonly Cell[]): readonly Line[] {
  const lines = new Map<string, { total: string; parts: string[] }>()
  for (const cell of cells) {
    const { measure, requesting, requested } = cell
    if (requesting === undefined || requested === undefined) continue
    const by = BREAKDOWNS.find((name) => cell[name] !== undefined)
    const total = keyOf(by === undefined ? { measure } : { measure, requesting, requested })
    const line = lines.get(`${total} ${by}`) ?? { total, parts: [] }
    lines.set(`${total} ${by}`, line)
    line.parts.push(keyOf(cell))
  }
  return [...lines.values()]
}

const BREAKDOWNS = ['category', 'month', 'replyTime', 'ground'] as const

/** Sorts as figures are reported: totals before what they are made of. */
function keyOf({ measure, requesting = '', requested = '', category = '', month = '', replyTime, ground = '' }: Cell): string {
  const band = replyTime === undefined ? '' : String(BANDS.findIndex(([code]) => code === replyTime))
  return [ORDER.indexOf(measure) + 10, requesting, requested, ground, band, category, month].join('/')
}

const ORDER: readonly Measure[] = [
  'APPLICATIONS',
  'APPROVALS',
  'REFUSALS',
  'DECISION_UNKNOWN',
  'DEEMED_APPROVALS',
  'WITHDRAWALS',
  'TRAVEL_DOCUMENTS',
  'EU_TRAVEL_DOCUMENTS',
  'ANNOUNCED',
  'TRANSFERS',
  'NOT_ARRIVED',
  'IN_ERROR',
  'TRANSITS',
  'CONTENT_UNKNOWN',
]
