/** What happens in a case that a limit runs from or ends with, and which message says so. */
import type { MessageType } from '#schemas/generated/types.ts'

/**
 * Which moment counts: `handover` the recipient's signed receipt of the message, `acceptance` the hub's own receipt, `stated` the date in the message.
 */
export type Moment = 'handover' | 'acceptance' | 'stated'

export type CaseEvent =
  | 'DATE_OF_KNOWLEDGE'
  | 'APPREHENSION'
  | 'APPLICATION'
  | 'ACCELERATED_APPLICATION'
  | 'ACKNOWLEDGEMENT'
  | 'INFORMATION_REQUEST'
  | 'INFORMATION_RESPONSE'
  | 'EXTENSION'
  | 'REPLY'
  | 'APPROVAL'
  | 'TRAVEL_DOCUMENT_REQUEST'
  | 'TRAVEL_DOCUMENT_ISSUED'
  | 'TRAVEL_DOCUMENT_ANSWER'
  | 'TRAVEL_DOCUMENT_RENEWAL'
  | 'INTERVIEW_REQUEST'
  | 'INTERVIEW_RESULT'
  | 'TRANSFER_NOTIFICATION'
  | 'TRANSFER'
  | 'ERROR_CLAIM'
  | 'TRANSIT_APPLICATION'
  | 'TRANSIT_REPLY'
  | 'TRANSIT_CONSENT'
  | 'TRANSIT_REVOCATION'
  | 'CASE_END'
  | 'COMMITTEE_NOTIFIED'

export interface EventSource {
  readonly type: MessageType
  /** Only when this field of the body has one of these values. */
  readonly where?: { readonly field: string; readonly values: readonly (string | boolean)[] }
  /** Field of the body, dotted, with the date or time that it states. */
  readonly states?: string
  /** Which moment counts when the limit does not say; `handover` when nothing is said. */
  readonly moment?: Moment
}

/** Deemed approved when the limit ran out, not when the hub said so. */
const DEEMED: EventSource = { type: 'deemed-approval-notice', states: 'dueAt', moment: 'stated' }

/** `COMMITTEE_NOTIFIED` happens outside the hub. */
export const EVENT_SOURCES: { readonly [event in CaseEvent]: readonly EventSource[] } = {
  DATE_OF_KNOWLEDGE: [{ type: 'readmission-application', states: 'dateOfKnowledge', moment: 'stated' }],
  APPREHENSION: [{ type: 'readmission-application', states: 'apprehension.at', moment: 'stated' }],
  APPLICATION: [{ type: 'readmission-application', where: { field: 'procedure', values: ['NORMAL'] } }],
  ACCELERATED_APPLICATION: [{ type: 'readmission-application', where: { field: 'procedure', values: ['ACCELERATED'] } }],
  ACKNOWLEDGEMENT: [{ type: 'acknowledgement', states: 'receivedAt' }],
  INFORMATION_REQUEST: [{ type: 'information-request' }],
  INFORMATION_RESPONSE: [{ type: 'information-response' }],
  EXTENSION: [{ type: 'time-limit-extension', states: 'newDueOn' }],
  REPLY: [{ type: 'readmission-reply' }, DEEMED],
  APPROVAL: [{ type: 'readmission-reply', where: { field: 'decision', values: ['APPROVED'] } }, DEEMED],
  TRAVEL_DOCUMENT_REQUEST: [{ type: 'travel-document-request' }],
  TRAVEL_DOCUMENT_ISSUED: [{ type: 'travel-document-issued' }],
  TRAVEL_DOCUMENT_ANSWER: [{ type: 'travel-document-issued' }, { type: 'travel-document-refused' }],
  TRAVEL_DOCUMENT_RENEWAL: [{ type: 'travel-document-renewal' }],
  INTERVIEW_REQUEST: [
    { type: 'interview-request' },
    { type: 'readmission-application', where: { field: 'interviewRequested', values: [true] } },
  ],
  INTERVIEW_RESULT: [{ type: 'interview-result' }],
  TRANSFER_NOTIFICATION: [
    { type: 'transfer-notification', states: 'arrivalAt' },
    { type: 'direct-transfer-notice', states: 'arrivalAt' },
    { type: 'transfer-update', states: 'arrivalAt' },
  ],
  TRANSFER: [{ type: 'arrival-confirmation', where: { field: 'outcome', values: ['ARRIVED'] }, states: 'at', moment: 'stated' }],
  ERROR_CLAIM: [{ type: 'readmission-in-error-claim' }],
  TRANSIT_APPLICATION: [{ type: 'transit-application' }],
  TRANSIT_REPLY: [{ type: 'transit-reply' }],
  TRANSIT_CONSENT: [{ type: 'transit-reply', where: { field: 'decision', values: ['APPROVED'] } }],
  TRANSIT_REVOCATION: [{ type: 'transit-revocation' }],
  CASE_END: [{ type: 'case-withdrawal' }, { type: 'case-closure' }],
  COMMITTEE_NOTIFIED: [],
}
