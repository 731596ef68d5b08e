/** Readmission reply: the decision of the requested state (agreement, article 11). Stops the reply limit. */
import { documentBasis } from '#schemas/codelists/document.ts'
import { decision, refusalGround } from '#schemas/codelists/procedure.ts'
import { code, date, list, note, optional, record, required, text } from '#schemas/vocabulary.ts'
import { authority, borderPoint, health, official, personBrief } from './blocks.ts'

const ground = record('RefusalGround', 'Why the application is refused.', {
  code: required(code(refusalGround), 'Ground'),
  text: required(note(2000), 'Reasons'),
})

export const readmissionReply = record('ReadmissionReply', 'Approves or refuses the readmission.', {
  caseReference: required(text(64), 'Number under which the requested authority registered the case'),
  applicationReference: optional(text(64), 'Case reference of the requesting authority'),
  decision: required(code(decision), 'Decision'),
  decidedOn: required(date, 'Date of the decision'),
  subject: required(personBrief, 'The person'),
  familyMembers: optional(list('FamilyMember', personBrief, { max: 21 }), 'Family members whom the decision covers'),
  grounds: optional(
    list('Ground', ground, { max: 10 }),
    'Grounds of the refusal, or of what the approval does not cover; a refusal has at least one',
  ),
  documentBasis: optional(code(documentBasis), 'Document with which the person will travel'),
  borderPoint: optional(borderPoint, 'Border crossing point suggested'),
  validUntil: optional(date, 'Last day on which the approval can be used'),
  health: optional(health, 'State of health, as far as the transfer must respect it'),
  observations: optional(note(2000), 'Observations, e.g. on escorts'),
  authority: optional(authority, 'Authority that decided'),
  official: required(official, 'Official who signs the decision'),
})
