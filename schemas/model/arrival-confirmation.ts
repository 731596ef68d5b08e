/** Arrival confirmation: what became of a transfer at the border (agreement, articles 12 and 13). */
import { arrivalOutcome } from '#schemas/codelists/transfer.ts'
import { code, dateTime, list, note, optional, record, required, text } from '#schemas/vocabulary.ts'
import { borderPoint, official, personBrief } from './blocks.ts'

export const arrivalConfirmation = record('ArrivalConfirmation', 'Says whether the persons announced have arrived.', {
  caseReference: required(text(64), 'Number under which the requested authority registered the case'),
  outcome: required(code(arrivalOutcome), 'Outcome'),
  reason: optional(note(1000), 'What led to it; needed when the persons were not taken over'),
  at: required(dateTime, 'When it was established'),
  borderPoint: required(borderPoint, 'Border crossing point'),
  persons: required(list('Person', personBrief, { max: 22 }), 'Persons concerned'),
  observations: optional(note(2000), 'Observations'),
  official: required(official, 'Official who took over'),
})
