/** Authorities, officials and how to reach them. */

import { block, type Rows } from '#core/mapping/rows.ts'
import type { Address, Authority, Official } from '#schemas/generated/types.ts'

export const unvan: Rows<Address> = {
  street: 'kuce',
  postalCode: 'poctIndeksi',
  locality: 'yasayisMenteqesi',
  region: 'rayon',
  country: 'olke',
}

export const orqan: Rows<Authority> = {
  name: 'orqaninAdi',
  unit: 'sobe',
  phone: 'elaqe/telefon',
  fax: 'elaqe/faks',
  email: 'elaqe/epoct',
  address: block('unvan', unvan),
}

/** An embassy or consulate. */
export const numayendelik: Rows<Authority> = { ...orqan, name: 'numayendeliyinAdi' }

export const vezifeliSexs: Rows<Official> = {
  name: 'adSoyad',
  position: 'vezife',
  phone: 'elaqe/telefon',
  email: 'elaqe/epoct',
}

/** How nearly every message ends. */
export const sonluq = {
  observations: 'qeydler',
  official: block<Official>('vezifeliSexs', vezifeliSexs),
} as const
