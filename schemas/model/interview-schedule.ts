/** Interview schedule: the mission says when and how it will hear the person (agreement, article 9). */
import { interviewMode } from '#schemas/codelists/identification.ts'
import { code, dateTime, mission, note, optional, record, required, since, text } from '#schemas/vocabulary.ts'
import { address, languages, official, personBrief } from './blocks.ts'

export const interviewSchedule = record('InterviewSchedule', 'Announces an interview, or moves one.', {
  caseReference: required(text(64), 'Case reference of the mission'),
  mission: since('1.1', optional(mission, 'Mission that answers')),
  subject: required(personBrief, 'The person'),
  at: required(dateTime, 'When it begins'),
  mode: required(code(interviewMode), 'How it is held'),
  facility: optional(text(200), 'Name of the place'),
  place: optional(address, 'Its address'),
  access: optional(text(500), 'How to join from afar'),
  languages: optional(languages, 'Languages of the interview'),
  interviewer: optional(official, 'Who will hold it'),
  observations: optional(note(2000), 'Observations'),
  official: required(official, 'Official who arranges it'),
})
