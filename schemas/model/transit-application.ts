/** Transit application: the common form of annex 6, field by field (agreement, articles 14 and 15). */
import { country } from '#schemas/codelists/country.ts'
import { transportMode } from '#schemas/codelists/transfer.ts'
import { boolean, code, date, dateTime, flight, list, note, optional, record, required, text } from '#schemas/vocabulary.ts'
import { authority, borderPoint, document, official, person } from './blocks.ts'
import { escorts } from './transfer-blocks.ts'

export const transitApplication = record('TransitApplication', 'Asks to let a person pass through on the way to another state (annex 6).', {
  caseReference: required(text(64), 'Case reference of the requesting authority'),
  date: required(date, 'Date of the application'),
  place: optional(text(100), 'Place where it was made'),
  requestingAuthority: required(authority, 'Requesting authority'),
  requestedAuthority: required(authority, 'Requested authority'),
  subject: required(person, 'The person (block A)'),
  document: required(document, 'Travel document (block A.7)'),
  mode: required(code(transportMode), 'Type of transit (block B.1)'),
  destination: required(code(country), 'State of final destination (block B.2)'),
  transitStates: optional(list('State', code(country), { max: 10 }), 'Possible other states of transit (block B.3)'),
  borderPoint: required(borderPoint, 'Proposed border crossing point of entry (block B.4)'),
  arrivalAt: required(dateTime, 'Proposed time of entry'),
  exitPoint: optional(borderPoint, 'Proposed border crossing point of exit'),
  departureAt: optional(dateTime, 'Proposed time of exit'),
  flight: optional(flight, 'Flight number'),
  escorts: optional(escorts, 'Escorts'),
  admissionGuaranteed: required(
    boolean,
    'Whether admission in the state of destination and in further states of transit is guaranteed (block B.5)',
  ),
  refusalGroundKnown: required(boolean, 'Whether a ground for refusing transit is known (block B.6)'),
  observations: optional(note(2000), 'Observations (block C)'),
  signatory: required(official, 'Official who makes the application'),
})
