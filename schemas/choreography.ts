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

/** The requesting side is the state whose party opened the case; everyone else is on the requested side. */
export type Side = 'requesting' | 'requested' | 'hub'

/** The state that follows: always the same one, or the one that a code of the body decides. */
export type Next = CaseState | { readonly by: string; readonly to: { readonly [code: string]: CaseState } }

export interface Step {
  /** State of the case that this message opens; only such a message may open one. */
  readonly opens?: CaseState
  /** Types of the message that `inReplyTo` may name. */
  readonly answers: readonly MessageType[]
  /** Who may send it. */
  readonly from: readonly Side[]
  /** In which states it may come, and what follows. */
  readonly moves: { readonly [state in CaseState]?: Next }
}

const decided: Next = { by: 'decision', to: { APPROVED: 'APPROVED', REFUSED: 'REFUSED' } }

export const CHOREOGRAPHY: { readonly [type in MessageType]: Step } = {
  'readmission-application': { opens: 'SUBMITTED', answers: [], from: ['requesting'], moves: {} },
  acknowledgement: {
    answers: ['readmission-application'],
    from: ['requested'],
    moves: { SUBMITTED: 'RECEIVED', INFO_REQUESTED: 'INFO_REQUESTED' },
  },
  'information-request': {
    answers: ['readmission-application', 'acknowledgement', 'information-response'],
    from: ['requesting', 'requested'],
    moves: { SUBMITTED: 'INFO_REQUESTED', RECEIVED: 'INFO_REQUESTED', INFO_REQUESTED: 'INFO_REQUESTED' },
  },
  // A second request may be open while the first one is answered.
  'information-response': {
    answers: ['information-request'],
    from: ['requesting', 'requested'],
    moves: { INFO_REQUESTED: 'RECEIVED', RECEIVED: 'RECEIVED' },
  },
  'readmission-reply': {
    answers: ['readmission-application'],
    from: ['requested'],
    moves: { SUBMITTED: decided, RECEIVED: decided, INFO_REQUESTED: decided },
  },
  'transfer-notification': {
    answers: ['readmission-reply'],
    from: ['requesting'],
    moves: { APPROVED: 'TRANSFER_ANNOUNCED', NOT_ARRIVED: 'TRANSFER_ANNOUNCED' },
  },
  'arrival-confirmation': {
    answers: ['transfer-notification'],
    from: ['requested'],
    moves: { TRANSFER_ANNOUNCED: { by: 'outcome', to: { ARRIVED: 'READMITTED', NO_SHOW: 'NOT_ARRIVED', REFUSED_ENTRY: 'NOT_ARRIVED' } } },
  },
  'delivery-notice': {
    answers: [
      'readmission-application',
      'acknowledgement',
      'information-request',
      'information-response',
      'readmission-reply',
      'transfer-notification',
      'arrival-confirmation',
    ],
    from: ['hub'],
    moves: {
      SUBMITTED: 'SUBMITTED',
      RECEIVED: 'RECEIVED',
      INFO_REQUESTED: 'INFO_REQUESTED',
      APPROVED: 'APPROVED',
      REFUSED: 'REFUSED',
      TRANSFER_ANNOUNCED: 'TRANSFER_ANNOUNCED',
      READMITTED: 'READMITTED',
      NOT_ARRIVED: 'NOT_ARRIVED',
    },
  },
}
