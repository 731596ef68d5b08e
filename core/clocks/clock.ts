/**
 * Clocks of a case as data: what a store keeps, what moves them, and what they need to know.
 *
 * A clock belongs to one limit and the one message that sets it going; `clockId` is made of both, so that it can exist only once however often its
 * message or receipt is looked at.
 */

import type { Confidence, LapseEffect, Role, RuleSet } from '#schemas/agreements/rule-set.ts'
import type { Calendars } from '#schemas/calendars/calendar.ts'
import type { MessageType, PersonCategoryCode } from '#schemas/generated/types.ts'

/** `waiting`: its message was accepted, the receipt that starts it has not come. */
export type ClockState = 'waiting' | 'running' | 'paused' | 'overdue' | 'stopped'

/** What followed from a limit by the agreement itself and no message of the catalogue says: it stands in the case alone. */
export type Followed = Exclude<LapseEffect, 'DEEMED_APPROVAL'>

export interface ClockRecord {
  /** `<startedBy>:<limit>` */
  readonly clockId: string
  readonly conversationId: string
  readonly ruleSet: string
  readonly ruleSetVersion: number
  /** Row of the rule set, e.g. `T5`. */
  readonly limit: string
  /** Id of the message that set it going. */
  readonly startedBy: string
  readonly state: ClockState
  /** When its message was accepted. */
  readonly openedAt: Date
  /** Absent while waiting, and for good when the case ended or the answer came before the receipt. */
  readonly startedAt?: Date
  readonly dueAt?: Date
  /** In ascending order, all after `startedAt`. */
  readonly warnAt: readonly Date[]
  /** Time zone in which its last day ends. */
  readonly timeZone: string
  readonly pausedAt?: Date
  readonly extensions: number
  readonly stoppedAt?: Date
  /** Id of the message that stopped it. */
  readonly stoppedBy?: string
  /** Of the weakest row that it rests on. */
  readonly confidence: Confidence
  /** Whether all of those rows were read or confirmed when it was last moved. The truth of now is `unconfirmedOf`. */
  readonly confirmed: boolean
  /** Calendar years that were counted and are not decided, e.g. `AZE 2028`. */
  readonly openYears: readonly string[]
  readonly lapse?: Followed
  readonly lapsedAt?: Date
}

/** A clock as a store keeps it. */
export interface StoredClock extends ClockRecord {
  /** When it is to be looked at next: to warn, to call it overdue, or to act on it. Absent when time alone changes nothing in it. */
  readonly lookAt?: Date
}

/** The hub accepted a message. */
export interface MessageEvent {
  readonly kind: 'accepted'
  readonly messageId: string
  readonly type: MessageType
  readonly body: object
  readonly at: Date
  /** Of the person the case is about, as the application says; limits for certain persons need it. */
  readonly category: PersonCategoryCode | undefined
}

/** The signed hand-over receipt of a message's recipient (`header.to`) arrived. */
export interface HandoverEvent {
  readonly kind: 'handover'
  readonly messageId: string
  readonly at: Date
}

export type ClockEvent = MessageEvent | HandoverEvent

/** What an event does to the clocks of one limit. A stop, extension, pause or resumption concerns all that have not stopped. */
export type ClockChange =
  | { readonly change: 'stop' | 'pause' | 'resume'; readonly limit: string }
  | { readonly change: 'open'; readonly limit: string }
  | { readonly change: 'start'; readonly limit: string; readonly at: Date | string }
  /** `to`: the date or time that the message states. */
  | { readonly change: 'extend'; readonly limit: string; readonly to: string | undefined }

export interface Side {
  /** ISO 3166-1 alpha-3. */
  readonly state: string
  /** IANA name. */
  readonly timeZone: string
}

/** What the clocks of one case depend on beside its events. */
export interface ClockWorld {
  readonly conversationId: string
  /** The version that was pinned when the case started. */
  readonly ruleSet: RuleSet
  readonly calendars: Calendars
  readonly sides: { readonly [role in Role]: Side }
  /** What an administrator has confirmed: rows of this version (`T7`) and calendar years (`AZE 2028`). */
  readonly confirmations: ReadonlySet<string>
}
