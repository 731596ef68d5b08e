/** Authorities, officials and how to reach them. */

import { block, type Rows } from '#core/mapping/rows.ts'
import type { Address, Authority, Official } from '#schemas/generated/types.ts'

export const anschrift: Rows<Address> = {
  street: 'Strasse',
  postalCode: 'Postleitzahl',
  locality: 'Ort',
  region: 'Region',
  country: 'Staat',
}

export const behoerde: Rows<Authority> = {
  name: 'Behoerdenname',
  unit: 'Organisationseinheit',
  phone: 'Kontakt/Telefon',
  fax: 'Kontakt/Telefax',
  email: 'Kontakt/Email',
  address: block('Anschrift', anschrift),
}

export const bearbeitung: Rows<Official> = {
  name: 'Name',
  position: 'Funktion',
  phone: 'Kontakt/Telefon',
  email: 'Kontakt/Email',
}

/** How nearly every message ends. */
export const schluss = {
  observations: 'Bemerkungen',
  official: block<Official>('Bearbeitung', bearbeitung),
} as const
