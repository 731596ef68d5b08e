/** The tree heads of the Store in memory. */
import type { AuditLink } from '#core/evidence/chain.ts'
import type { Span, StoredTreeHead, TreeHeads } from '#core/ports.ts'

type Place = Pick<AuditLink, 'party' | 'lane' | 'number'>

export interface MemoryTreeHeads extends TreeHeads {
  all(): readonly StoredTreeHead[]
}

export function memoryTreeHeads(links: readonly AuditLink[]): MemoryTreeHeads {
  const made: { readonly head: StoredTreeHead; readonly spans: readonly Span[] }[] = []
  const isIn = ({ party, lane, number }: Place, span: Span): boolean =>
    party === span.party && lane === span.lane && span.first <= number && number <= span.last
  const covering = (link: Place) => made.find(({ spans }) => spans.some((span) => isIn(link, span)))

  return {
    covering: async (link) => {
      const found = covering(link)
      if (!found) return undefined
      const places = found.spans.flatMap(({ first, last, ...chain }) =>
        Array.from({ length: last - first + 1 }, (_, n) => ({ ...chain, number: first + n })),
      )
      const index = places.findIndex(({ party, lane, number }) => party === link.party && lane === link.lane && number === link.number)
      return { ...found, index }
    },
    all: () => made.map(({ head }) => head),
    newest: async () => made.at(-1)?.head,
    open: async (limit) => {
      const open = links
        .filter((link) => !covering(link))
        .sort((a, b) => (a.party < b.party ? -1 : a.party > b.party ? 1 : a.number - b.number))
      const chains = Map.groupBy(open.slice(0, limit), ({ party }) => party)
      return [...chains].map(([party, own]) => ({ party, lane: 0, first: own[0]?.number ?? 0, last: own.at(-1)?.number ?? 0 }))
    },
    ends: async (spans) =>
      spans.flatMap((span) =>
        links
          .filter((link) => isIn(link, span))
          .sort((a, b) => a.number - b.number)
          .map(({ head }) => head),
      ),
    add: async (head, spans) => {
      if (made.some((one) => one.head.number === head.number)) return false
      made.push({ head, spans })
      return true
    },
  }
}
