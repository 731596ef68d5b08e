/** Information request: questions about a case, either way (agreement, articles 8 and 9). Does not suspend the reply limit. */
import { questionTopic } from '#schemas/codelists/procedure.ts'
import { code, date, integer, list, note, optional, record, required, text } from '#schemas/vocabulary.ts'
import { official } from './blocks.ts'

const question = record('Question', 'One question.', {
  number: required(integer(3), 'Number, to which the answer refers'),
  topic: required(code(questionTopic), 'What it is about'),
  text: required(note(2000), 'The question'),
})

export const informationRequest = record('InformationRequest', 'Asks for information that a decision needs.', {
  caseReference: required(text(64), 'Case reference of the asking authority'),
  questions: required(list('Question', question, { max: 50 }), 'Questions'),
  answerBy: optional(date, 'By when the answer is needed'),
  observations: optional(note(2000), 'Observations'),
  official: required(official, 'Official who asks'),
})
