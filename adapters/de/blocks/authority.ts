/** Authorities, officials and how to reach them. */

import { block, type Rows } from '#core/mapping/rows.ts'
import type { Address, Authority, Official } from '#schemas/generated/types.ts'
import { staat } from './codes/staat.ts'

export const anschrift: Rows<Address> = {
  street: 'strasse',
  postalCode: 'postleitzahl',
  locality: 'ort',
  region: 'region',
  country: staat('staat'),
}

export const behoerde: Rows<Authority> = {
  name: 'behoerdenname',
  unit: 'organisationseinheit',
  phone: 'erreichbarkeit/telefon',
  fax: 'erreichbarkeit/telefax',
  email: 'erreichbarkeit/email',
  address: block('anschrift', anschrift),
}

export const bearbeitung: Rows<Official> = {
  name: 'name',
  position: 'funktion',
  phone: 'erreichbarkeit/telefon',
  email: 'erreichbarkeit/email',
}

/** How nearly every message ends. */
export const schluss = {
  observations: 'bemerkungen',
  official: block<Official>('bearbeitung', bearbeitung),
} as const
