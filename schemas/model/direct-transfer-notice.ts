/** Direct transfer notice: a transfer that needs no application, because of the documents that the person holds (agreement, article 7). */
import { personCategory } from '#schemas/codelists/person.ts'
import { code, note, optional, record, required, text } from '#schemas/vocabulary.ts'
import { attachments, authority, official } from './blocks.ts'
import { itinerary } from './transfer-blocks.ts'

export const directTransferNotice = record('DirectTransferNotice', 'Announces the transfer of persons with valid travel documents.', {
  caseReference: required(text(64), 'Case reference of the requesting authority'),
  personCategory: required(code(personCategory), 'Why readmission is owed; decides which documents are needed'),
  requestingAuthority: optional(authority, 'Requesting authority'),
  ...itinerary(required),
  annexes: optional(attachments, 'Copies of the documents'),
  observations: optional(note(2000), 'Observations'),
  official: required(official, 'Official who announces the transfer'),
})
