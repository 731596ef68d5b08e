import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '#test/long.ts'
import { type Line, suppressedOf } from './suppress.ts'

const SMALL = 5

type Parts = readonly number[]

/** Two states, each told apart by month and by category, and their sum. The categories of each are a split of its months' sum. */
function tableOf(states: readonly { readonly months: Parts; readonly first: number }[]): { counts: Map<string, number>; lines: Line[] } {
  const counts = new Map<string, number>()
  const lines: Line[] = []
  const add = (total: string, prefix: string, parts: Parts): void => {
    const named = parts.map((count, n) => [`${prefix}${n}`, count] as const).filter(([, count]) => count > 0)
    for (const [key, count] of named) counts.set(key, count)
    if (named.length > 0) lines.push({ total, parts: named.map(([key]) => key) })
  }
  const sums = states.map(({ months }) => months.reduce((sum, count) => sum + count, 0))
  const all = sums.reduce((sum, count) => sum + count, 0)
  if (all > 0) counts.set('all', all)
  add('all', 's', sums)
  for (const [n, { months, first }] of states.entries()) {
    const sum = sums[n] ?? 0
    add(`s${n}`, `s${n}m`, months)
    add(`s${n}`, `s${n}c`, [Math.min(first, sum), sum - Math.min(first, sum)])
  }
  return { counts, lines }
}

/**
 * The small figures of which an attacker knows too much, by trying tables: those that can have fewer than `SMALL` values in a table that agrees with all
 * that is told. Shares nothing with the code.
 */
function exposedIn(counts: ReadonlyMap<string, number>, lines: readonly Line[], hidden: ReadonlySet<string>): readonly string[] {
  const told = new Map([...counts].filter(([key]) => !hidden.has(key)))
  const small = [...counts].filter(([, count]) => count < SMALL).map(([key]) => key)
  const guesses = Array.from({ length: 2 * SMALL }, (_, n) => n + 1)
  return small.filter((key) => guesses.filter((guess) => isPossible(counts, lines, new Map([...told, [key, guess]]))).length < SMALL)
}

/** Whether some table has these figures; the others are above 0. */
function isPossible(counts: ReadonlyMap<string, number>, lines: readonly Line[], told: ReadonlyMap<string, number>): boolean {
  const keys = [...counts.keys()]
  const most = Math.max(...counts.values()) + 2 * SMALL
  const values = new Map<string, number>()
  const fits = ({ total, parts }: Line): boolean => {
    const sum = values.get(total)
    const least = parts.reduce((all, part) => all + (values.get(part) ?? told.get(part) ?? 1), 0)
    if (sum === undefined) return true
    return parts.every((part) => values.has(part) || told.has(part)) ? least === sum : least <= sum
  }
  const attempt = (index: number): boolean => {
    const key = keys[index]
    if (key === undefined) return true
    const fixed = told.get(key)
    for (let value = fixed ?? 1; value <= (fixed ?? most); value++) {
      values.set(key, value)
      if (lines.every(fits) && attempt(index + 1)) return true
    }
    values.delete(key)
    return false
  }
  return attempt(0)
}

describe('suppression', () => {
  it('leaves out what is small, and nothing else where nothing follows from the rest', () => {
    expect(
      suppressedOf(
        new Map([
          ['a', 4],
          ['b', 5],
          ['c', 90],
        ]),
        [],
      ),
    ).toEqual(new Set(['a']))
  })

  it('leaves out the smallest figure beside a small one that a total would give away', () => {
    const counts = new Map([
      ['a', 3],
      ['b', 20],
      ['c', 9],
      ['total', 32],
    ])
    expect(suppressedOf(counts, [{ total: 'total', parts: ['a', 'b', 'c'] }])).toEqual(new Set(['a', 'c']))
  })

  it('does not tell a total of ones: five of them in five places are no secret', () => {
    const parts = ['a', 'b', 'c', 'd', 'e']
    const counts = new Map([...parts.map((part) => [part, 1] as const), ['total', 5] as const])
    expect(suppressedOf(counts, [{ total: 'total', parts }])).toEqual(new Set([...parts, 'total']))
  })

  it('follows through several lines: a figure left out is not computed from what it consists of', () => {
    const { counts, lines } = tableOf([
      { months: [2], first: 2 },
      { months: [9, 8], first: 9 },
    ])
    const hidden = suppressedOf(counts, lines)
    expect(exposedIn(counts, lines, hidden)).toEqual([])
    expect(exposedIn(counts, lines, new Set(['s0', 's0m0', 's0c0', 's1']))).toEqual(['s0', 's0m0', 's0c0'])
  })

  it('heeds the threshold that it is given', () => {
    expect(
      suppressedOf(
        new Map([
          ['a', 4],
          ['b', 9],
        ]),
        [],
        10,
      ),
    ).toEqual(new Set(['a', 'b']))
    expect(suppressedOf(new Map([['a', 1]]), [], 1)).toEqual(new Set())
  })

  it('leaves every small figure several possible values, whatever table an attacker tries', () => {
    const cell = fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }) },
      { weight: 2, arbitrary: fc.integer({ min: 5, max: 9 }) },
      fc.constant(0),
    )
    const state = fc.record({ months: fc.array(cell, { minLength: 1, maxLength: 3 }), first: fc.integer({ min: 0, max: 12 }) })
    const table = fc.array(state, { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(table, (rows) => {
        const { counts, lines } = tableOf(rows)
        const hidden = suppressedOf(counts, lines)
        expect(exposedIn(counts, lines, hidden), JSON.stringify(rows)).toEqual([])
      }),
      { numRuns: runs(100, 5000) },
    )
  })
})
