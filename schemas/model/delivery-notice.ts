/** Delivery notice: the hub tells an author what became of a delivery (contract, section 2). Never changes a case. */
import { noticeEvent } from '#schemas/codelists/exchange.ts'
import { code, dateTime, digest, optional, party, reasonCode, record, required, uuid } from '#schemas/vocabulary.ts'

export const noticeReceipt = record('NoticeReceipt', "What identifies the recipient's receipt.", {
  receiptId: required(uuid, 'Id of the receipt'),
  digest: required(digest, 'SHA-256 of the bytes that the recipient received'),
  at: required(dateTime, 'When the recipient took them over or refused them'),
})

export const deliveryNotice = record('DeliveryNotice', 'Says what became of a delivery.', {
  event: required(code(noticeEvent), 'What happened'),
  deliveryId: required(uuid, 'Id of the delivery'),
  party: required(party, 'Recipient of the delivery'),
  at: required(dateTime, 'When it happened'),
  receipt: optional(noticeReceipt, 'The receipt of the recipient, where there is one'),
  code: optional(reasonCode, 'Why it failed'),
})
