/** Codes of the exchange itself: header, receipts and notices. */
import { codeList } from './code-list.ts'

/** In the order in which a case may go; first the case itself, then conversations of their own and what is possible at any time. */
export const messageType = codeList('MessageType', ['Kind of business message', 'Mesajın növü'], {
  'readmission-application': ['Readmission application', 'Readmissiya müraciəti'],
  'readmission-application-update': ['Update of a readmission application', 'Readmissiya müraciətinə dəyişiklik'],
  acknowledgement: ['Acknowledgement of receipt', 'Qəbul bildirişi'],
  'information-request': ['Request for information', 'Məlumat sorğusu'],
  'information-response': ['Response with information', 'Məlumat cavabı'],
  'verification-request': ['Request to verify identity', 'Şəxsiyyətin yoxlanılması sorğusu'],
  'verification-result': ['Result of a verification', 'Yoxlamanın nəticəsi'],
  'interview-request': ['Request for an interview', 'Müsahibə sorğusu'],
  'interview-schedule': ['Appointment for an interview', 'Müsahibənin təyin edilməsi'],
  'interview-result': ['Result of an interview', 'Müsahibənin nəticəsi'],
  'time-limit-extension': ['Extension of the time limit', 'Müddətin uzadılması'],
  'readmission-reply': ['Reply to a readmission application', 'Readmissiya müraciətinə cavab'],
  'deemed-approval-notice': ['Notice of deemed approval', 'Razılıq verilmiş sayılması barədə bildiriş'],
  'travel-document-request': ['Request for a travel document', 'Səyahət sənədi sorğusu'],
  'travel-document-issued': ['Travel document issued', 'Səyahət sənədinin verilməsi'],
  'travel-document-refused': ['Travel document refused', 'Səyahət sənədinin verilməsindən imtina'],
  'travel-document-renewal': ['Request to renew a travel document', 'Səyahət sənədinin yenilənməsi sorğusu'],
  'transfer-notification': ['Notification of transfer', 'Təhvil bildirişi'],
  'transfer-notification-response': ['Response to a notification of transfer', 'Təhvil bildirişinə cavab'],
  'transfer-update': ['Change of a transfer', 'Təhvilə dəyişiklik'],
  'transfer-cancellation': ['Cancellation of a transfer', 'Təhvilin ləğvi'],
  'direct-transfer-notice': ['Notice of a transfer without application', 'Müraciətsiz təhvil bildirişi'],
  'arrival-confirmation': ['Confirmation of arrival', 'Gəlişin təsdiqi'],
  'readmission-in-error-claim': ['Claim that a person was readmitted in error', 'Səhvən readmissiya barədə tələb'],
  'readmission-in-error-reply': ['Reply to a claim of readmission in error', 'Səhvən readmissiya tələbinə cavab'],
  'transit-application': ['Transit application', 'Tranzit müraciəti'],
  'transit-reply': ['Reply to a transit application', 'Tranzit müraciətinə cavab'],
  'transit-revocation': ['Revocation of consent to transit', 'Tranzitə verilmiş razılığın geri götürülməsi'],
  'case-withdrawal': ['Withdrawal of a case', 'İşin geri götürülməsi'],
  'case-closure': ['Closure of a case', 'İşin bağlanması'],
  'cost-claim': ['Claim for costs', 'Xərclərin ödənilməsi tələbi'],
  'cost-settlement': ['Settlement of costs', 'Xərclərin ödənilməsi'],
  'data-correction-notice': ['Notice of a correction of data', 'Məlumatların düzəldilməsi bildirişi'],
  'data-erasure-notice': ['Notice of an erasure of data', 'Məlumatların silinməsi bildirişi'],
  'data-use-report': ['Report on the use of data', 'Məlumatların istifadəsi barədə hesabat'],
  'contact-list-update': ['Update of the list of competent authorities', 'Səlahiyyətli orqanların siyahısında dəyişiklik'],
  'border-point-update': ['Update of the border crossing points', 'Sərhəd-keçid məntəqələrində dəyişiklik'],
  'statistics-report': ['Statistics', 'Statistik hesabat'],
  'reintegration-referral': ['Referral to reintegration support', 'Reinteqrasiya dəstəyinə yönləndirmə'],
  'delivery-notice': ['Notice of delivery', 'Çatdırılma bildirişi'],
})

export const version = codeList(
  'VersionCode',
  ['Version of the message standard', 'Mesaj standartının versiyası'],
  {
    '1.0': ['Version 1.0', '1.0 versiyası'],
    '1.1': ['Version 1.1: names the mission that is meant', '1.1 versiyası: nəzərdə tutulan nümayəndəliyi göstərir'],
  },
  { '1.1': '1.1' },
)

export const receiptEvent = codeList(
  'ReceiptEventCode',
  ['What a receipt states (events of ETSI EN 319 522-1)', 'Qəbzin nəyi bəyan etdiyi (ETSI EN 319 522-1 hadisələri)'],
  {
    SubmissionAcceptance: ['The hub accepted the message', 'Qovşaq mesajı qəbul etdi'],
    ContentHandover: ['The recipient took the message over', 'Alıcı mesajı təhvil aldı'],
    ConsignmentRejection: ['The recipient refused the message', 'Alıcı mesajdan imtina etdi'],
  },
)

export const noticeEvent = codeList(
  'NoticeEventCode',
  ['What became of a delivery (events of ETSI EN 319 522-1)', 'Çatdırılmanın nəticəsi (ETSI EN 319 522-1 hadisələri)'],
  {
    ContentHandover: ['Handed over', 'Təhvil verildi'],
    ConsignmentRejection: ['Refused by the recipient', 'Alıcı imtina etdi'],
    ContentHandoverFailure: [
      'Could not be handed over and will not be tried again',
      'Təhvil vermək mümkün olmadı, yenidən cəhd edilməyəcək',
    ],
    ContentConsignmentFailure: ['Expired before it could be handed over', 'Təhvil verilməmiş müddəti bitdi'],
  },
)
