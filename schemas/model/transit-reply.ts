/** Transit reply: consent with border crossing point and time, or a reasoned refusal (agreement, article 15). Stops the limit for it. */
import { decision } from '#schemas/codelists/procedure.ts'
import { code, date, dateTime, list, note, optional, record, required, text } from '#schemas/vocabulary.ts'
import { authority, borderPoint, official, personBrief } from './blocks.ts'
import { transitGround } from './transit-blocks.ts'

export const transitReply = record('TransitReply', 'Approves or refuses transit.', {
  caseReference: required(text(64), 'Number under which the requested authority registered the case'),
  applicationReference: optional(text(64), 'Case reference of the requesting authority'),
  decision: required(code(decision), 'Decision'),
  decidedOn: required(date, 'Date of the decision'),
  subject: required(personBrief, 'The person'),
  grounds: optional(list('Ground', transitGround, { max: 10 }), 'Grounds of the refusal; it has at least one'),
  borderPoint: optional(borderPoint, 'Border crossing point of entry; needed with an approval'),
  arrivalAt: optional(dateTime, 'Time of entry; needed with an approval'),
  support: optional(note(1000), 'Support that is offered on the way'),
  validUntil: optional(date, 'Last day on which the approval can be used'),
  observations: optional(note(2000), 'Observations'),
  authority: optional(authority, 'Authority that decided'),
  official: required(official, 'Official who signs the decision'),
})
