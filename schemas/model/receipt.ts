/** Signed statement that exact bytes were accepted, handed over or refused (contract, section 3). */
import { receiptEvent } from '#schemas/codelists/exchange.ts'
import { code, dateTime, digest, list, optional, party, reasonCode, record, required, text, uuid } from '#schemas/vocabulary.ts'

const reason = record('RefusalReason', 'Why a party refuses a message.', {
  code: required(reasonCode, 'Code of the refusal'),
  detail: optional(text(500), 'The same in words; no values of the message'),
})

const flag = record('Flag', 'A rule that the message does not keep, although it is accepted.', {
  rule: required(text(100), 'Name of the rule'),
  path: required(text(1000), "JSON Pointer or XPath into the sender's own bytes"),
})

export const receipt = record('Receipt', 'A signed statement about the exact bytes of a message.', {
  receiptId: required(uuid, 'Id of the receipt'),
  messageId: required(uuid, 'Id of the message'),
  conversationId: required(uuid, 'Id of the case'),
  deliveryId: optional(uuid, 'Id of the delivery, in the receipt of a recipient'),
  digest: required(digest, 'SHA-256 of the exact bytes; for detached JSON, of the body'),
  signatureDigest: optional(digest, 'SHA-256 of the signature that stood beside the bytes'),
  contentDigest: optional(digest, 'contentDigest of the message; left out only by a party whose format has no place for it'),
  event: required(code(receiptEvent), 'What happened'),
  reason: optional(reason, 'With ConsignmentRejection: why'),
  at: required(dateTime, 'When it happened'),
  by: required(party, 'Who states it'),
  notCarried: optional(list('Path', text(500), { max: 500 }), 'JSON Pointers of the fields that the format of a recipient cannot carry'),
  flagged: optional(list('Flag', flag, { max: 500 }), 'What rules have flagged, in the receipt of the hub'),
})
