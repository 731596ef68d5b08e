/** Travel document issued: particulars of the document of return (agreement, articles 3 and 5). Stops the limit for its issue, starts its validity. */
import { country } from '#schemas/codelists/country.ts'
import { documentType } from '#schemas/codelists/document.ts'
import { code, date, list, mission, note, optional, record, required, since, text } from '#schemas/vocabulary.ts'
import { attachments, authority, official, personBrief } from './blocks.ts'

const issuedDocument = record('IssuedDocument', 'One travel document.', {
  holder: required(personBrief, 'Whom it is for'),
  type: required(code(documentType), 'Kind of document'),
  number: required(text(40), 'Number of the document'),
  issuedOn: required(date, 'Date of issue'),
  issuedIn: optional(text(100), 'Place of issue'),
  issuedBy: optional(text(200), 'Issuing authority'),
  expiresOn: required(date, 'Last day of validity'),
  country: optional(code(country), 'Issuing state'),
})

export const travelDocumentIssued = record('TravelDocumentIssued', 'Says which travel documents were issued.', {
  caseReference: required(text(64), 'Case reference of the mission'),
  mission: since('1.1', optional(mission, 'Mission that answers')),
  documents: required(list('Document', issuedDocument, { max: 22 }), 'Documents'),
  handover: optional(note(500), 'How they reach the requesting authority'),
  attachments: optional(attachments, 'Copies'),
  observations: optional(note(2000), 'Observations'),
  authority: optional(authority, 'Mission'),
  official: required(official, 'Official who issued them'),
})
