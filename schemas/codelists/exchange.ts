/** Codes of the exchange itself: header, receipts and notices. */
import { codeList } from './code-list.ts'

export const messageType = codeList('MessageType', 'Kind of business message', {
  'readmission-application': ['Readmission application', 'Readmissiya müraciəti'],
  acknowledgement: ['Acknowledgement of receipt', 'Qəbul bildirişi'],
  'information-request': ['Request for information', 'Məlumat sorğusu'],
  'information-response': ['Response with information', 'Məlumat cavabı'],
  'readmission-reply': ['Reply to a readmission application', 'Readmissiya müraciətinə cavab'],
  'transfer-notification': ['Notification of transfer', 'Təhvil bildirişi'],
  'arrival-confirmation': ['Confirmation of arrival', 'Gəlişin təsdiqi'],
  'delivery-notice': ['Notice of delivery', 'Çatdırılma bildirişi'],
})

export const version = codeList('VersionCode', 'Version of the message standard', {
  '1.0': ['Version 1.0', '1.0 versiyası'],
})

export const receiptEvent = codeList('ReceiptEventCode', 'What a receipt states (events of ETSI EN 319 522-1)', {
  SubmissionAcceptance: ['The hub accepted the message', 'Qovşaq mesajı qəbul etdi'],
  ContentHandover: ['The recipient took the message over', 'Alıcı mesajı təhvil aldı'],
  ConsignmentRejection: ['The recipient refused the message', 'Alıcı mesajdan imtina etdi'],
})

export const noticeEvent = codeList('NoticeEventCode', 'What became of a delivery (events of ETSI EN 319 522-1)', {
  ContentHandover: ['Handed over', 'Təhvil verildi'],
  ConsignmentRejection: ['Refused by the recipient', 'Alıcı imtina etdi'],
  ContentHandoverFailure: ['Could not be handed over and will not be tried again', 'Təhvil vermək mümkün olmadı, yenidən cəhd edilməyəcək'],
  ContentConsignmentFailure: ['Expired before it could be handed over', 'Təhvil verilməmiş müddəti bitdi'],
})
