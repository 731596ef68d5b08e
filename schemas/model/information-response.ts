/** Information response: answers to the questions of an information request (agreement, articles 8 and 9). */
import { integer, list, note, optional, record, required, text } from '#schemas/vocabulary.ts'
import { attachments, official } from './blocks.ts'

const answer = record('Answer', 'The answer to one question.', {
  number: required(integer(3), 'Number of the question'),
  text: required(note(4000), 'The answer, or why there is none'),
  attachments: optional(attachments, 'Documents that belong to the answer'),
})

export const informationResponse = record('InformationResponse', 'Answers an information request.', {
  caseReference: required(text(64), 'Case reference of the answering authority'),
  answers: required(list('Answer', answer, { max: 50 }), 'Answers'),
  observations: optional(note(2000), 'Observations'),
  official: required(official, 'Official who answers'),
})
