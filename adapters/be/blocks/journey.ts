/** Who travels, how, where and with whom. */

import { block, list, type Rows } from '#core/mapping/rows.ts'
import type { BorderPoint, Escort, TransferNotification, Traveller } from '#schemas/generated/types.ts'
import { moyenTransport, roleEscorte } from './codes/transfer.ts'
import { document } from './document.ts'
import { etatSante, personneBreve } from './person.ts'

export const pointFrontiere: Rows<BorderPoint> = {
  name: 'nomUsuel',
  airport: 'aeroport',
  country: 'pays',
}

export const escorteur: Rows<Escort> = {
  familyName: 'nom',
  givenNames: 'prenoms',
  role: roleEscorte('fonction'),
  document: block('document', document),
}

const personneTransferee: Rows<Traveller> = {
  person: block('personne', personneBreve),
  documents: list('document', document),
  health: block('etatSante', etatSante),
  security: 'mesuresSecurite',
}

/** Of a transfer, announced or changed. */
export const voyage = {
  travellers: list('personneTransferee', personneTransferee),
  departureAt: 'depart/moment',
  departurePoint: block('depart/pointFrontiere', pointFrontiere),
  arrivalAt: 'arrivee/moment',
  borderPoint: block('arrivee/pointFrontiere', pointFrontiere),
  mode: moyenTransport('transport/moyen'),
  flight: 'transport/numeroVol',
  vehicle: 'transport/vehicule',
  escorts: list('escorteur', escorteur),
} satisfies Rows<TransferNotification>
