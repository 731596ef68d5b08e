/** Data correction notice: data that were sent are wrong, and the other side must know (agreement, article 17). */
import { dataReason } from '#schemas/codelists/protection.ts'
import { code, date, digest, list, note, optional, record, required, text, uuid } from '#schemas/vocabulary.ts'
import { official } from './blocks.ts'

const correction = record(
  'DataCorrection',
  'One element that is wrong. A digest is the SHA-256 of the nonce of the message that carries the value, a line feed and the value.',
  {
    messageId: required(uuid, 'Message that carries it'),
    path: required(text(500), 'Where it stands there, as JSON Pointer into the canonical message'),
    oldDigest: optional(digest, 'Digest of the wrong value'),
    correctedBy: optional(uuid, 'Message that carries the right value'),
    newDigest: optional(digest, 'Digest of the right value'),
  },
)

export const dataCorrectionNotice = record('DataCorrectionNotice', 'Tells of data that were wrong. Repeats none of them.', {
  caseReference: optional(text(64), 'Case reference of the authority that corrects'),
  reason: required(code(dataReason), 'Why'),
  text: optional(note(1000), 'The same in words, without the data themselves'),
  corrections: required(list('Correction', correction, { max: 100 }), 'What is wrong'),
  correctedOn: required(date, 'Date of the correction'),
  official: required(official, 'Official who answers for it'),
})
