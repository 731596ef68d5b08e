/** Who travels, how, where and with whom. */

import { block, list, type Rows } from '#core/mapping/rows.ts'
import type { BorderPoint, Escort, TransferNotification, Traveller } from '#schemas/generated/types.ts'
import { begleitfunktion, verkehrsmittel } from './codes/transfer.ts'
import { dokument } from './document.ts'
import { gesundheit, kurzperson } from './person.ts'

export const grenzuebergangsstelle: Rows<BorderPoint> = {
  name: 'Name',
  airport: 'Flughafen',
  country: 'Staat',
}

export const begleitperson: Rows<Escort> = {
  familyName: 'Name/FamilyName',
  givenNames: 'Name/GivenName',
  role: begleitfunktion('Funktion'),
  document: block('Dokument', dokument),
}

const reisender: Rows<Traveller> = {
  person: block('Person', kurzperson),
  documents: list('Dokument', dokument),
  health: block('Gesundheit', gesundheit),
  security: 'Sicherungsmassnahmen',
}

/** Of a transfer, announced or changed. */
export const reise = {
  travellers: list('Reisender', reisender),
  departureAt: 'Abreise/Zeitpunkt',
  departurePoint: block('Abreise/Grenzuebergangsstelle', grenzuebergangsstelle),
  arrivalAt: 'Ankunft/Zeitpunkt',
  borderPoint: block('Ankunft/Grenzuebergangsstelle', grenzuebergangsstelle),
  mode: verkehrsmittel('Befoerderung/Verkehrsmittel'),
  flight: 'Befoerderung/Flugnummer',
  vehicle: 'Befoerderung/Fahrzeug',
  escorts: list('Begleitperson', begleitperson),
} satisfies Rows<TransferNotification>
