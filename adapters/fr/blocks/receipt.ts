/** A receipt that the hub names. */
import type { Rows } from '#core/mapping/rows.ts'
import type { NoticeReceipt } from '#schemas/generated/types.ts'

export const accuse: Rows<NoticeReceipt> = {
  receiptId: 'idAccuse',
  digest: 'empreinte',
  at: 'dateHeure',
}
