/** Interview result: whether the interview established nationality (agreement, article 9). Stops the limit for the interview. */
import { interviewMode, interviewOutcome } from '#schemas/codelists/identification.ts'
import { code, dateTime, mission, note, optional, record, required, since, text } from '#schemas/vocabulary.ts'
import { attachments, languages, official, personBrief } from './blocks.ts'

export const interviewResult = record('InterviewResult', 'Says what an interview has shown.', {
  caseReference: required(text(64), 'Case reference of the mission'),
  mission: since('1.1', optional(mission, 'Mission that answers')),
  outcome: required(code(interviewOutcome), 'Outcome'),
  at: required(dateTime, 'When it was held, or should have been'),
  mode: optional(code(interviewMode), 'How it was held'),
  subject: required(personBrief, 'The person, as far as identity was established'),
  languages: optional(languages, 'Languages that the person spoke'),
  reasons: optional(note(4000), 'What speaks for and against'),
  attachments: optional(attachments, 'Record of the interview'),
  interviewer: required(official, 'Who held it'),
})
