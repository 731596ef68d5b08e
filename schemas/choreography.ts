/** Which message may follow which in a readmission case, as data. */
import type { MessageType } from './generated/types.ts'

export type CaseState =
  | 'SUBMITTED'
  | 'RECEIVED'
  | 'INFO_REQUESTED'
  | 'APPROVED'
  | 'REFUSED'
  | 'TRANSFER_ANNOUNCED'
  | 'READMITTED'
  | 'NOT_ARRIVED'

export interface Choreography {
  /** Whether it opens a case; nothing else does, and it comes at no other time. */
  readonly opens?: true
  /** Who may send it: the party that opened the case (`requesting`), any other party to it (`requested`), both, or the hub alone. */
  readonly by: 'requesting' | 'requested' | 'either' | 'hub'
  /** In which states of the case it may come. */
  readonly in: readonly CaseState[]
  /** Types of which `inReplyTo` must name a message; none = it need not answer anything. */
  readonly answers: readonly MessageType[]
  /** The state that follows: always the same, the one before, or what a code of the body decides. */
  readonly next: CaseState | 'same' | { readonly by: string; readonly states: { readonly [code: string]: CaseState } }
}

export const CHOREOGRAPHY: { readonly [type in MessageType]: Choreography } = {
  'readmission-application': { opens: true, by: 'requesting', in: [], answers: [], next: 'SUBMITTED' },
  acknowledgement: { by: 'requested', in: ['SUBMITTED'], answers: ['readmission-application'], next: 'RECEIVED' },
  'information-request': {
    by: 'either',
    in: ['RECEIVED', 'INFO_REQUESTED'],
    answers: ['readmission-application', 'acknowledgement', 'information-response'],
    next: 'INFO_REQUESTED',
  },
  // A second request may still be open when the first one has been answered.
  'information-response': { by: 'either', in: ['INFO_REQUESTED', 'RECEIVED'], answers: ['information-request'], next: 'RECEIVED' },
  'readmission-reply': {
    by: 'requested',
    in: ['SUBMITTED', 'RECEIVED', 'INFO_REQUESTED'],
    answers: ['readmission-application', 'information-response'],
    next: { by: 'decision', states: { APPROVED: 'APPROVED', REFUSED: 'REFUSED' } },
  },
  'transfer-notification': {
    by: 'requesting',
    in: ['APPROVED', 'NOT_ARRIVED'],
    answers: ['readmission-reply'],
    next: 'TRANSFER_ANNOUNCED',
  },
  'arrival-confirmation': {
    by: 'requested',
    in: ['TRANSFER_ANNOUNCED'],
    answers: ['transfer-notification'],
    next: { by: 'outcome', states: { ARRIVED: 'READMITTED', NO_SHOW: 'NOT_ARRIVED', REFUSED_ENTRY: 'NOT_ARRIVED' } },
  },
  'delivery-notice': {
    by: 'hub',
    in: ['SUBMITTED', 'RECEIVED', 'INFO_REQUESTED', 'APPROVED', 'REFUSED', 'TRANSFER_ANNOUNCED', 'READMITTED', 'NOT_ARRIVED'],
    answers: [],
    next: 'same',
  },
}
