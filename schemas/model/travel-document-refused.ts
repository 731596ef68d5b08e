/** Travel document refused: why no document of return was issued (agreement, articles 3 and 5). */
import { travelDocumentRefusal } from '#schemas/codelists/document.ts'
import { code, list, mission, note, optional, record, required, since, text } from '#schemas/vocabulary.ts'
import { authority, official, personBrief } from './blocks.ts'

const ground = record('TravelDocumentRefusalGround', 'Why no travel document is issued.', {
  code: required(code(travelDocumentRefusal), 'Ground'),
  text: required(note(2000), 'Reasons'),
})

export const travelDocumentRefused = record('TravelDocumentRefused', 'Says that travel documents were not issued.', {
  caseReference: required(text(64), 'Case reference of the mission'),
  mission: since('1.1', optional(mission, 'Mission that answers')),
  persons: required(list('Person', personBrief, { max: 22 }), 'Persons concerned'),
  grounds: required(list('Ground', ground, { max: 10 }), 'Grounds'),
  observations: optional(note(2000), 'Observations'),
  authority: optional(authority, 'Mission'),
  official: required(official, 'Official who decided'),
})
