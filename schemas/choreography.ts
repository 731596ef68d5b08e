/** Which message may follow which, as data. The agreement is reciprocal: either state may be the requesting one. */
import { type CaseState, caseState } from './codelists/case-state.ts'
import type { MessageType } from './generated/types.ts'

export type { CaseState }
export const CASE_STATES = Object.keys(caseState.codes) as readonly CaseState[]

/** The state that opened the conversation, and the one that was addressed. A state may take part with several parties. */
export type Side = 'requesting' | 'requested'

export interface Choreography {
  /** Who may write it: a party of one side, of both (`either`), or the hub alone. A third state may get copies and sends nothing. */
  readonly by: Side | 'either' | 'hub'
  /** To whom: the addressee, not those who get a copy. */
  readonly to: Side | 'either'
  /** Types of which `inReplyTo` must name a message; none = it need not answer anything. */
  readonly answers: readonly MessageType[]
  /** The state in which the conversation begins that it opens. Only such a message begins one, and it comes at no other time. */
  readonly opens?: CaseState
  /** In which states it may come, and which state follows each. */
  readonly moves: Moves
}

export type Moves = { readonly [state in CaseState]?: Next }
/** Always the same state, or the one that a code of the body decides. */
export type Next = CaseState | { readonly by: string; readonly states: { readonly [code: string]: CaseState } }

const into = (next: Next, states: readonly CaseState[]): Moves => Object.fromEntries(states.map((state) => [state, next]))
const same = (states: readonly CaseState[]): Moves => Object.fromEntries(states.map((state) => [state, state]))

/** The requested state has confirmed the receipt and has not decided yet. */
const EXAMINED: readonly CaseState[] = ['RECEIVED', 'INFO_REQUESTED', 'IN_VERIFICATION', 'INTERVIEW_SCHEDULED', 'INTERVIEWED', 'EXTENDED']
const UNDECIDED: readonly CaseState[] = ['SUBMITTED', ...EXAMINED]
/** Approved, and no transfer is on its way. */
const TRANSFERABLE: readonly CaseState[] = ['APPROVED', 'DEEMED_APPROVED', 'TD_ISSUED', 'NOT_ARRIVED', 'TRANSFER_CANCELLED']

const APPROVALS: readonly MessageType[] = ['readmission-reply', 'deemed-approval-notice']
const ANNOUNCEMENTS: readonly MessageType[] = ['transfer-notification', 'direct-transfer-notice', 'transfer-update']

/** Sent at any time, whatever the conversation is about; changes nothing in it. */
const anytime = { by: 'either', to: 'either', answers: [], moves: same(CASE_STATES) } as const
/** Opens a conversation in which nothing has to follow. */
const information = { by: 'requesting', to: 'either', answers: [], opens: 'INFORMED', moves: {} } as const

