/** The report: the same stored facts, the same figures. Counts only; it has no place for a person. */
import type { Statistics } from '#core/ports.ts'
import { type Fact, factsOf, type StateOf } from './facts.ts'
import { type Cell, type Sum, tableOf } from './figures.ts'
import type { Period } from './period.ts'
import { SMALL_BELOW, suppressedOf } from './suppress.ts'

export interface Figure extends Cell {
  /** Absent when it is suppressed. Figures of 0 are not listed. */
  readonly count?: number
  readonly suppressed: boolean
  /** Median of the calendar days to reply; with replies of a state, or of all, that are not suppressed. */
  readonly medianDays?: number
}

export interface Report {
  /** First and last month, YYYY-MM. */
  readonly from: string
  readonly to: string
  /** Figures from 1 to one less than this are suppressed, and others that would give them away. */
  readonly smallBelow: number
  readonly figures: readonly Figure[]
}

/** Adds up what is stored of a period. */
export async function reportFor(statistics: Statistics, period: Period, stateOf: StateOf, smallBelow = SMALL_BELOW): Promise<Report> {
  const facts: Fact[] = []
  for await (const recorded of statistics.cases(period.end)) facts.push(...factsOf(recorded, period, stateOf))
  return { from: period.from, to: period.to, smallBelow, figures: figuresOf(facts, smallBelow) }
}

export function figuresOf(facts: readonly Fact[], smallBelow = SMALL_BELOW): readonly Figure[] {
  const { sums, lines } = tableOf(facts)
  const counts = new Map([...sums].map(([key, { count }]) => [key, count]))
  const hidden = suppressedOf(counts, lines, smallBelow)
  return [...sums].map(([key, sum]) => (hidden.has(key) ? { ...sum.cell, suppressed: true } : told(sum)))
}

function told({ cell, count, replyDays }: Sum): Figure {
  const whole = cell.category === undefined && cell.month === undefined && cell.replyTime === undefined && cell.ground === undefined
  const replied = whole && replyDays.length > 0
  return { ...cell, count, suppressed: false, ...(replied ? { medianDays: medianOf(replyDays) } : {}) }
}

function medianOf(ascending: readonly number[]): number {
  const half = Math.floor(ascending.length / 2)
  const upper = ascending[half] ?? 0
  return ascending.length % 2 === 1 ? upper : (upper + (ascending[half - 1] ?? 0)) / 2
}
