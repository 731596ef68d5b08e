/** Authorities, officials and how to reach them. */

import { block, type Rows } from '#core/mapping/rows.ts'
import type { Address, Authority, Official } from '#schemas/generated/types.ts'
import { land } from './codes/land.ts'

export const adres: Rows<Address> = {
  street: 'straat',
  postalCode: 'postcode',
  locality: 'plaats',
  region: 'regio',
  country: land('land'),
}

export const autoriteit: Rows<Authority> = {
  name: 'naam',
  unit: 'onderdeel',
  phone: 'bereikbaarheid/telefoon',
  fax: 'bereikbaarheid/fax',
  email: 'bereikbaarheid/email',
  address: block('adres', adres),
}

export const behandelaar: Rows<Official> = {
  name: 'naam',
  position: 'functie',
  phone: 'bereikbaarheid/telefoon',
  email: 'bereikbaarheid/email',
}

/** How nearly every message ends. */
export const afsluiting = {
  observations: 'opmerkingen',
  official: block<Official>('behandelaar', behandelaar),
} as const
