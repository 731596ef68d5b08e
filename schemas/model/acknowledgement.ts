/** Acknowledgement: the requested authority has the application on its desk (agreement, article 11). Fixes the start of the reply limits. */
import { completeness, missingItem } from '#schemas/codelists/procedure.ts'
import { code, dateTime, list, note, optional, record, required, text } from '#schemas/vocabulary.ts'
import { authority, official } from './blocks.ts'

const missing = record('MissingItem', 'Something that the application lacks.', {
  code: required(code(missingItem), 'What is missing'),
  note: optional(note(500), 'The same in words'),
})

export const acknowledgement = record('Acknowledgement', 'Confirms that the message it answers was received and registered.', {
  receivedAt: required(dateTime, 'When it was received'),
  caseReference: required(text(64), 'Number under which the requested authority registered the case'),
  completeness: required(code(completeness), 'Whether it can be examined as it is'),
  missing: optional(list('Item', missing, { max: 20 }), 'What is missing, when incomplete'),
  authority: optional(authority, 'Authority in charge'),
  official: optional(official, 'Official in charge'),
})
