/** What a list is asked for in its address, checked as bodies are: text in, text out, so that pages and routes agree on the type. */
import { type Static, Type } from '@sinclair/typebox'
import { cursorOf, placeOf } from '#core/console/cursor.ts'
import type { Asked, MessageFilter, Page } from '#core/console/reading.ts'
import { ERRORS, type ErrorCode } from '#core/errors.ts'
import type { DeliveryState, MessageType } from '#core/message.ts'
import { MESSAGE_TYPES } from '#schemas/index.ts'
import { closed } from './input.ts'

const USUAL = 50
const MOST = 200

const DELIVERY_STATES = [
  'pending',
  'sent',
  'delivered',
  'retrying',
  'held',
  'dead',
  'cancelled',
  'expired',
] as const satisfies readonly DeliveryState[]

export const oneOf = <T extends string>(values: readonly T[]) => Type.Unsafe<T>(Type.Union(values.map((value) => Type.Literal(value))))

export const party = Type.String({ pattern: '^[a-z][a-z0-9-]{0,31}$' })
export const uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })
/** `2026-11-22T08:00:00.000Z` */
export const time = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,3})?)?Z$' })
export const messageType = oneOf<MessageType>(MESSAGE_TYPES)
export const errorCode = oneOf<ErrorCode>(Object.keys(ERRORS) as ErrorCode[])
/** Some of them, with commas between. */
const states = Type.String({ pattern: `^(${DELIVERY_STATES.join('|')})(,(${DELIVERY_STATES.join('|')}))*$` })
export const side = oneOf(['from', 'to'] as const)

export const paging = {
  /** As a page before gave it. */
  cursor: Type.Optional(Type.String({ maxLength: 400 })),
  limit: Type.Optional(Type.String({ pattern: '^[1-9]\\d{0,2}$' })),
}

export const filtering = {
  state: Type.Optional(states),
  party: Type.Optional(party),
  side: Type.Optional(side),
  type: Type.Optional(messageType),
  code: Type.Optional(errorCode),
  conversation: Type.Optional(uuid),
  since: Type.Optional(time),
  until: Type.Optional(time),
}

const FILTER = Type.Object(filtering, closed)

export function filterOf({ state, party: id, side: which, type, code, conversation, since, until }: Static<typeof FILTER>): MessageFilter {
  return {
    states: state?.split(',') as DeliveryState[] | undefined,
    party: id,
    side: which,
    type,
    code,
    conversationId: conversation,
    ...windowOf({ since, until }),
  }
}

export const windowOf = ({ since, until }: { readonly since?: string | undefined; readonly until?: string | undefined }) => ({
  since: since === undefined ? undefined : new Date(since),
  until: until === undefined ? undefined : new Date(until),
})

export function askedOf({ cursor, limit }: { readonly cursor?: string; readonly limit?: string }): Asked {
  return { limit: Math.min(Number(limit ?? USUAL), MOST), place: placeOf(cursor) }
}

/** A page as it is answered. */
export function listOf<Item>({ items, older, newer }: Page<Item>) {
  return { items, ...(older && { older: cursorOf(older) }), ...(newer && { newer: cursorOf(newer) }) }
}
