/** Case closure: nothing more is expected in this case. Stops every limit. */
import { caseEndReason } from '#schemas/codelists/procedure.ts'
import { code, date, note, optional, record, required, text } from '#schemas/vocabulary.ts'
import { official } from './blocks.ts'

export const caseClosure = record('CaseClosure', 'Closes a case.', {
  caseReference: required(text(64), 'Case reference of the closing authority'),
  reason: required(code(caseEndReason), 'Why'),
  text: optional(note(1000), 'The same in words'),
  closedOn: required(date, 'Date of the closure'),
  official: required(official, 'Official who closes it'),
})
