import type { Pool } from 'pg'
import type { Span, StoredTreeHead, TreeHeads } from '#core/ports.ts'
import { run, statement } from './pool.ts'

const NEWEST = statement('tree_head_newest', 'SELECT number, at, bytes, signature FROM tree_head ORDER BY number DESC LIMIT 1')

/** `sealed`: links of the chain that are covered; `before`: open links of the chains before it in this order. */
const OPEN = statement(
  'tree_head_open',
  `WITH open AS (
    SELECT chain.party, chain.lane, chain.length, covered.sealed,
      sum(chain.length - covered.sealed) OVER (ORDER BY chain.party, chain.lane) - (chain.length - covered.sealed) AS before
    FROM audit_chain AS chain
    CROSS JOIN LATERAL (
      SELECT coalesce(max(last), 0) AS sealed FROM tree_head_span AS span WHERE span.party = chain.party AND span.lane = chain.lane
    ) AS covered
    WHERE chain.length > covered.sealed
  )
  SELECT party, lane, (sealed + 1)::float8 AS first, least(length, sealed + :limit::int - before)::float8 AS last
  FROM open WHERE before < :limit::int ORDER BY party, lane`,
)

const SPANS =
  'unnest(:parties::text[], :lanes::int[], :firsts::bigint[], :lasts::bigint[]) WITH ORDINALITY AS span (party, lane, first, last, place)'

/** Span by span: how long they are no plan can know, and a join took all links there are. */
const ENDS = statement(
  'tree_head_ends',
  `SELECT link.head FROM ${SPANS} CROSS JOIN LATERAL (
    SELECT number, head FROM audit_link AS one
    WHERE one.party = span.party AND one.lane = span.lane AND one.number BETWEEN span.first AND span.last ORDER BY number
  ) AS link
  ORDER BY span.place, link.number`,
)

const ADD = statement(
  'tree_head_add',
  `WITH added AS (
    INSERT INTO tree_head (number, at, bytes, signature) VALUES (:number::int, :at::timestamptz, :bytes::bytea, :signature::text)
    ON CONFLICT DO NOTHING RETURNING number
  )
  INSERT INTO tree_head_span (party, lane, last, first, start, number)
  SELECT span.party, span.lane, span.last, span.first,
    sum(span.last - span.first + 1) OVER (ORDER BY span.place) - (span.last - span.first + 1), added.number
  FROM added, ${SPANS}
  RETURNING number`,
)

const COVERING = statement(
  'tree_head_covering',
  `SELECT head.number, head.at, head.bytes, head.signature, (span.start + :number::bigint - span.first)::int AS index
  FROM tree_head_span AS span JOIN tree_head AS head USING (number)
  WHERE span.party = :party AND span.lane = :lane AND span.last >= :number::bigint AND span.first <= :number::bigint
  ORDER BY span.last LIMIT 1`,
)

const COVERED = statement(
  'tree_head_spans',
  'SELECT party, lane, first::float8 AS first, last::float8 AS last FROM tree_head_span WHERE number = :number ORDER BY start',
)

export const spansUnder = (pool: Pool, number: number): Promise<readonly Span[]> => run<Span>(pool, COVERED, { number })

export function postgresTreeHeads(pool: Pool): TreeHeads {
  return {
    newest: async () => (await run<StoredTreeHead>(pool, NEWEST, {}))[0],
    open: (limit) => run<Span>(pool, OPEN, { limit }),
    ends: async (spans) => (await run<{ readonly head: Uint8Array }>(pool, ENDS, columnsOf(spans))).map(({ head }) => head),
    covering: async ({ party, lane, number }) => {
      const [row] = await run<StoredTreeHead & { readonly index: number }>(pool, COVERING, { party, lane, number })
      if (!row) return undefined
      const { index, ...head } = row
      return { head, spans: await spansUnder(pool, head.number), index }
    },
    add: async (head, spans) => (await run(pool, ADD, { ...head, ...columnsOf(spans) })).length > 0,
  }
}

const columnsOf = (spans: readonly Span[]): object => ({
  parties: spans.map(({ party }) => party),
  lanes: spans.map(({ lane }) => lane),
  firsts: spans.map(({ first }) => first),
  lasts: spans.map(({ last }) => last),
})
