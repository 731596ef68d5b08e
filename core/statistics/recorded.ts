/** What statistics are made of: codes, counts and times of stored messages, and nothing that names a person. */
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

export interface RecordedMessage {
  readonly type: MessageType
  readonly from: PartyId
  readonly to: PartyId
  readonly receivedAt: Date
  /** When its addressee signed for it. */
  readonly handedOverAt: Date | undefined
  /** `undefined` once the content has been erased. */
  readonly said: Said | undefined
}

/** Counted messages of a case, in order; the first one opened it. */
export type RecordedCase = readonly [RecordedMessage, ...RecordedMessage[]]
