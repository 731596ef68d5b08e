/** Verification request: the deciding authority asks an agency of its own state who somebody is. Carries no more than it takes to search. */
import { register } from '#schemas/codelists/identification.ts'
import { code, date, list, note, optional, record, required, text } from '#schemas/vocabulary.ts'
import { attachments, document, official, personBrief, photo } from './blocks.ts'

export const verificationRequest = record('VerificationRequest', 'Asks a national agency to look a person up in its registers.', {
  caseReference: required(text(64), 'Case reference of the asking authority'),
  registers: required(list('Register', code(register), { max: 9 }), 'Registers to be searched'),
  subject: required(personBrief, 'The person, as far as the search needs it'),
  documents: optional(list('Document', document, { max: 10 }), 'Documents to be checked'),
  photo: optional(photo, 'Photograph to be compared'),
  question: optional(note(2000), 'What else is to be found out'),
  answerBy: optional(date, 'By when the answer is needed'),
  attachments: optional(attachments, 'Copies, fingerprints'),
  official: required(official, 'Official who asks'),
})
