/** Authorities, officials and how to reach them. */

import { block, type Rows } from '#core/mapping/rows.ts'
import type { Address, Authority, Official } from '#schemas/generated/types.ts'

export const adres: Rows<Address> = {
  street: 'ulica',
  postalCode: 'kodPocztowy',
  locality: 'miejscowosc',
  region: 'region',
  country: 'panstwo',
}

export const organ: Rows<Authority> = {
  name: 'nazwaOrganu',
  unit: 'komorkaOrganizacyjna',
  phone: 'kontakt/telefon',
  fax: 'kontakt/faks',
  email: 'kontakt/email',
  address: block('adres', adres),
}

export const funkcjonariusz: Rows<Official> = {
  name: 'imieINazwisko',
  position: 'stanowisko',
  phone: 'kontakt/telefon',
  email: 'kontakt/email',
}

/** How nearly every message ends. */
export const zakonczenie = {
  observations: 'uwagi',
  official: block<Official>('funkcjonariusz', funkcjonariusz),
} as const
