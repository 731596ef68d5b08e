/** What the simulated officials usually write, by type. A story may say it another way. */
import type { MessageType } from '#core/message.ts'
import { correction, costClaim, costSettlement, erasure, referral, useReport } from './bodies/afterwards.ts'
import {
  acknowledgement,
  application,
  extension,
  informationRequest,
  informationResponse,
  update,
  withdrawal,
} from './bodies/application.ts'
import { approval, documentIssued, documentRefused, documentRenewal, documentRequest } from './bodies/decision.ts'
import { askRegisters, found, interviewRequest, interviewResult, interviewSchedule } from './bodies/identification.ts'
import {
  arrival,
  directTransfer,
  errorAccepted,
  errorClaim,
  transferAccepted,
  transferCancellation,
  transferNotification,
  transferUpdate,
} from './bodies/transfer.ts'
import { transitApplication, transitApproval, transitRevocation } from './bodies/transit.ts'
import type { Write } from './bodies/write.ts'

export const WRITE = {
  'readmission-application': application,
  'readmission-application-update': update,
  acknowledgement,
  'information-request': informationRequest,
  'information-response': informationResponse,
  'verification-request': askRegisters,
  'verification-result': found,
  'interview-request': interviewRequest,
  'interview-schedule': interviewSchedule,
  'interview-result': interviewResult,
  'time-limit-extension': extension,
  'readmission-reply': approval,
  'travel-document-request': documentRequest,
  'travel-document-issued': documentIssued,
  'travel-document-refused': documentRefused,
  'travel-document-renewal': documentRenewal,
  'transfer-notification': transferNotification,
  'transfer-notification-response': transferAccepted,
  'transfer-update': transferUpdate,
  'transfer-cancellation': transferCancellation,
  'direct-transfer-notice': directTransfer,
  'arrival-confirmation': arrival,
  'readmission-in-error-claim': errorClaim,
  'readmission-in-error-reply': errorAccepted,
  'transit-application': transitApplication,
  'transit-reply': transitApproval,
  'transit-revocation': transitRevocation,
  'case-withdrawal': withdrawal,
  'cost-claim': costClaim,
  'cost-settlement': costSettlement,
  'data-correction-notice': correction,
  'data-erasure-notice': erasure,
  'data-use-report': useReport,
  'reintegration-referral': referral,
} as const satisfies { readonly [T in MessageType]?: Write<T> }
