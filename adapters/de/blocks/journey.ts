/** Who travels, how, where and with whom. */

import { block, list, type Rows } from '#core/mapping/rows.ts'
import type { BorderPoint, Escort, TransferNotification, Traveller } from '#schemas/generated/types.ts'
import { staat } from './codes/staat.ts'
import { begleitfunktion, verkehrsmittel } from './codes/transfer.ts'
import { dokument } from './document.ts'
import { gesundheit, kurzperson } from './person.ts'

export const grenzuebergang: Rows<BorderPoint> = {
  name: 'name',
  airport: 'flughafen',
  country: staat('staat'),
}

export const begleitperson: Rows<Escort> = {
  familyName: 'nameNatuerlichePerson/familienname/name',
  givenNames: 'nameNatuerlichePerson/vorname/name',
  role: begleitfunktion('funktion'),
  document: block('dokument', dokument),
}

const reisender: Rows<Traveller> = {
  person: block('person', kurzperson),
  documents: list('dokument', dokument),
  health: block('gesundheit', gesundheit),
  security: 'sicherungsmassnahmen',
}

/** Of a transfer, announced or changed. */
export const reise = {
  travellers: list('reisender', reisender),
  departureAt: 'abreise/zeitpunkt',
  departurePoint: block('abreise/grenzuebergang', grenzuebergang),
  arrivalAt: 'ankunft/zeitpunkt',
  borderPoint: block('ankunft/grenzuebergang', grenzuebergang),
  mode: verkehrsmittel('befoerderung/verkehrsmittel'),
  flight: 'befoerderung/flugnummer',
  vehicle: 'befoerderung/fahrzeug',
  escorts: list('begleitperson', begleitperson),
} satisfies Rows<TransferNotification>
