/** Who travels, how, where and with whom. */

import { block, list, type Rows } from '#core/mapping/rows.ts'
import type { BorderPoint, Escort, TransferNotification, Traveller } from '#schemas/generated/types.ts'
import { land } from './codes/land.ts'
import { begeleidersrol, vervoermiddel } from './codes/transfer.ts'
import { document } from './document.ts'
import { betrokkene, gezondheid } from './person.ts'

export const grensdoorlaatpost: Rows<BorderPoint> = {
  name: 'naam',
  airport: 'luchthaven',
  country: land('land'),
}

export const begeleider: Rows<Escort> = {
  familyName: 'naam/geslachtsnaam',
  givenNames: 'naam/voornamen',
  role: begeleidersrol('functie'),
  document: block('document', document),
}

const reiziger: Rows<Traveller> = {
  person: block('persoon', betrokkene),
  documents: list('documenten', document),
  health: block('gezondheid', gezondheid),
  security: 'beveiligingsmaatregelen',
}

/** Of a transfer, announced or changed. */
export const reisgegevens = {
  travellers: list('reizigers', reiziger),
  departureAt: 'vertrek/tijdstip',
  departurePoint: block('vertrek/grensdoorlaatpost', grensdoorlaatpost),
  arrivalAt: 'aankomst/tijdstip',
  borderPoint: block('aankomst/grensdoorlaatpost', grensdoorlaatpost),
  mode: vervoermiddel('vervoer/vervoermiddel'),
  flight: 'vervoer/vluchtnummer',
  vehicle: 'vervoer/voertuig',
  escorts: list('begeleiders', begeleider),
} satisfies Rows<TransferNotification>
