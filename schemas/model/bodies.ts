/** One body per message type. */
import type { messageType } from '#schemas/codelists/exchange.ts'
import type { RecordType } from '#schemas/vocabulary.ts'
import { acknowledgement } from './acknowledgement.ts'
import { arrivalConfirmation } from './arrival-confirmation.ts'
import { deliveryNotice } from './delivery-notice.ts'
import { informationRequest } from './information-request.ts'
import { informationResponse } from './information-response.ts'
import { readmissionApplication } from './readmission-application.ts'
import { readmissionReply } from './readmission-reply.ts'
import { transferNotification } from './transfer-notification.ts'

export const BODIES: { readonly [type in keyof typeof messageType.codes]: RecordType } = {
  'readmission-application': readmissionApplication,
  acknowledgement,
  'information-request': informationRequest,
  'information-response': informationResponse,
  'readmission-reply': readmissionReply,
  'transfer-notification': transferNotification,
  'arrival-confirmation': arrivalConfirmation,
  'delivery-notice': deliveryNotice,
}
