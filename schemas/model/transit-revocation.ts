/** Transit revocation: consent is taken back, and so is the person by the requesting state (agreement, article 14). */
import { date, list, note, optional, record, required, text } from '#schemas/vocabulary.ts'
import { borderPoint, official, personBrief } from './blocks.ts'
import { transitGround } from './transit-blocks.ts'

export const transitRevocation = record('TransitRevocation', 'Revokes a consent to transit.', {
  caseReference: required(text(64), 'Number under which the requested authority registered the case'),
  revokedOn: required(date, 'Date of the revocation'),
  subject: optional(personBrief, 'The person'),
  grounds: required(list('Ground', transitGround, { max: 10 }), 'Grounds'),
  borderPoint: optional(borderPoint, 'Where the person is to be taken back, when already on the way'),
  observations: optional(note(2000), 'Observations'),
  official: required(official, 'Official who revokes the consent'),
})
