/** Transfer notification: who comes when, where and how (agreement, article 12). */
import { escortRole, transportMode } from '#schemas/codelists/transfer.ts'
import { code, dateTime, flight, list, note, optional, record, required, text } from '#schemas/vocabulary.ts'
import { attachments, borderPoint, document, health, official, personBrief } from './blocks.ts'

const traveller = record('Traveller', 'One person to be transferred.', {
  person: required(personBrief, 'The person'),
  documents: optional(list('Document', document, { max: 10 }), 'Documents that the person carries'),
  health: optional(health, 'State of health and care needed on the way'),
  security: optional(note(1000), 'Protection and security measures needed'),
})

const escort = record('Escort', 'One escort; unarmed and in plain clothes.', {
  familyName: required(text(100), 'Family name'),
  givenNames: optional(text(100), 'Given names'),
  role: required(code(escortRole), 'Role'),
  document: optional(document, 'Travel document or service card'),
})

export const transferNotification = record('TransferNotification', 'Announces a transfer.', {
  caseReference: required(text(64), 'Case reference of the requesting authority'),
  replyReference: optional(text(64), 'Number under which the requested authority registered the case'),
  travellers: required(list('Traveller', traveller, { max: 22 }), 'Persons to be transferred'),
  arrivalAt: required(dateTime, 'Planned arrival at the border crossing point'),
  borderPoint: required(borderPoint, 'Border crossing point of arrival'),
  mode: required(code(transportMode), 'Mode of transport'),
  departureAt: optional(dateTime, 'Planned departure'),
  departurePoint: optional(borderPoint, 'Border crossing point of departure'),
  flight: optional(flight, 'Flight number'),
  vehicle: optional(text(100), 'Registration of the vehicle or name of the ship'),
  escorts: optional(list('Escort', escort, { max: 20 }), 'Escorts'),
  annexes: optional(attachments, 'Annexes'),
  observations: optional(note(2000), 'Observations'),
  official: required(official, 'Official who announces the transfer'),
})
