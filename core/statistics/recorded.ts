/** What statistics are made of: codes, counts and times of stored messages, and nothing that names a person. */
import type { Followed } from '#core/clocks/clock.ts'
import type { MessageType, PartyId } from '#core/message.ts'

/** Messages that open a case which is counted. */
export const COUNTED_OPENINGS = [
  'readmission-application',
  'direct-transfer-notice',
  'transit-application',
] as const satisfies MessageType[]

/** Messages that a figure can depend on. */
export const COUNTED_TYPES = [
  ...COUNTED_OPENINGS,
  'readmission-application-update',
  'readmission-reply',
  'deemed-approval-notice',
  'case-withdrawal',
  'travel-document-issued',
  'transfer-notification',
  'arrival-confirmation',
  'readmission-in-error-claim',
  'readmission-in-error-reply',
  'transit-reply',
] as const satisfies MessageType[]

/** What a content says, as far as it is counted. */
export interface Said {
  readonly category: string | undefined
  /** Decision or outcome. */
  readonly code: string | undefined
  /** Codes of the grounds of a decision. */
  readonly grounds: readonly string[]
  /** How many persons, travellers or documents it names. */
  readonly count: number
}

/** A message, or what followed by itself; that has no content and no recipient who signs for it. */
export interface RecordedMessage {
  readonly type: MessageType | Followed
  readonly from: PartyId
  readonly to: PartyId
  readonly receivedAt: Date
  /** When its addressee signed for it. */
  readonly handedOverAt: Date | undefined
  /** `undefined` where the content was erased before anybody read it. */
  readonly said: Said | undefined
}

/** What is counted of a case: its messages in order, the first of which opened it, then what followed by itself. */
export type RecordedCase = readonly [RecordedMessage, ...RecordedMessage[]]
