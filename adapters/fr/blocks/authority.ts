/** Authorities, officials and how to reach them. */

import { block, type Rows } from '#core/mapping/rows.ts'
import type { Address, Authority, Official } from '#schemas/generated/types.ts'

export const adresse: Rows<Address> = {
  street: 'numeroLibelleVoie',
  postalCode: 'codePostal',
  locality: 'commune',
  region: 'region',
  country: 'pays',
}

export const autorite: Rows<Authority> = {
  name: 'denomination',
  unit: 'service',
  phone: 'coordonnees/telephone',
  fax: 'coordonnees/telecopie',
  email: 'coordonnees/courriel',
  address: block('adresse', adresse),
}

export const agent: Rows<Official> = {
  name: 'nom',
  position: 'fonction',
  phone: 'coordonnees/telephone',
  email: 'coordonnees/courriel',
}

/** How nearly every message ends. */
export const cloture = {
  observations: 'observations',
  official: block<Official>('agent', agent),
} as const
