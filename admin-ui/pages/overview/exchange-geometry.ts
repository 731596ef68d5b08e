/**
 * Where the parties of the picture stand: the states on the left, the agencies of Azerbaijan on the right, and everything between the two sides goes over
 * the bridge in the middle, which is the hub.
 */

export interface Link {
  readonly from: string
  readonly to: string
  readonly count: number
  readonly failed: number
  readonly lastAt: string
}

/** What goes between two parties, both ways taken together. */
export interface Strand {
  readonly key: string
  readonly ends: readonly [string, string]
  readonly count: number
  readonly failed: number
  readonly lastAt: string
  readonly path: string
  readonly width: number
}

export interface Spot {
  readonly party: string
  readonly side: 'left' | 'right'
  readonly x: number
  readonly y: number
}

export interface Picture {
  readonly height: number
  readonly bridge: { readonly x: number; readonly top: number; readonly bottom: number }
  readonly spots: readonly Spot[]
  readonly strands: readonly Strand[]
}

const ROW = 64
const TOP = 40

export function pictureOf(parties: readonly string[], links: readonly Link[], width: number): Picture {
  const isHome = (party: string): boolean => party.startsWith('az-')
  const left = parties.filter((party) => !isHome(party)).toSorted()
  const right = parties.filter(isHome).toSorted()
  const rows = Math.max(left.length, right.length, 3)
  const height = rows * ROW + TOP
  const margins = width < 560 ? { left: 58, right: 90 } : { left: Math.min(150, width * 0.22), right: Math.min(245, width * 0.37) }
  const spot =
    (side: Spot['side'], many: number) =>
    (party: string, index: number): Spot => ({
      party,
      side,
      x: side === 'left' ? margins.left : width - margins.right,
      y: TOP + ((index + 0.5) * (height - TOP)) / many - 8,
    })
  const spots = [...left.map(spot('left', left.length)), ...right.map(spot('right', right.length))]
  const centre = { x: (margins.left + width - margins.right) / 2, y: TOP + (height - TOP) / 2 - 8 }
  const pairs = pairsOf(links).filter(({ ends }) => ends.every((end) => spots.some(({ party }) => party === end)))
  const most = Math.max(1, ...pairs.map(({ count }) => count))
  const ordered = pairs.toSorted((a, b) => heightOf(a.ends, spots) - heightOf(b.ends, spots))
  const spread = Math.min(9, 84 / Math.max(1, ordered.length))
  const strands = ordered.map((pair, index): Strand => {
    const offset = (index - (ordered.length - 1) / 2) * spread
    return { ...pair, path: pathOf(pair.ends, spots, centre.x, centre.y + offset), width: 1.5 + 5 * Math.sqrt(pair.count / most) }
  })
  const reach = (spread * ordered.length) / 2 + 22
  return { height, bridge: { x: centre.x, top: centre.y - reach, bottom: centre.y + reach }, spots, strands }
}

const yOf = (party: string, spots: readonly Spot[]): number => spots.find((spot) => spot.party === party)?.y ?? 0
const heightOf = ([a, b]: readonly [string, string], spots: readonly Spot[]): number => yOf(a, spots) + yOf(b, spots)

function pairsOf(links: readonly Link[]): readonly Omit<Strand, 'path' | 'width'>[] {
  const pairs = Map.groupBy(
    links.filter(({ from, to }) => from !== to),
    ({ from, to }) => [from, to].toSorted().join(' '),
  )
  return [...pairs].map(([key, both]) => {
    const [a = '', b = ''] = key.split(' ')
    return {
      key,
      ends: [a, b] as const,
      count: both.reduce((sum, { count }) => sum + count, 0),
      failed: both.reduce((sum, { failed }) => sum + failed, 0),
      lastAt:
        both
          .map(({ lastAt }) => lastAt)
          .toSorted()
          .at(-1) ?? '',
    }
  })
}

function pathOf([a, b]: readonly [string, string], spots: readonly Spot[], x: number, y: number): string {
  const [one, other] = [a, b].map((end) => spots.find(({ party }) => party === end)).toSorted((p, q) => (p?.x ?? 0) - (q?.x ?? 0))
  if (!one || !other) return ''
  if (one.side === other.side) {
    const bow = (one.side === 'left' ? 1 : -1) * Math.min(90, Math.abs(x - one.x) * 0.6)
    return `M${one.x} ${one.y}C${one.x + bow} ${one.y} ${other.x + bow} ${other.y} ${other.x} ${other.y}`
  }
  const pull = (x - one.x) * 0.55
  return `M${one.x} ${one.y}C${one.x + pull} ${one.y} ${x - pull} ${y} ${x} ${y}S${other.x - pull} ${other.y} ${other.x} ${other.y}`
}
