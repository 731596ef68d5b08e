/** Where a conversation stands. Not sent in any message: it follows from the messages (see choreography.ts). */
import { codeList } from './code-list.ts'

export const caseState = codeList('CaseStateCode', ['State of a conversation', 'İşin vəziyyəti'], {
  SUBMITTED: ['Application submitted', 'Müraciət göndərilib'],
  RECEIVED: ['Receipt of the application confirmed', 'Müraciətin qəbulu təsdiqlənib'],
  INFO_REQUESTED: ['Information asked for', 'Məlumat istənilib'],
  IN_VERIFICATION: ['Identity being verified', 'Şəxsiyyət yoxlanılır'],
  INTERVIEW_SCHEDULED: ['Interview arranged', 'Müsahibə təyin edilib'],
  INTERVIEWED: ['Interview held', 'Müsahibə keçirilib'],
  EXTENDED: ['Time for the reply extended', 'Cavab müddəti uzadılıb'],
  APPROVED: ['Approved', 'Razılıq verilib'],
  DEEMED_APPROVED: ['Deemed approved by silence', 'Cavab verilmədiyi üçün razılıq verilmiş sayılır'],
  REFUSED: ['Refused', 'İmtina edilib'],
  TD_ISSUED: ['Travel document issued', 'Səyahət sənədi verilib'],
  TRANSFER_ANNOUNCED: ['Transfer announced', 'Təhvil barədə məlumat verilib'],
  TRANSFER_CANCELLED: ['Transfer cancelled', 'Təhvil ləğv edilib'],
  READMITTED: ['Arrived and taken over', 'Gəlib və təhvil alınıb'],
  NOT_ARRIVED: ['Not taken over', 'Təhvil alınmayıb'],
  IN_ERROR: ['Claimed to be readmitted in error', 'Səhvən readmissiya olunduğu iddia edilir'],
  TAKING_BACK: ['To be taken back after readmission in error', 'Səhvən readmissiyadan sonra geri qəbul edilir'],
  WITHDRAWN: ['Withdrawn', 'Geri götürülüb'],
  CLOSED: ['Closed', 'Bağlanıb'],
  TRANSIT_REQUESTED: ['Transit applied for', 'Tranzit üçün müraciət edilib'],
  TRANSIT_APPROVED: ['Transit approved', 'Tranzitə razılıq verilib'],
  TRANSIT_REFUSED: ['Transit refused', 'Tranzitdən imtina edilib'],
  TRANSIT_REVOKED: ['Consent to transit revoked', 'Tranzitə razılıq geri götürülüb'],
  INFORMED: ['For information; nothing has to follow', 'Məlumat üçündür; cavab tələb olunmur'],
})

export type CaseState = keyof typeof caseState.codes
