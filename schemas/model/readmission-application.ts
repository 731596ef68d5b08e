/** Readmission application: the common form of annex 5, field by field (agreement, articles 7 and 8). */
import { personCategory } from '#schemas/codelists/person.ts'
import { procedure } from '#schemas/codelists/procedure.ts'
import { boolean, code, date, list, note, optional, record, required, text } from '#schemas/vocabulary.ts'
import { apprehension, evidence } from './application-blocks.ts'
import { authority, familyMember, health, official, person } from './blocks.ts'

export const readmissionApplication = record('ReadmissionApplication', 'Asks the requested state to readmit a person (annex 5).', {
  procedure: required(code(procedure), 'Normal or accelerated procedure'),
  personCategory: required(code(personCategory), 'Why readmission is owed; decides evidence, limits and travel document'),
  caseReference: required(text(64), 'Case reference of the requesting authority'),
  date: required(date, 'Date of the application'),
  place: optional(text(100), 'Place where it was made'),
  requestingAuthority: required(authority, 'Requesting authority'),
  requestedAuthority: required(authority, 'Requested authority'),
  interviewRequested: required(boolean, 'Whether an interview by the mission of the requested state is asked for'),
  subject: required(person, 'The person (block A)'),
  spouse: optional(familyMember, 'Spouse (block B)'),
  children: optional(list('Child', familyMember, { max: 20 }), 'Minor unmarried children (block C)'),
  health: optional(health, 'State of health (block D.1)'),
  danger: optional(note(1000), 'Why the person is held to be particularly dangerous (block D.2)'),
  security: optional(note(1000), 'Protection and security measures needed for the transfer'),
  evidence: optional(list('Item', evidence, { max: 50 }), 'Evidence (block E)'),
  dateOfKnowledge: optional(date, 'Third-country nationals and stateless persons: when the authority learned of the irregularity'),
  obstacle: optional(note(1000), 'Legal or factual obstacle that lasted beyond the limit for the application'),
  apprehension: optional(apprehension, 'Accelerated procedure: the apprehension'),
  observations: optional(note(2000), 'Observations (block F)'),
  signatory: required(official, 'Official who makes the application'),
})
