/** A receipt that the hub names. */
import type { Rows } from '#core/mapping/rows.ts'
import type { NoticeReceipt } from '#schemas/generated/types.ts'

export const quittung: Rows<NoticeReceipt> = {
  receiptId: 'quittungsUUID',
  digest: 'pruefsumme',
  at: 'zeitpunkt',
}
