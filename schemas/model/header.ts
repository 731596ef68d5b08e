/** The routing head (contract, section 2). */
import { messageType, version } from '#schemas/codelists/exchange.ts'
import { code, dateTime, digest, list, nonce, optional, party, record, required, ruleSet, uuid } from '#schemas/vocabulary.ts'

export const header = record(
  'Header',
  'The routing head. The hub changes none of it when it forwards, but for version and contentDigest towards who takes an older version.',
  {
    messageId: required(uuid, 'Id of the message, unique for its sender; version 7 preferred'),
    conversationId: required(uuid, 'Id of the case'),
    inReplyTo: optional(uuid, 'Id of the message that this one answers'),
    from: required(party, 'Author: the party that signs'),
    to: required(party, 'Recipient'),
    copyTo: optional(list('Party', party, { max: 10 }), 'Further recipients'),
    type: required(code(messageType), 'Kind of message; decides the body'),
    version: required(code(version), 'Version of the message standard'),
    agreement: required(ruleSet, 'Rule set under which it is sent, e.g. eu-az-2014'),
    createdAt: required(dateTime, 'When it was written'),
    expiresAt: optional(dateTime, 'After this it must not be delivered any more'),
    nonce: required(nonce, '128 random bits, so that a digest cannot be guessed once the body is erased'),
    contentDigest: optional(digest, 'SHA-256 of the RFC 8785 form of header (without this member) and body; the hub always sends it'),
  },
)
