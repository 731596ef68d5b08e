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

/**
 * The figure `total` is the sum of `parts`; a part of 0 is in no line. A figure may be the total of several lines and a part of one at most: so lines never
 * close a circle, and what is found line by line is all that can be found.
 */
export interface Line {
  readonly total: string
  readonly parts: readonly string[]
}

/** What can be found out of a figure: the least and the most that it can be, and the lines that say so. */
interface Finding {
  readonly least: number
  readonly most: number
  readonly from: ReadonlySet<Line>
}

/** Keys of `counts` (all above 0) that must be left out. The same input always gives the same answer. */
export function suppressedOf(counts: ReadonlyMap<string, number>, lines: readonly Line[], smallBelow = SMALL_BELOW): ReadonlySet<string> {
  const small = [...counts].filter(([, count]) => count < smallBelow).map(([key]) => key)
  const hidden = new Set(small)
  for (;;) {
    const findings = findingsOf(counts, hidden, lines)
    const exposed = small.find((key) => possibleOf(findings.get(key)) < smallBelow)
    if (exposed === undefined) return hidden
    hidden.add(complementOf(exposed, findings, hidden))
  }
}

const UNKNOWN: Finding = { least: 1, most: Number.POSITIVE_INFINITY, from: new Set() }

/** How many values a figure can have. */
const possibleOf = ({ least, most } = UNKNOWN): number => most - least + 1

/** Line by line, until nothing more follows. That a figure is left out tells that it is not 0. */
function findingsOf(
  counts: ReadonlyMap<string, number>,
  hidden: ReadonlySet<string>,
  lines: readonly Line[],
): ReadonlyMap<string, Finding> {
  const findings = new Map<string, Finding>()
  for (const [key, count] of counts) findings.set(key, hidden.has(key) ? UNKNOWN : { least: count, most: count, from: new Set() })
  const open = lines.filter(({ total, parts }) => hidden.has(total) || parts.some((part) => hidden.has(part)))
  for (let found = true; found; ) {
    found = false
    for (const line of open) if (narrow(findings, line)) found = true
  }
  return findings
}

/** Draws what one line says about each of its figures from what is known of the others; whether that was anything new. */
function narrow(findings: Map<string, Finding>, line: Line): boolean {
  const { total, parts } = line
  const known = (key: string): Finding => findings.get(key) ?? UNKNOWN
  const least = parts.reduce((sum, part) => sum + known(part).least, 0)
  const unbounded = parts.filter((part) => known(part).most === Number.POSITIVE_INFINITY).length
  const most = parts.reduce((sum, part) => sum + (known(part).most === Number.POSITIVE_INFINITY ? 0 : known(part).most), 0)
  const mostBeside = (part: string): number => {
    const own = known(part).most
    if (own === Number.POSITIVE_INFINITY) return unbounded === 1 ? most : Number.POSITIVE_INFINITY
    return unbounded === 0 ? most - own : Number.POSITIVE_INFINITY
  }
  const whole = known(total)
  const said = [
    { key: total, least, most: unbounded === 0 ? most : Number.POSITIVE_INFINITY },
    ...parts.map((part) => ({ key: part, least: whole.least - mostBeside(part), most: whole.most - (least - known(part).least) })),
  ]
  const news = said.filter((one) => one.least > known(one.key).least || one.most < known(one.key).most)
  for (const one of news) {
    const before = known(one.key)
    findings.set(one.key, {
      least: Math.max(before.least, one.least),
      most: Math.min(before.most, one.most),
      from: new Set([...before.from, line]),
    })
  }
  return news.length > 0
}

/** The smallest of the told figures from which the exposed one was computed: to leave out any other would not help. */
function complementOf(exposed: string, findings: ReadonlyMap<string, Finding>, hidden: ReadonlySet<string>): string {
  const reached = new Set([exposed])
  for (const key of reached) {
    for (const { total, parts } of findings.get(key)?.from ?? []) for (const member of [total, ...parts]) reached.add(member)
  }
  const [first, ...more] = [...reached].filter((key) => !hidden.has(key)).map((key) => ({ key, count: findings.get(key)?.most ?? 0 }))
  if (!first) throw new Error('a figure is exposed by nothing')
  return more.reduce((best, one) => (one.count < best.count || (one.count === best.count && one.key < best.key) ? one : best), first).key
}
