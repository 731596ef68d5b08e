import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '#test/long.ts'
import { type Line, suppressedOf } from './suppress.ts'

const SMALL = 5

/** A table of two dimensions with all its sums; figures of 0 are in no line. */
function tableOf(rows: readonly (readonly number[])[]): { counts: Map<string, number>; lines: Line[] } {
  const counts = new Map<string, number>()
  const add = (key: string, count: number) => count > 0 && counts.set(key, (counts.get(key) ?? 0) + count)
  for (const [r, row] of rows.entries()) {
    for (const [c, count] of row.entries()) for (const key of [`r${r}c${c}`, `r${r}`, `c${c}`, 'all']) add(key, count)
  }
  const line = (total: string, parts: readonly string[]): Line => ({ total, parts: parts.filter((part) => counts.has(part)) })
  const rowNumbers = [...rows.keys()]
  const columnNumbers = [...(rows[0] ?? []).keys()]
  const lines = [
    ...rowNumbers.map((r) =>
      line(
        `r${r}`,
        columnNumbers.map((c) => `r${r}c${c}`),
      ),
    ),
    ...columnNumbers.map((c) =>
      line(
        `c${c}`,
        rowNumbers.map((r) => `r${r}c${c}`),
      ),
    ),
    line(
      'all',
      rowNumbers.map((r) => `r${r}`),
    ),
    line(
      'all',
      columnNumbers.map((c) => `c${c}`),
    ),
  ].filter(({ parts }) => parts.length > 0)
  return { counts, lines }
}

/** The figures that are not sums. */
const innerOf = (counts: ReadonlyMap<string, number>) => [...counts.keys()].filter((key) => /^r\dc\d$/.test(key))

/**
 * The small figures of which an attacker knows too much: tries tables that agree with all that is told, until each small figure has been seen with
 * `SMALL` values. Shares nothing with the code.
 */
function exposedIn(counts: ReadonlyMap<string, number>, lines: readonly Line[], hidden: ReadonlySet<string>): readonly string[] {
  const inner = innerOf(counts)
  const below = (total: string) => inner.filter((key) => total === 'all' || key.startsWith(`${total}c`) || key.endsWith(total))
  const totals = [...new Set(lines.map(({ total }) => total))].map((total) => ({ total, parts: below(total) }))
  const seen = new Map([...counts].filter(([, count]) => count < SMALL).map(([key]) => [key, new Set<number>()]))
  const values = new Map<string, number>()
  const sumOf = (parts: readonly string[]) => parts.reduce((sum, part) => sum + (values.get(part) ?? 0), 0)
  const fits = (): boolean =>
    totals.every(({ total, parts }) => {
      if (hidden.has(total)) return true
      const sum = sumOf(parts)
      const told = counts.get(total) ?? 0
      return parts.every((part) => values.has(part)) ? sum === told : sum < told
    })
  const attempt = (index: number): void => {
    const key = inner[index]
    if (key === undefined) {
      for (const [known, value] of values) seen.get(known)?.add(value)
      for (const { total, parts } of totals) seen.get(total)?.add(sumOf(parts))
      return
    }
    const told = hidden.has(key) ? undefined : counts.get(key)
    for (let value = told ?? 1; value <= (told ?? 12); value++) {
      values.set(key, value)
      if (fits()) attempt(index + 1)
      if (seen.values().every((found) => found.size >= SMALL)) break
    }
    values.delete(key)
  }
  attempt(0)
  return [...seen].filter(([, found]) => found.size < SMALL).map(([key]) => key)
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
    const { counts, lines } = tableOf([[3, 20, 9]])
    const row = lines.filter(({ total }) => total === 'r0')
    const only = new Map([...counts].filter(([key]) => key.startsWith('r0')))
    expect(suppressedOf(only, row)).toEqual(new Set(['r0c0', 'r0c2']))
  })

  it('does not tell a total of ones: five of them in five places are no secret', () => {
    const parts = ['a', 'b', 'c', 'd', 'e']
    const counts = new Map([...parts.map((part) => [part, 1] as const), ['total', 5] as const])
    expect(suppressedOf(counts, [{ total: 'total', parts }])).toEqual(new Set([...parts, 'total']))
  })

  it('follows through several lines: what is left out in a row is not computed from its column', () => {
    const { counts, lines } = tableOf([
      [2, 30, 40],
      [50, 60, 70],
      [80, 90, 95],
    ])
    const hidden = suppressedOf(counts, lines)
    expect(hidden.has('r0c0')).toBe(true)
    expect(exposedIn(counts, lines, hidden)).toEqual([])
    expect(exposedIn(counts, lines, new Set(['r0c0', 'r0c1']))).toEqual(['r0c0'])
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
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 2 })
    fc.assert(
      fc.property(table, (rows) => {
        const { counts, lines } = tableOf(rows)
        const hidden = suppressedOf(counts, lines)
        expect(exposedIn(counts, lines, hidden), JSON.stringify(rows)).toEqual([])
      }),
      { numRuns: runs(400, 1000) },
    )
  })
})
