/**
 * What operators read of messages: ids, parties, types, states, times, sizes and codes. Nothing here can name a person.
 *
 * Lists go by time, newest first, a page at a time; where a page goes on, its cursor says.
 */
import type { ErrorCode } from '#core/errors.ts'
import type { DeliveryState, Flag, MediaType, MessageType, PartyId, Transport } from '#core/message.ts'
import type { Happening } from '#core/ports.ts'
import type { DeadlineFilter, DueDay, Group, OpenClock } from './deadlines.ts'
import type { Standing } from './overview.ts'

/** A place in a list, and which way from there. */
export interface Place {
  readonly way: 'older' | 'newer'
  readonly at: Date
  /** Tells apart what happened in the same millisecond. */
  readonly key: string
}

export interface Asked {
  /** How many a page has at most. */
  readonly limit: number
  readonly place?: Place | undefined
}

export interface Page<Item> {
  /** Newest first, whichever way was asked for. */
  readonly items: readonly Item[]
  readonly older?: Place
  readonly newer?: Place
}

/** No more than this is counted: whoever sees so many filters on. */
export const MOST_COUNTED = 10_000
/** Of what must be looked up one by one. */
export const MOST_LOOKED_UP = 1_000

export interface Count {
  readonly count: number
  /** There are more. */
  readonly capped: boolean
}

/**
 * Everything that is given must hold. `states`, `code`, and `party` as the receiving side hold of one and the same delivery, as in a replay's filter.
 */
export interface MessageFilter {
  readonly states?: readonly DeliveryState[] | undefined
  readonly party?: PartyId | undefined
  /** Whether `party` sent it or gets it; either, when it is not given. */
  readonly side?: 'from' | 'to' | undefined
  readonly type?: MessageType | undefined
  readonly code?: ErrorCode | undefined
  readonly conversationId?: string | undefined
  /** When it was accepted. */
  readonly since?: Date | undefined
  readonly until?: Date | undefined
}

export interface MessageRow {
  readonly messageId: string
  readonly from: PartyId
  /** The recipient that it names, then those who get a copy. */
  readonly to: readonly PartyId[]
  readonly type: MessageType
  readonly conversationId: string
  /** In its conversation, from 1. */
  readonly number: number
  readonly receivedAt: Date
  /** Of the bytes as they arrived; absent once they are erased, and for messages of the hub. */
  readonly size?: number
  /** The worst of its deliveries. */
  readonly state: DeliveryState
  /** Of all its deliveries. */
  readonly attempts: number
  /** Of the worst delivery. */
  readonly code?: ErrorCode
  /** When the first clock that it has set going runs out. */
  readonly dueAt?: Date
  readonly deliveries: readonly DeliveryRow[]
}

/** The worst first. */
export interface DeliveryRow {
  readonly deliveryId: string
  readonly party: PartyId
  readonly state: DeliveryState
  readonly attempts: number
  readonly code?: ErrorCode
}

export interface MessageSheet extends Omit<MessageRow, 'deliveries'> {
  readonly version: string
  readonly agreement: string
  readonly inReplyTo?: string
  readonly createdAt: Date
  readonly expiresAt?: Date
  readonly mediaType?: MediaType
  readonly digest?: string
  readonly signatureDigest?: string
  readonly contentDigest: string
  readonly receiptId?: string
  readonly signedAt?: Date
  /** SHA-256 of the certificate that it was signed with. */
  readonly signerSha256?: string
  /** When that certificate turned out to have been revoked before the message came. */
  readonly contestedAt?: Date
  /** Rules that it does not keep although it was accepted. */
  readonly flags: readonly Flag[]
  /** Its bytes are still there. */
  readonly kept: boolean
  readonly attachments: readonly { readonly digest: string; readonly size: number; readonly mediaType: string }[]
  readonly deliveries: readonly DeliverySheet[]
  /** Oldest first. */
  readonly timeline: readonly Happening[]
  /** The other messages of its case, the nearest ones, in order. */
  readonly related: readonly RelatedMessage[]
  /** What operators did with it, oldest first. */
  readonly acts: readonly MessageAct[]
}

export interface DeliverySheet extends DeliveryRow {
  readonly transport: Transport
  readonly waitingSince: Date
  /** When the next attempt may start; absent once it has ended. */
  readonly dueAt?: Date
  readonly expiresAt: Date
  readonly deliveredAt?: Date
  readonly mediaType?: MediaType
  readonly digest?: string
  readonly receiptId?: string
  /** Open, but behind a dead or held one of its case. */
  readonly blocked: boolean
  /** Newest first, the newest 100. */
  readonly history: readonly AttemptRow[]
}

export interface AttemptRow {
  readonly number: number
  readonly startedAt: Date
  readonly durationMs: number
  /** HTTP status of the answer. */
  readonly status?: number
  /** In which state it left the delivery. */
  readonly state: DeliveryState
  readonly code?: ErrorCode
}

export interface RelatedMessage {
  readonly messageId: string
  readonly from: PartyId
  readonly to: PartyId
  readonly type: MessageType
  readonly number: number
  readonly receivedAt: Date
}

export interface MessageAct {
  readonly at: Date
  readonly event: string
  readonly by: string
  readonly reason?: string
}

/** What a search found, by the exact id or reference that was asked for. */
export interface Found {
  readonly kind: 'message' | 'delivery' | 'conversation'
  /** Of the message, or of the case. */
  readonly id: string
  readonly from?: PartyId
}

/** One that a replay has reached, as it is now. */
export interface JobDelivery extends DeliveryRow {
  /** Its place in the job, from 1. */
  readonly number: number
  readonly messageId: string
  readonly from: PartyId
  readonly type?: MessageType
}

export interface JobAsked {
  readonly states?: readonly DeliveryState[] | undefined
  /** The number of the last one that was seen. */
  readonly after: number
  readonly limit: number
}

export interface Reading {
  standing(now: Date): Promise<Standing>
  messages(filter: MessageFilter, asked: Asked): Promise<Page<MessageRow>>
  countMessages(filter: MessageFilter): Promise<Count>
  /** Message ids are unique a sender; without one, the newest. */
  message(messageId: string, from?: PartyId): Promise<MessageSheet | undefined>
  /** A message id, the id of a delivery, or that of a case. */
  find(id: string): Promise<readonly Found[]>
  /** How many messages were accepted from one moment to another. */
  arrivals(from: Date, before: Date): Promise<Count>
  /** Clocks that have not stopped, soonest first: `older` leads to what is due later. */
  deadlines(filter: DeadlineFilter, asked: Asked, now: Date): Promise<Page<OpenClock>>
  /** How many there are of each group, up to 10,000. */
  deadlineCounts(party: PartyId | undefined, now: Date): Promise<Readonly<Record<Group, number>>>
  /** How many of those that a replay has reached are in which state now. */
  jobStates(jobId: string): Promise<Readonly<Partial<Record<DeliveryState, number>>>>
  /** In the order of the job. */
  jobDeliveries(jobId: string, asked: JobAsked): Promise<readonly JobDelivery[]>
  dueDays(from: Date, before: Date): Promise<readonly DueDay[]>
}
