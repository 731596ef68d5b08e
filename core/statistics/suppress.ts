/**
 * Which figures must not be told, so that no small one can be read or computed.
 *
 * A small figure points to persons. Left out alone it can be computed from a total and the figures beside it; therefore further figures are left out until
 * whoever knows all others, and how they add up, still finds enough values possible for each small one (complementary suppression).
 */

/**
 * Figures from 1 to 4 are small: below five, those who know one or two of the persons can find out who the others are. The threshold that statistical offices
 * commonly use for tables about persons (frequency rule).
 */
export const SMALL_BELOW = 5

/** The figure `total` is the sum of `parts`; a part of 0 is in no line. */
export interface Line {
  readonly total: string
  readonly parts: readonly string[]
}

/** The least and the most that a figure can be. */
interface Range {
  readonly least: number
  readonly most: number
}

/** Keys of `counts` (all above 0) that must be left out. The same input always gives the same answer. */
export function suppressedOf(counts: ReadonlyMap<string, number>, lines: readonly Line[], smallBelow = SMALL_BELOW): ReadonlySet<string> {
  const small = [...counts].filter(([, count]) => count < smallBelow).map(([key]) => key)
  const hidden = new Set(small)
  for (;;) {
    const ranges = rangesOf(counts, hidden, lines)
    const exposed = small.find((key) => widthOf(ranges, key) < smallBelow)
    if (exposed === undefined) return hidden
    hidden.add(complementOf(exposed, counts, hidden, lines))
  }
}

/** How many values are possible. */
function widthOf(ranges: ReadonlyMap<string, Range>, key: string): number {
  const range = ranges.get(key)
  return range ? range.most - range.least + 1 : Number.POSITIVE_INFINITY
}

/** What can be found out of every figure: line by line, until nothing more follows. That a figure is left out tells that it is not 0. */
function rangesOf(counts: ReadonlyMap<string, number>, hidden: ReadonlySet<string>, lines: readonly Line[]): ReadonlyMap<string, Range> {
  const ranges = new Map<string, Range>()
  for (const [key, count] of counts) {
    ranges.set(key, hidden.has(key) ? { least: 1, most: Number.POSITIVE_INFINITY } : { least: count, most: count })
  }
  const open = lines.filter(({ total, parts }) => hidden.has(total) || parts.some((part) => hidden.has(part)))
  for (let narrowed = true; narrowed; ) {
    narrowed = false
    for (const line of open) if (narrow(ranges, line)) narrowed = true
  }
  return ranges
}

/** Narrows the ranges of one line by each other; whether any became narrower. */
function narrow(ranges: Map<string, Range>, { total, parts }: Line): boolean {
  const rangeOf = (key: string): Range => ranges.get(key) ?? { least: 0, most: 0 }
  const least = parts.reduce((sum, part) => sum + rangeOf(part).least, 0)
  const open = parts.filter((part) => rangeOf(part).most === Number.POSITIVE_INFINITY)
  const most = parts.reduce((sum, part) => sum + (open.includes(part) ? 0 : rangeOf(part).most), 0)
  const whole = rangeOf(total)
  /** Of all parts but this one. */
  const mostBeside = (part: string): number =>
    open.length === 0 ? most - rangeOf(part).most : open.length === 1 && open[0] === part ? most : Number.POSITIVE_INFINITY
  const next: [string, Range][] = [
    [total, { least, most: open.length === 0 ? most : Number.POSITIVE_INFINITY }],
    ...parts.map((part): [string, Range] => [
      part,
      { least: whole.least - mostBeside(part), most: whole.most - (least - rangeOf(part).least) },
    ]),
  ]
  let narrowed = false
  for (const [key, { least, most }] of next) {
    const range = rangeOf(key)
    if (least <= range.least && most >= range.most) continue
    ranges.set(key, { least: Math.max(range.least, least), most: Math.min(range.most, most) })
    narrowed = true
  }
  return narrowed
}

/** The smallest figure that is told in a line of the exposed one, a part rather than a total; else in lines one step further away. */
function complementOf(exposed: string, counts: ReadonlyMap<string, number>, hidden: ReadonlySet<string>, lines: readonly Line[]): string {
  const near = new Set([exposed])
  for (;;) {
    const around = lines.filter(({ total, parts }) => near.has(total) || parts.some((part) => near.has(part)))
    const told = (keys: readonly string[]): readonly string[] => keys.filter((key) => !hidden.has(key))
    const parts = told(around.flatMap((line) => line.parts))
    const candidates = parts.length > 0 ? parts : told(around.map(({ total }) => total))
    const [first, ...more] = candidates
    if (first !== undefined) return more.reduce((best, key) => (before(counts, key, best) ? key : best), first)
    const reached = near.size
    for (const { total, parts: members } of around) for (const key of [total, ...members]) near.add(key)
    // Where nothing is told, nothing is exposed.
    if (near.size === reached) throw new Error('a figure is exposed by nothing')
  }
}

function before(counts: ReadonlyMap<string, number>, key: string, other: string): boolean {
  const difference = (counts.get(key) ?? 0) - (counts.get(other) ?? 0)
  return difference === 0 ? key < other : difference < 0
}
