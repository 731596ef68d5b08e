/** Case withdrawal: the requesting state asks for nothing any more (agreement, article 8). Stops every limit. */
import { caseEndReason } from '#schemas/codelists/procedure.ts'
import { code, date, note, optional, record, required, text } from '#schemas/vocabulary.ts'
import { official } from './blocks.ts'

export const caseWithdrawal = record('CaseWithdrawal', 'Withdraws an application.', {
  caseReference: required(text(64), 'Case reference of the requesting authority'),
  reason: required(code(caseEndReason), 'Why'),
  text: optional(note(1000), 'The same in words'),
  since: optional(date, 'Since when the reason exists'),
  official: required(official, 'Official who withdraws it'),
})
