/** Travel document renewal: the document of return lapsed before the transfer (agreement, articles 3 and 5). No further formality. */
import { renewalReason } from '#schemas/codelists/document.ts'
import { code, date, mission, note, optional, record, required, since, text } from '#schemas/vocabulary.ts'
import { document, official, personBrief } from './blocks.ts'

export const travelDocumentRenewal = record('TravelDocumentRenewal', 'Asks to issue a travel document anew.', {
  caseReference: required(text(64), 'Case reference of the requesting authority'),
  mission: since('1.1', optional(mission, 'Mission that is asked')),
  holder: required(personBrief, 'Whom it is for'),
  document: required(document, 'The document to be replaced'),
  reason: required(code(renewalReason), 'Why'),
  transferOn: optional(date, 'Planned date of the transfer'),
  observations: optional(note(2000), 'Observations'),
  official: required(official, 'Official who asks'),
})
