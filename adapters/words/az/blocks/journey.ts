/** Who travels, how, where and with whom. */

import { block, list, type Rows } from '#core/mapping/rows.ts'
import type { BorderPoint, Escort, TransferNotification, Traveller } from '#schemas/generated/types.ts'
import { musayietVezifesi, neqliyyatNovu } from './codes/transfer.ts'
import { sened } from './document.ts'
import { qisaSexs, saglamliq } from './person.ts'

export const kecidMenteqesi: Rows<BorderPoint> = {
  name: 'ad',
  airport: 'havaLimani',
  country: 'olke',
}

export const musayietci: Rows<Escort> = {
  familyName: 'soyad',
  givenNames: 'ad',
  role: musayietVezifesi('vezife'),
  document: block('sened', sened),
}

const tehvilVerilen: Rows<Traveller> = {
  person: block('sexs', qisaSexs),
  documents: list('sened', sened),
  health: block('saglamliq', saglamliq),
  security: 'tehlukesizlikTedbirleri',
}

/** Of a transfer, announced or changed. */
export const sefer = {
  travellers: list('tehvilVerilen', tehvilVerilen),
  departureAt: 'yolaDusme/vaxt',
  departurePoint: block('yolaDusme/kecidMenteqesi', kecidMenteqesi),
  arrivalAt: 'gelis/vaxt',
  borderPoint: block('gelis/kecidMenteqesi', kecidMenteqesi),
  mode: neqliyyatNovu('dasinma/neqliyyatNovu'),
  flight: 'dasinma/reys',
  vehicle: 'dasinma/neqliyyatVasitesi',
  escorts: list('musayietci', musayietci),
} satisfies Rows<TransferNotification>
