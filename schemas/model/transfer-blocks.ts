/** Who travels, how and with whom. */
import { escortRole, transportMode } from '#schemas/codelists/transfer.ts'
import { code, dateTime, flight, list, type ModelType, note, optional, record, required, text } from '#schemas/vocabulary.ts'
import type { Definition } from '#schemas/words.ts'
import { borderPoint, document, health, personBrief } from './blocks.ts'

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

export const travellers = list('Traveller', traveller, { max: 22 })
export const escorts = list('Escort', escort, { max: 20 })

type Need = (type: ModelType, description: Definition) => ModelType

/** Who comes when and where: demanded of an announcement, free in a change of one. */
export const itinerary = (need: Need) => ({
  travellers: need(travellers, 'Persons to be transferred'),
  arrivalAt: need(dateTime, 'Planned arrival at the border crossing point'),
  borderPoint: need(borderPoint, 'Border crossing point of arrival'),
  mode: need(code(transportMode), 'Mode of transport'),
  departureAt: optional(dateTime, 'Planned departure'),
  departurePoint: optional(borderPoint, 'Border crossing point of departure'),
  flight: optional(flight, 'Flight number'),
  vehicle: optional(text(100), 'Registration of the vehicle or name of the ship'),
  escorts: optional(escorts, 'Escorts'),
})
