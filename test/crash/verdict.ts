/** What the crash proof holds the hub to, as a function of what its partners saw and of what it wrote down itself. */
import type { PartyId } from '#core/message.ts'

/** A message for which its sender has the hub's receipt. Those of a conversation are in the order of their receipts. */
export interface Accepted {
  readonly messageId: string
  readonly conversationId: string
  readonly recipients: readonly PartyId[]
  /** Every receipt that the hub gave for it, as hex. */
  readonly receipts: readonly string[]
}

/** A message that a partner took. The list of them is in the order of taking. */
export interface Taken {
  readonly by: PartyId
  readonly messageId: string
  readonly conversationId: string
  readonly deliveryId: string
  /** The hub wrote it: about which delivery, and what. */
  readonly notice?: string
}

/** A delivery as it reached a partner, however often. */
export interface Arrived {
  readonly deliveryId: string
  readonly digest: string
}

/** A delivery as the hub's own books have it when all is over. */
export interface Booked {
  readonly deliveryId: string
  readonly state: string
  /** Of the bytes that were sent. */
  readonly digest: string | undefined
}

export interface Evidence {
  readonly accepted: readonly Accepted[]
  readonly taken: readonly Taken[]
  readonly arrived: readonly Arrived[]
  /** `undefined`: nobody looked. */
  readonly booked: readonly Booked[] | undefined
}

/** Ways to break a promise, and what each means. */
export const PROMISES = {
  lost: 'accepted, and never reached a recipient',
  twice: 'taken twice by a recipient that heeds the key of a delivery',
  disordered: 'taken after a later message of its conversation',
  receipts: 'two different receipts for one message',
  bytes: 'a delivery that came again with other bytes',
  contradictions: "taken, and the hub's books say otherwise",
  notices: 'told twice by the hub',
} as const

export type Promised = keyof typeof PROMISES
/** Ids and words, nothing of a message. */
export type Faults = Readonly<Record<Promised, readonly string[]>>

export function faultsOf({ accepted, taken, arrived, booked }: Evidence): Faults {
  return {
    lost: lost(accepted, taken),
    twice: twice(taken),
    disordered: disordered(accepted, taken),
    receipts: accepted.filter((one) => new Set(one.receipts).size > 1).map(({ messageId }) => `${messageId} was given two receipts`),
    bytes: changed(arrived),
    contradictions: booked ? contradictions(taken, arrived, booked) : [],
    notices: repeated(taken.flatMap(({ by, notice }) => (notice === undefined ? [] : [`${notice} to ${by}`]))).map(
      (what) => `${what} was told twice`,
    ),
  }
}

/** What partners alone can see. */
export function seenFaults(accepted: readonly Accepted[], taken: readonly Taken[]): readonly string[] {
  return Object.values(faultsOf({ accepted, taken, arrived: [], booked: undefined })).flat()
}

function lost(accepted: readonly Accepted[], taken: readonly Taken[]): readonly string[] {
  const reached = new Set(taken.map(({ by, messageId }) => `${messageId} ${by}`))
  return accepted.flatMap(({ messageId, recipients }) =>
    recipients.filter((by) => !reached.has(`${messageId} ${by}`)).map((by) => `${messageId} has a receipt and never reached ${by}`),
  )
}

function twice(taken: readonly Taken[]): readonly string[] {
  return [
    ...repeated(taken.map(({ deliveryId }) => deliveryId)).map((id) => `delivery ${id} was taken twice`),
    ...repeated(taken.map(({ by, messageId }) => `${messageId} by ${by}`)).map((what) => `${what} was taken twice`),
  ]
}

function repeated(all: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return all.filter((one) => seen.size === seen.add(one).size)
}

/** Within a conversation a party takes messages in the order in which the hub accepted them, whoever sent them. The hub's own are in no such order. */
function disordered(accepted: readonly Accepted[], taken: readonly Taken[]): readonly string[] {
  const numbers = new Map(accepted.map(({ messageId }, number) => [messageId, number]))
  const last = new Map<string, number>()
  return taken.flatMap(({ by, messageId, conversationId, notice }) => {
    if (notice !== undefined) return []
    const number = numbers.get(messageId)
    if (number === undefined) return [`${messageId} was taken by ${by} and never accepted`]
    const lane = `${conversationId} ${by}`
    const early = number < (last.get(lane) ?? 0)
    last.set(lane, number)
    return early ? [`${messageId} was taken by ${by} after a message that was accepted later`] : []
  })
}

function changed(arrived: readonly Arrived[]): readonly string[] {
  const first = new Map<string, string>()
  return arrived.flatMap(({ deliveryId, digest }) => {
    const known = first.get(deliveryId)
    if (known === undefined) first.set(deliveryId, digest)
    return known === undefined || known === digest ? [] : [`delivery ${deliveryId} came again with other bytes`]
  })
}

/** What was taken is booked as delivered, with the digest of what arrived; what is booked as delivered was taken. */
function contradictions(taken: readonly Taken[], arrived: readonly Arrived[], booked: readonly Booked[]): readonly string[] {
  const digests = new Map(arrived.map(({ deliveryId, digest }) => [deliveryId, digest]))
  const books = new Map(booked.map((one) => [one.deliveryId, one]))
  const takenIds = new Set(taken.map(({ deliveryId }) => deliveryId))
  return [
    ...taken.flatMap(({ deliveryId, by }) => {
      const book = books.get(deliveryId)
      if (!book) return [`delivery ${deliveryId} was taken by ${by} and is in no book`]
      return book.state === 'delivered' ? [] : [`delivery ${deliveryId} was taken by ${by} and is booked as ${book.state}`]
    }),
    ...booked.flatMap(({ deliveryId, state, digest }) => {
      if (state !== 'delivered') return []
      if (!takenIds.has(deliveryId)) return [`delivery ${deliveryId} is booked as delivered and was never taken`]
      return digest === digests.get(deliveryId) ? [] : [`delivery ${deliveryId} is booked with a digest of other bytes`]
    }),
  ]
}
