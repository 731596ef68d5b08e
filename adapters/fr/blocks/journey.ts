/** Who travels, how, where and with whom. */

import { block, list, type Rows } from '#core/mapping/rows.ts'
import type { BorderPoint, Escort, TransferNotification, Traveller } from '#schemas/generated/types.ts'
import { modeTransport, roleEscorte } from './codes/transfer.ts'
import { document } from './document.ts'
import { etatCivil, sante } from './person.ts'

export const pointPassage: Rows<BorderPoint> = {
  name: 'nom',
  airport: 'aeroport',
  country: 'pays',
}

export const escorte: Rows<Escort> = {
  familyName: 'nom',
  givenNames: 'prenoms',
  role: roleEscorte('fonction'),
  document: block('document', document),
}

const voyageur: Rows<Traveller> = {
  person: block('personne', etatCivil),
  documents: list('documents', document),
  health: block('sante', sante),
  security: 'mesuresSecurite',
}

/** Of a transfer, announced or changed. */
export const voyage = {
  travellers: list('voyageurs', voyageur),
  departureAt: 'depart/dateHeure',
  departurePoint: block('depart/pointPassage', pointPassage),
  arrivalAt: 'arrivee/dateHeure',
  borderPoint: block('arrivee/pointPassage', pointPassage),
  mode: modeTransport('transport/mode'),
  flight: 'transport/numeroVol',
  vehicle: 'transport/vehicule',
  escorts: list('escortes', escorte),
} satisfies Rows<TransferNotification>
