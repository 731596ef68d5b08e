/** Duties of data protection (agreement, article 17). */
import { codeList } from './code-list.ts'

export const dataReason = codeList(
  'DataReasonCode',
  ['Why data are corrected, erased or blocked', 'Məlumatların düzəldilməsinin, silinməsinin və ya bloklanmasının səbəbi'],
  {
    INACCURATE: ['Inaccurate', 'Dəqiq deyil'],
    INCOMPLETE: ['Incomplete', 'Natamamdır'],
    UNLAWFUL: ['Should not have been sent', 'Göndərilməməli idi'],
    NO_LONGER_NEEDED: ['No longer needed', 'Daha lazım deyil'],
    RETENTION_ENDED: ['Retention period ended', 'Saxlama müddəti bitib'],
    REQUEST_OF_PERSON: ['Request of the person', 'Şəxsin müraciəti'],
  },
)

export const erasure = codeList('ErasureCode', ['What was done with data', 'Məlumatlarla nə edildiyi'], {
  ERASED: ['Erased', 'Silinib'],
  BLOCKED: ['Blocked', 'Bloklanıb'],
})
