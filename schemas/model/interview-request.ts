/** Interview request: asks the mission of the requested state to hear the person (agreement, article 9). Starts the limit for the interview. */
import { interviewMode } from '#schemas/codelists/identification.ts'
import { code, dateTime, list, mission, note, optional, record, required, since, text } from '#schemas/vocabulary.ts'
import { address, languages, official, personBrief } from './blocks.ts'

const slot = record('TimeSlot', 'A time at which the person can be heard.', {
  from: required(dateTime, 'Begin'),
  until: required(dateTime, 'End'),
})

export const interviewRequest = record('InterviewRequest', 'Asks for an interview to establish nationality.', {
  caseReference: required(text(64), 'Case reference of the asking authority'),
  mission: since('1.1', optional(mission, 'Mission that is asked')),
  subject: required(personBrief, 'The person'),
  mode: required(code(interviewMode), 'How the interview should be held'),
  facility: optional(text(200), 'Name of the facility where the person stays'),
  place: optional(address, 'Its address'),
  languages: optional(languages, 'Languages in which the person can be heard'),
  availability: optional(list('Slot', slot, { max: 20 }), 'When the person can be heard'),
  contact: optional(official, 'Whom to ask about the arrangements'),
  observations: optional(note(2000), 'Observations'),
  official: required(official, 'Official who asks'),
})
