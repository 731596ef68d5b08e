/** Travel document request: asks the mission for the document of return (agreement, articles 3 and 5). Starts the limit for its issue. */
import { date, list, mission, note, optional, record, required, since, text } from '#schemas/vocabulary.ts'
import { address, attachments, document, official, personBrief, photo } from './blocks.ts'

const applicant = record('DocumentApplicant', 'One person who needs a travel document.', {
  person: required(personBrief, 'The person'),
  photo: optional(photo, 'Photograph for the document'),
  documents: optional(list('Document', document, { max: 10 }), 'Documents that the person holds'),
})

export const travelDocumentRequest = record('TravelDocumentRequest', 'Asks for travel documents after an approval.', {
  caseReference: required(text(64), 'Case reference of the requesting authority'),
  mission: since('1.1', optional(mission, 'Mission that is asked')),
  replyReference: optional(text(64), 'Number under which the requested authority registered the case'),
  applicants: required(list('Applicant', applicant, { max: 22 }), 'Persons'),
  transferOn: optional(date, 'Planned date of the transfer'),
  deliverTo: optional(address, 'Where the documents are to be sent'),
  attachments: optional(attachments, 'Copies'),
  observations: optional(note(2000), 'Observations'),
  official: required(official, 'Official who asks'),
})
