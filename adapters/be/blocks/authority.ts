/** Authorities, officials and how to reach them. */

import { block, type Rows } from '#core/mapping/rows.ts'
import type { Address, Authority, Official } from '#schemas/generated/types.ts'

export const adresse: Rows<Address> = {
  street: 'rue',
  postalCode: 'codePostal',
  locality: 'localite',
  region: 'region',
  country: 'pays',
}

export const autorite: Rows<Authority> = {
  name: 'denomination',
  unit: 'service',
  phone: 'contact/telephone',
  fax: 'contact/telecopie',
  email: 'contact/courriel',
  address: block('adresse', adresse),
}

export const fonctionnaire: Rows<Official> = {
  name: 'nomComplet',
  position: 'fonction',
  phone: 'contact/telephone',
  email: 'contact/courriel',
}

/** How nearly every message ends. */
export const cloture = {
  observations: 'observations',
  official: block<Official>('fonctionnaire', fonctionnaire),
} as const
