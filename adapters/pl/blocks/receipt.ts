/** A receipt that the hub names. */
import type { Rows } from '#core/mapping/rows.ts'
import type { NoticeReceipt } from '#schemas/generated/types.ts'

export const pokwitowanie: Rows<NoticeReceipt> = {
  receiptId: 'identyfikatorPokwitowania',
  digest: 'skrot',
  at: 'czas',
}
