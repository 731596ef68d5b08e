/**
 * Where a list of messages comes from. Each source goes along one index in the order of time, so that a page costs the same however much there is;
 * a filter that no index serves by itself is split into several such sources, which are merged.
 */
import type { MessageFilter } from '#core/console/reading.ts'
import type { DeliveryState } from '#core/message.ts'
import { MESSAGE_TYPES } from '#schemas/index.ts'

const TROUBLE: readonly DeliveryState[] = ['retrying', 'held', 'dead', 'expired', 'cancelled']
const WAITING: readonly DeliveryState[] = ['pending', 'sent']

/** Parties that something waits for, one probe of the index each. */
export const WAITED_FOR = `waited_for AS (
    (SELECT party FROM delivery WHERE state IN ('pending', 'sent') ORDER BY party LIMIT 1)
    UNION ALL
    SELECT (SELECT d.party FROM delivery AS d WHERE d.state IN ('pending', 'sent') AND d.party > waited_for.party ORDER BY d.party LIMIT 1)
    FROM waited_for WHERE waited_for.party IS NOT NULL
  )`

/** What a filter is made of. */
export interface Sources {
  /** SQL of each: columns `at`, `message_id`, `sender`. Takes the parameters of `sourced`. */
  readonly each: readonly string[]
  /** No message is in two of them, nor twice in one. */
  readonly disjoint: boolean
}

/** How a source ends: in the order of the page, or anyhow where they are only counted. */
export interface Ending {
  /** Of the time column, with what follows the condition on it. */
  readonly beyond: (at: string) => string
  readonly order: (at: string) => string
  /** Types one after the other, where only that gives the order of time. */
  readonly ordered: boolean
}

export function sourcesOf(filter: MessageFilter, ending: Ending): Sources {
  const { states, code, conversationId } = filter
  if (conversationId !== undefined) return { each: [ofConversation(filter, ending)], disjoint: true }
  // A party neither writes to itself nor gets a copy of what it has sent, or is sent itself.
  if (states === undefined && code === undefined) return { each: ofMessages(filter, ending), disjoint: true }
  return { each: ofDeliveries(states ?? TROUBLE, filter, ending), disjoint: false }
}

function ofDeliveries(wanted: readonly DeliveryState[], filter: MessageFilter, ending: Ending): readonly string[] {
  const { code } = filter
  return [
    ...wanted.filter((state) => TROUBLE.includes(state)).map((state) => ofTrouble(state, filter, ending)),
    // What goes its way without trouble has no code.
    ...(code === undefined ? wanted.filter((state) => WAITING.includes(state)).map((state) => ofWaiting(state, filter, ending)) : []),
    ...(code === undefined && wanted.includes('delivered') ? ofMessages(filter, ending, 'delivered') : []),
  ]
}

export const sourced = (filter: MessageFilter): object => ({ ...filter, types: filter.type === undefined ? MESSAGE_TYPES : [filter.type] })

const within = (at: string, { since, until }: MessageFilter): readonly string[] => [
  ...(since === undefined ? [] : [`${at} >= :since::timestamptz`]),
  ...(until === undefined ? [] : [`${at} < :until::timestamptz`]),
]

const where = (conditions: readonly string[], tail: string): string =>
  `${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : 'WHERE true'} ${tail}`

/** Of a delivery `d`. */
const ofDelivery = ({ party, side, type, code }: MessageFilter): readonly string[] => [
  ...(party === undefined
    ? []
    : [{ from: 'd.sender = :party', to: 'd.party = :party', any: '(d.party = :party OR d.sender = :party)' }[side ?? 'any']]),
  ...(type === undefined ? [] : ['d.type = :type']),
  ...(code === undefined ? [] : ['d.code = :code']),
]

/** Each message once where they are in order: the limit counts messages then. */
const fromDelivery = (ordered: boolean): string => `SELECT ${ordered ? 'DISTINCT ' : ''}d.waiting_since AS at, d.message_id, d.sender FROM`

function ofTrouble(state: DeliveryState, filter: MessageFilter, { beyond, order, ordered }: Ending): string {
  const conditions = [`d.state = '${state}'`, ...ofDelivery(filter), ...within('d.waiting_since', filter)]
  return `${fromDelivery(ordered)} delivery AS d ${where(conditions, `${beyond('d.waiting_since')} ${order('at')}`)}`
}