export const CHOREOGRAPHY: { readonly [type in MessageType]: Choreography } = {
  // --- Application and decision -----------------------------------------------------------------------------------
  'readmission-application': { by: 'requesting', to: 'requested', answers: [], opens: 'SUBMITTED', moves: {} },
  'readmission-application-update': {
    by: 'requesting',
    to: 'requested',
    answers: ['readmission-application', 'acknowledgement', 'information-request'],
    moves: same(UNDECIDED),
  },
  acknowledgement: {
    by: 'requested',
    to: 'requesting',
    answers: ['readmission-application', 'transit-application'],
    moves: { SUBMITTED: 'RECEIVED', TRANSIT_REQUESTED: 'TRANSIT_REQUESTED' },
  },
  'information-request': {
    by: 'either',
    to: 'either',
    answers: [
      'readmission-application',
      'readmission-application-update',
      'acknowledgement',
      'information-response',
      'verification-request',
      'interview-request',
      'transit-application',
      'reintegration-referral',
    ],
    moves: { ...into('INFO_REQUESTED', EXAMINED), ...same(['TRANSIT_REQUESTED', 'INFORMED']) },
  },
  'information-response': {
    by: 'either',
    to: 'either',
    answers: ['information-request'],
    // A second request may still be open when the first one has been answered.
    moves: { ...same([...EXAMINED, 'TRANSIT_REQUESTED', 'INFORMED']), INFO_REQUESTED: 'RECEIVED' },
  },
  'verification-request': {
    by: 'requested',
    to: 'requested',
    answers: ['readmission-application', 'readmission-application-update'],
    moves: into('IN_VERIFICATION', EXAMINED),
  },
  // Several agencies may have been asked; one may answer after the decision.
  'verification-result': {
    by: 'requested',
    to: 'requested',
    answers: ['verification-request'],
    moves: same([...EXAMINED, 'APPROVED', 'DEEMED_APPROVED', 'REFUSED']),
  },
  'interview-request': { by: 'either', to: 'requested', answers: [], moves: same(UNDECIDED) },
  'interview-schedule': {
    by: 'requested',
    to: 'either',
    // An application may ask for the interview itself; an appointment may be moved.
    answers: ['interview-request', 'readmission-application', 'interview-schedule'],
    moves: into('INTERVIEW_SCHEDULED', EXAMINED),
  },
  'interview-result': {
    by: 'requested',
    to: 'either',
    answers: ['interview-schedule'],
    moves: into(
      {
        by: 'outcome',
        states: { NATIONALITY_CONFIRMED: 'INTERVIEWED', NOT_CONFIRMED: 'INTERVIEWED', INCONCLUSIVE: 'INTERVIEWED', NO_SHOW: 'RECEIVED' },
      },
      EXAMINED,
    ),
  },
  'time-limit-extension': {
    by: 'requested',
    to: 'requesting',
    answers: ['readmission-application'],
    moves: into('EXTENDED', EXAMINED),
  },
  'readmission-reply': {
    by: 'requested',
    to: 'requesting',
    answers: ['readmission-application', 'readmission-application-update', 'information-response', 'interview-result'],
    moves: into({ by: 'decision', states: { APPROVED: 'APPROVED', REFUSED: 'REFUSED' } }, UNDECIDED),
  },
  'deemed-approval-notice': { by: 'hub', to: 'either', answers: ['readmission-application'], moves: into('DEEMED_APPROVED', UNDECIDED) },

  // --- Travel document --------------------------------------------------------------------------------------------
  'travel-document-request': {
    by: 'requesting',
    to: 'requested',
    answers: [...APPROVALS, 'travel-document-refused'],
    moves: same([...TRANSFERABLE, 'TRANSFER_ANNOUNCED']),
  },
  'travel-document-issued': {
    by: 'requested',
    to: 'requesting',
    answers: ['travel-document-request', 'travel-document-renewal'],
    moves: { ...into('TD_ISSUED', TRANSFERABLE), ...same(['TRANSFER_ANNOUNCED']) },
  },
  'travel-document-refused': {
    by: 'requested',
    to: 'requesting',
    answers: ['travel-document-request', 'travel-document-renewal'],
    moves: same([...TRANSFERABLE, 'TRANSFER_ANNOUNCED']),
  },
  'travel-document-renewal': {
    by: 'requesting',
    to: 'requested',
    answers: ['travel-document-issued'],
    moves: same(['TD_ISSUED', 'NOT_ARRIVED', 'TRANSFER_CANCELLED', 'TRANSFER_ANNOUNCED']),
  },

  // --- Transfer ---------------------------------------------------------------------------------------------------
  'transfer-notification': {
    by: 'requesting',
    to: 'requested',
    answers: [...APPROVALS, 'travel-document-issued', 'direct-transfer-notice'],
    moves: into('TRANSFER_ANNOUNCED', TRANSFERABLE),
  },
  'transfer-notification-response': {
    by: 'requested',
    to: 'requesting',
    answers: ANNOUNCEMENTS,
    moves: same(['TRANSFER_ANNOUNCED']),
  },
  'transfer-update': {
    by: 'requesting',
    to: 'requested',
    answers: [...ANNOUNCEMENTS, 'transfer-notification-response'],
    moves: same(['TRANSFER_ANNOUNCED']),
  },
  'transfer-cancellation': {
    by: 'requesting',
    to: 'requested',
    answers: [...ANNOUNCEMENTS, 'transfer-notification-response'],
    moves: { TRANSFER_ANNOUNCED: 'TRANSFER_CANCELLED' },
  },
  'direct-transfer-notice': { by: 'requesting', to: 'requested', answers: [], opens: 'TRANSFER_ANNOUNCED', moves: {} },
  'arrival-confirmation': {
    by: 'requested',
    to: 'requesting',
    answers: ANNOUNCEMENTS,
    moves: {
      TRANSFER_ANNOUNCED: { by: 'outcome', states: { ARRIVED: 'READMITTED', NO_SHOW: 'NOT_ARRIVED', REFUSED_ENTRY: 'NOT_ARRIVED' } },
    },
  },

  // --- Readmission in error ---------------------------------------------------------------------------------------
  // The right to claim outlives the closure of the case; that there was an arrival, `answers` demands.
  'readmission-in-error-claim': {
    by: 'requested',
    to: 'requesting',
    answers: ['arrival-confirmation'],
    moves: into('IN_ERROR', ['READMITTED', 'CLOSED']),
  },
  'readmission-in-error-reply': {
    by: 'requesting',
    to: 'requested',
    answers: ['readmission-in-error-claim'],
    moves: { IN_ERROR: { by: 'decision', states: { APPROVED: 'TAKING_BACK', REFUSED: 'READMITTED' } } },
  },

  // --- Transit ----------------------------------------------------------------------------------------------------
  'transit-application': { by: 'requesting', to: 'requested', answers: [], opens: 'TRANSIT_REQUESTED', moves: {} },
  'transit-reply': {
    by: 'requested',
    to: 'requesting',
    answers: ['transit-application', 'information-response'],
    moves: { TRANSIT_REQUESTED: { by: 'decision', states: { APPROVED: 'TRANSIT_APPROVED', REFUSED: 'TRANSIT_REFUSED' } } },
  },
  'transit-revocation': {
    by: 'requested',
    to: 'requesting',
    answers: ['transit-reply'],
    moves: { TRANSIT_APPROVED: 'TRANSIT_REVOKED' },
  },

  // --- End --------------------------------------------------------------------------------------------------------
  // A transfer on its way is cancelled first, so that nobody waits at the border.
  'case-withdrawal': {
    by: 'requesting',
    to: 'requested',
    answers: [],
    moves: into('WITHDRAWN', [...UNDECIDED, ...TRANSFERABLE, 'TRANSIT_REQUESTED', 'TRANSIT_APPROVED']),
  },
  // Never while a reply is owed: silence would lose its meaning.
  'case-closure': {
    by: 'either',
    to: 'either',
    answers: [],
    moves: into('CLOSED', [
      ...TRANSFERABLE,
      'REFUSED',
      'READMITTED',
      'TAKING_BACK',
      'TRANSIT_APPROVED',
      'TRANSIT_REFUSED',
      'TRANSIT_REVOKED',
      'INFORMED',
    ]),
  },

  // --- At any time ------------------------------------------------------------------------------------------------
  'cost-claim': { ...anytime, by: 'requested', to: 'requesting' },
  'cost-settlement': { ...anytime, by: 'requesting', to: 'requested', answers: ['cost-claim'] },
  'data-correction-notice': anytime,
  'data-erasure-notice': anytime,
  'data-use-report': anytime,

  // --- Conversations of their own ---------------------------------------------------------------------------------
  'contact-list-update': information,
  'border-point-update': information,
  'statistics-report': information,
  'reintegration-referral': information,

  'delivery-notice': { ...anytime, by: 'hub' },
}
