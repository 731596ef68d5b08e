/** Verification result: what the registers of an agency say about a person. */
import { confidence, register, verdict } from '#schemas/codelists/identification.ts'
import { code, date, list, note, optional, record, required, text } from '#schemas/vocabulary.ts'
import { document, official, personBrief } from './blocks.ts'

const finding = record('Finding', 'What one register says.', {
  register: required(code(register), 'Register'),
  verdict: required(code(verdict), 'Whether the person was found'),
  person: optional(personBrief, 'The matching entry; needed with MATCH'),
  documents: optional(list('Document', document, { max: 10 }), 'Documents in the register'),
  confidence: optional(code(confidence), 'How sure the finding is'),
  note: optional(note(2000), 'The same in words'),
})

export const verificationResult = record('VerificationResult', 'Answers a verification request.', {
  caseReference: required(text(64), 'Case reference of the asking authority'),
  findings: required(list('Finding', finding, { max: 20 }), 'What was found, register by register'),
  searchedOn: required(date, 'Date of the search'),
  observations: optional(note(2000), 'Observations'),
  official: required(official, 'Official who answers'),
})
