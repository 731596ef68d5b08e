/** Readmission-in-error reply: whether the requesting state takes the persons back (agreement, article 13). */
import { decision, errorReplyGround } from '#schemas/codelists/procedure.ts'
import { code, date, list, note, optional, record, required, text } from '#schemas/vocabulary.ts'
import { borderPoint, official } from './blocks.ts'

const ground = record('ErrorReplyGround', 'Why a claim is refused.', {
  code: required(code(errorReplyGround), 'Ground'),
  text: required(note(2000), 'Reasons'),
})

export const readmissionInErrorReply = record('ReadmissionInErrorReply', 'Accepts or refuses a claim of readmission in error.', {
  caseReference: required(text(64), 'Case reference of the requesting authority'),
  decision: required(code(decision), 'Decision'),
  decidedOn: required(date, 'Date of the decision'),
  grounds: optional(list('Ground', ground, { max: 10 }), 'Grounds of the refusal; it has at least one'),
  returnOn: optional(date, 'Date of the return; needed with an approval'),
  borderPoint: optional(borderPoint, 'Border crossing point of the return'),
  observations: optional(note(2000), 'Observations'),
  official: required(official, 'Official who signs the decision'),
})
