/** Lists of messages. Never a column that names people: of the body only its length. */
import type { Pool } from 'pg'
import {
  type Asked,
  type Count,
  type DeliveryRow,
  type MessageFilter,
  type MessageRow,
  MOST_COUNTED,
  MOST_LOOKED_UP,
  type Page,
} from '#core/console/reading.ts'
import type { ErrorCode } from '#core/errors.ts'
import type { MessageType, PartyId } from '#core/message.ts'
import { isId } from '#prisma/id.ts'
import { run, statement, unprepared } from '#prisma/pool.ts'
import { type Ending, sourced, sourcesOf, WAITED_FOR } from './message-sources.ts'
import { directionOf, pageOf } from './paging.ts'

/** The worst first. */
export const RANK = `array_position(ARRAY['dead', 'held', 'expired', 'retrying', 'pending', 'sent', 'cancelled', 'delivered'], d.state)`

/** The columns of `Row`, of a message `m`. */
export const MESSAGE_ROW = `m.message_id, m.sender, m.recipient, m.type, m.conversation_id, m.number, m.received_at,
  coalesce(m.size,
    (SELECT octet_length(b.original) FROM message_body AS b WHERE b.message_id = m.message_id AND b.sender = m.sender)) AS size,
  (SELECT min(k.due_at) FROM clock AS k WHERE k.conversation_id = m.conversation_id AND k.started_by = m.message_id AND k.state <> 'stopped') AS due_at,
  (SELECT json_agg(json_build_object('deliveryId', d.delivery_id, 'party', d.party, 'state', d.state, 'attempts', d.attempts, 'code', d.code)
    ORDER BY ${RANK}, d.party) FROM delivery AS d WHERE d.message_id = m.message_id AND d.sender = m.sender) AS deliveries`

export interface Row {
  readonly message_id: string
  readonly sender: PartyId
  readonly recipient: PartyId
  readonly type: MessageType
  readonly conversation_id: string
  readonly number: number
  readonly received_at: Date
  readonly size: number | null
  readonly due_at: Date | null
  readonly deliveries: readonly (Omit<DeliveryRow, 'code'> & { readonly code: ErrorCode | null })[] | null
}

export async function messages(pool: Pool, filter: MessageFilter, asked: Asked): Promise<Page<MessageRow>> {
  if (isOdd(filter)) return { items: [] }
  const { order, beyond } = directionOf(asked)
  const inOrder = (at: string): string => `ORDER BY ${at} ${order}, message_id ${order}, sender ${order} LIMIT :most::int`
  const ending: Ending = {
    beyond: (at) => (asked.place === undefined ? '' : `AND (${at}, message_id) ${beyond} (:at::timestamptz, :key::uuid)`),
    order: inOrder,
    ordered: true,
  }
  const sql = `WITH RECURSIVE ${WAITED_FOR}, page AS MATERIALIZED (
      SELECT DISTINCT at, message_id, sender FROM (${merged(sourcesOf(filter, ending).each)}) AS source ${inOrder('at')}
    )
    SELECT ${MESSAGE_ROW} FROM page JOIN message AS m USING (message_id, sender) ORDER BY page.at ${order}, m.message_id ${order}, m.sender ${order}`
  const { place } = asked
  const rows = await run<Row>(pool, unprepared(sql), {
    ...sourced(filter),
    at: place?.at,
    key: place && isId(place.key) ? place.key : NIL,
    most: asked.limit + 1,
  })
  return pageOf(rows, asked, ({ received_at, message_id }) => ({ at: received_at, key: message_id }), messageRowOf)
}

export async function countMessages(pool: Pool, filter: MessageFilter): Promise<Count> {
  if (isOdd(filter)) return { count: 0, capped: false }
  const ending: Ending = { beyond: () => '', order: () => 'LIMIT :most::int', ordered: false }
  const { each, disjoint } = sourcesOf(filter, ending)
  const one = disjoint ? 'SELECT' : 'SELECT DISTINCT message_id, sender'
  const sql = `WITH RECURSIVE ${WAITED_FOR}
    SELECT count(*)::int AS count FROM (${one} FROM (${merged(each)}) AS source LIMIT :most::int) AS one`
  const most = filter.states?.includes('delivered') ? MOST_LOOKED_UP : MOST_COUNTED
  const [row] = await run<{ readonly count: number }>(pool, unprepared(sql), { ...sourced(filter), most: most + 1 })
  return cappedAt(row?.count ?? 0, most)
}

const ARRIVALS = statement(
  'console_arrivals',
  `SELECT count(*)::int AS count FROM (
    SELECT FROM message WHERE received_at >= :from::timestamptz AND received_at < :before::timestamptz LIMIT ${MOST_COUNTED + 1}
  ) AS one`,
)

export async function arrivals(pool: Pool, from: Date, before: Date): Promise<Count> {
  const [row] = await run<{ readonly count: number }>(pool, ARRIVALS, { from, before })
  return cappedAt(row?.count ?? 0)
}

const cappedAt = (count: number, most = MOST_COUNTED): Count => ({ count: Math.min(count, most), capped: count > most })

const NIL = '00000000-0000-0000-0000-000000000000'

const merged = (sources: readonly string[]): string => sources.map((source) => `(${source})`).join(' UNION ALL ') || NOTHING
const NOTHING = 'SELECT now() AS at, NULL::uuid AS message_id, NULL AS sender WHERE false'

/** No case has an id that is none. */
const isOdd = ({ conversationId }: MessageFilter): boolean => conversationId !== undefined && !isId(conversationId)

export function messageRowOf(row: Row): MessageRow {
  const deliveries = (row.deliveries ?? []).map(({ code, ...delivery }) => ({ ...delivery, ...(code !== null && { code }) }))
  const [worst] = deliveries
  const copies = deliveries.map(({ party }) => party).filter((party) => party !== row.recipient)
  return {
    messageId: row.message_id,
    from: row.sender,
    to: [row.recipient, ...copies.toSorted()],
    type: row.type,
    conversationId: row.conversation_id,
    number: row.number,
    receivedAt: row.received_at,
    ...(row.size !== null && { size: row.size }),
    state: worst?.state ?? 'pending',
    attempts: deliveries.reduce((sum, { attempts }) => sum + attempts, 0),
    ...(worst?.code !== undefined && { code: worst.code }),
    ...(row.due_at !== null && { dueAt: row.due_at }),
    deliveries,
  }
}
