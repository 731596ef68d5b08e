/** Who travels, how, where and with whom. */

import { block, list, type Rows } from '#core/mapping/rows.ts'
import type { BorderPoint, Escort, TransferNotification, Traveller } from '#schemas/generated/types.ts'
import { rolaEskorty, srodekTransportu } from './codes/transfer.ts'
import { dokument } from './document.ts'
import { osobaKrotko, stanZdrowia } from './person.ts'

export const przejscieGraniczne: Rows<BorderPoint> = {
  name: 'nazwa',
  airport: 'lotnisko',
  country: 'panstwo',
}

export const osobaEskortujaca: Rows<Escort> = {
  familyName: 'nazwisko',
  givenNames: 'imiona',
  role: rolaEskorty('stanowisko'),
  document: block('dokument', dokument),
}

const osobaPrzekazywana: Rows<Traveller> = {
  person: block('osoba', osobaKrotko),
  documents: list('dokument', dokument),
  health: block('stanZdrowia', stanZdrowia),
  security: 'srodkiBezpieczenstwa',
}

/** Of a transfer, announced or changed. */
export const podroz = {
  travellers: list('osobaPrzekazywana', osobaPrzekazywana),
  departureAt: 'wyjazd/czas',
  departurePoint: block('wyjazd/przejscieGraniczne', przejscieGraniczne),
  arrivalAt: 'przyjazd/czas',
  borderPoint: block('przyjazd/przejscieGraniczne', przejscieGraniczne),
  mode: srodekTransportu('transport/srodek'),
  flight: 'transport/numerLotu',
  vehicle: 'transport/pojazd',
  escorts: list('osobaEskortujaca', osobaEskortujaca),
} satisfies Rows<TransferNotification>
