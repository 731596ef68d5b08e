/** What replies and revocations of transit share. */
import { transitRefusal } from '#schemas/codelists/transfer.ts'
import { code, note, record, required } from '#schemas/vocabulary.ts'

export const transitGround = record('TransitGround', 'Why transit is refused, or consent to it revoked.', {
  code: required(code(transitRefusal), 'Ground'),
  text: required(note(2000), 'Reasons'),
})
