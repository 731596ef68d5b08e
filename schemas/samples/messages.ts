/** A small message of every type, with nothing but what is required, and a full one with every field. Together they tell one invented case. */
import type { MessageOf, MessageType } from '#schemas/generated/types.ts'
import { acknowledgement } from './acknowledgement.ts'
import { arrivalConfirmation } from './arrival-confirmation.ts'
import { borderPointUpdate } from './border-point-update.ts'
import { caseClosure } from './case-closure.ts'
import { caseWithdrawal } from './case-withdrawal.ts'
import { contactListUpdate } from './contact-list-update.ts'
import { costClaim } from './cost-claim.ts'
import { costSettlement } from './cost-settlement.ts'
import { dataCorrectionNotice } from './data-correction-notice.ts'
import { dataErasureNotice } from './data-erasure-notice.ts'
import { dataUseReport } from './data-use-report.ts'
import { deemedApprovalNotice } from './deemed-approval-notice.ts'
import { deliveryNotice } from './delivery-notice.ts'
import { directTransferNotice } from './direct-transfer-notice.ts'
import { HEADS } from './heads.ts'
import { informationRequest } from './information-request.ts'
import { informationResponse } from './information-response.ts'
import { interviewRequest } from './interview-request.ts'
import { interviewResult } from './interview-result.ts'
import { interviewSchedule } from './interview-schedule.ts'
import { readmissionApplication } from './readmission-application.ts'
import { readmissionApplicationUpdate } from './readmission-application-update.ts'
import { readmissionInErrorClaim } from './readmission-in-error-claim.ts'
import { readmissionInErrorReply } from './readmission-in-error-reply.ts'
import { readmissionReply } from './readmission-reply.ts'
import { reintegrationReferral } from './reintegration-referral.ts'
import { statisticsReport } from './statistics-report.ts'
import { timeLimitExtension } from './time-limit-extension.ts'
import { transferCancellation } from './transfer-cancellation.ts'
import { transferNotification } from './transfer-notification.ts'
import { transferNotificationResponse } from './transfer-notification-response.ts'
import { transferUpdate } from './transfer-update.ts'
import { transitApplication } from './transit-application.ts'
import { transitReply } from './transit-reply.ts'
import { transitRevocation } from './transit-revocation.ts'
import { travelDocumentIssued } from './travel-document-issued.ts'
import { travelDocumentRefused } from './travel-document-refused.ts'
import { travelDocumentRenewal } from './travel-document-renewal.ts'
import { travelDocumentRequest } from './travel-document-request.ts'
import { verificationRequest } from './verification-request.ts'
import { verificationResult } from './verification-result.ts'

export type Size = 'small' | 'full'

/** Their full samples name a mission, which version 1.0 cannot. */
const WITH_MISSION: ReadonlySet<MessageType> = new Set([
  'interview-request',
  'interview-schedule',
  'interview-result',
  'travel-document-request',
  'travel-document-issued',
  'travel-document-refused',
  'travel-document-renewal',
])

type Samples = { readonly [T in MessageType]: { readonly [size in Size]: MessageOf<T>['body'] } }

const BODIES: Samples = {
  'readmission-application': readmissionApplication,
  'readmission-application-update': readmissionApplicationUpdate,
  acknowledgement,
  'information-request': informationRequest,
  'information-response': informationResponse,
  'verification-request': verificationRequest,
  'verification-result': verificationResult,
  'interview-request': interviewRequest,
  'interview-schedule': interviewSchedule,
  'interview-result': interviewResult,
  'time-limit-extension': timeLimitExtension,
  'readmission-reply': readmissionReply,
  'deemed-approval-notice': deemedApprovalNotice,
  'travel-document-request': travelDocumentRequest,
  'travel-document-issued': travelDocumentIssued,
  'travel-document-refused': travelDocumentRefused,
  'travel-document-renewal': travelDocumentRenewal,
  'transfer-notification': transferNotification,
  'transfer-notification-response': transferNotificationResponse,
  'transfer-update': transferUpdate,
  'transfer-cancellation': transferCancellation,
  'direct-transfer-notice': directTransferNotice,
  'arrival-confirmation': arrivalConfirmation,
  'readmission-in-error-claim': readmissionInErrorClaim,
  'readmission-in-error-reply': readmissionInErrorReply,
  'transit-application': transitApplication,
  'transit-reply': transitReply,
  'transit-revocation': transitRevocation,
  'case-withdrawal': caseWithdrawal,
  'case-closure': caseClosure,
  'cost-claim': costClaim,
  'cost-settlement': costSettlement,
  'data-correction-notice': dataCorrectionNotice,
  'data-erasure-notice': dataErasureNotice,
  'data-use-report': dataUseReport,
  'contact-list-update': contactListUpdate,
  'border-point-update': borderPointUpdate,
  'statistics-report': statisticsReport,
  'reintegration-referral': reintegrationReferral,
  'delivery-notice': deliveryNotice,
}

/** Without `contentDigest`: that follows from the rest. What answers says so even in a small message. */
export function sampleOf<T extends MessageType>(type: T, size: Size): MessageOf<T> {
  const [conversationId, messageId, answers, from, to, copyTo, createdAt, nonce] = HEADS[type]
  const header = {
    messageId,
    conversationId,
    ...(answers === undefined ? {} : { inReplyTo: HEADS[answers][1] }),
    from,
    to,
    ...(size === 'full' ? { copyTo: [copyTo] } : {}),
    type,
    version: size === 'full' && WITH_MISSION.has(type) ? '1.1' : '1.0',
    agreement: 'eu-az-2014',
    createdAt,
    ...(size === 'full' ? { expiresAt: '2027-11-20T09:00:00Z' } : {}),
    nonce,
  } as const
  return { header, body: BODIES[type][size] }
}