function ofWaiting(state: DeliveryState, filter: MessageFilter, { beyond, order, ordered }: Ending): string {
  const conditions = ['d.party = lane.party', `d.state = '${state}'`, ...ofDelivery(filter), ...within('d.waiting_since', filter)]
  return `SELECT one.* FROM waited_for AS lane CROSS JOIN LATERAL (
    ${fromDelivery(ordered)} delivery AS d ${where(conditions, `${beyond('d.waiting_since')} ${order('at')}`)}
  ) AS one ${order('at')}`
}

/** Of a message `m`: one delivery of it is in the state. */
const inState = (state: DeliveryState, { side }: MessageFilter): string =>
  `EXISTS (SELECT FROM delivery AS d WHERE d.message_id = m.message_id AND d.sender = m.sender AND d.state = '${state}'${
    side === 'to' ? ' AND d.party = :party' : ''
  })`

const FROM_MESSAGE = 'SELECT m.received_at AS at, m.message_id, m.sender FROM message AS m'

function ofMessages(filter: MessageFilter, ending: Ending, state?: DeliveryState): readonly string[] {
  const { party, side, type } = filter
  const conditions = [...(state === undefined ? [] : [inState(state, filter)]), ...within('m.received_at', filter)]
  const byTime = (...more: readonly string[]): string =>
    `${FROM_MESSAGE} ${where([...more, ...conditions], `${ending.beyond('m.received_at')} ${ending.order('at')}`)}`
  if (party === undefined) return [byTime(...(type === undefined ? [] : ['m.type = :type']))]
  const typed = type === undefined ? [] : ['m.type = :type']
  const byParty = (column: string): string =>
    ending.ordered ? aType(byTime(`${column} = :party`, 'm.type = t.type'), ending) : byTime(`${column} = :party`, ...typed)
  return [
    ...(side === 'to' ? [] : [byParty('m.sender')]),
    ...(side === 'from' ? [] : [byParty('m.recipient'), ofCopies(filter, ending, state)]),
  ]
}

/** The index of a party goes by type and then by time. */
const aType = (source: string, { order }: Ending): string =>
  `SELECT one.* FROM unnest(:types::text[]) AS t (type) CROSS JOIN LATERAL (${source}) AS one ${order('at')}`

function ofCopies(filter: MessageFilter, ending: Ending, state?: DeliveryState): string {
  const conditions = [
    'd.copy',
    'd.party = :party',
    ...(state === undefined ? [] : [`d.state = '${state}'`]),
    ...within('d.waiting_since', filter),
  ]
  const copies = (...type: readonly string[]): string =>
    `SELECT d.waiting_since AS at, d.message_id, d.sender FROM delivery AS d
    ${where([...conditions, ...type], `${ending.beyond('d.waiting_since')} ${ending.order('at')}`)}`
  if (ending.ordered) return aType(copies('d.type = t.type'), ending)
  return copies(...(filter.type === undefined ? [] : ['d.type = :type']))
}

/** A case is short: any order will do. */
function ofConversation(filter: MessageFilter, { beyond, order }: Ending): string {
  const { party, side, type, states, code } = filter
  const deliveries = [
    'd.message_id = m.message_id',
    'd.sender = m.sender',
    ...(states === undefined ? [] : ['d.state = ANY (:states::text[])']),
    ...(code === undefined ? [] : ['d.code = :code']),
    ...(party === undefined || side === 'from' ? [] : [side === 'to' ? 'd.party = :party' : '(d.party = :party OR d.sender = :party)']),
  ]
  const conditions = [
    'm.conversation_id = :conversationId::uuid',
    ...(type === undefined ? [] : ['m.type = :type']),
    ...(party !== undefined && side === 'from' ? ['m.sender = :party'] : []),
    `EXISTS (SELECT FROM delivery AS d WHERE ${deliveries.join(' AND ')})`,
    ...within('m.received_at', filter),
  ]
  return `${FROM_MESSAGE} ${where(conditions, `${beyond('m.received_at')} ${order('at')}`)}`
}
