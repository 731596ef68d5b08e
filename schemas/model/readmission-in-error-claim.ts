/** Readmission-in-error claim: the conditions of readmission were not met, the person is to be taken back (agreement, article 13). */
import { errorGround } from '#schemas/codelists/procedure.ts'
import { code, date, list, note, optional, record, required, text } from '#schemas/vocabulary.ts'
import { attachments, authority, borderPoint, official, personBrief } from './blocks.ts'

const ground = record('ErrorGround', 'Why the person was readmitted in error.', {
  code: required(code(errorGround), 'Ground'),
  text: required(note(2000), 'Reasons'),
})

export const readmissionInErrorClaim = record('ReadmissionInErrorClaim', 'Asks the requesting state to take persons back.', {
  caseReference: required(text(64), 'Number under which the requested authority registered the case'),
  transferredOn: required(date, 'Date of the transfer'),
  persons: required(list('Person', personBrief, { max: 22 }), 'Persons, with all that is known of their identity and nationality'),
  grounds: required(list('Ground', ground, { max: 10 }), 'Grounds'),
  attachments: optional(attachments, 'What shows it'),
  returnOn: optional(date, 'Proposed date of the return'),
  borderPoint: optional(borderPoint, 'Proposed border crossing point'),
  observations: optional(note(2000), 'Observations'),
  authority: optional(authority, 'Authority in charge'),
  official: required(official, 'Official who makes the claim'),
})
