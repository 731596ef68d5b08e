/** What is said about a person. */
import { coded, own } from './coded.ts'

/** XPersonenstand; `d` (divers) is an X in a passport, which is what the other side knows. */
export const geschlecht = coded(
  { uri: 'urn:xpersonenstand:schluesseltabelle:geschlecht', version: '3' },
  { F: 'w', M: 'm', X: 'x' },
  { d: 'X' },
)

/** DSMeld, sheet 1401. Its other keys (annulled, declared dead, partnerships that ended) have no counterpart. */
export const familienstand = coded(
  { uri: 'urn:de:dsmeld:schluesseltabelle:familienstand', version: '2' },
  { SINGLE: 'LD', MARRIED: 'VH', DIVORCED: 'GS', WIDOWED: 'VW', PARTNERSHIP: 'LP', UNKNOWN: 'NB' },
)

export const personengruppe = coded(own('personengruppe'), {
  OWN_NATIONAL: 'eigenerStaatsangehoeriger',
  FORMER_NATIONAL: 'frueherStaatsangehoeriger',
  FAMILY_SPOUSE: 'ehegatte',
  FAMILY_CHILD: 'kind',
  THIRD_COUNTRY_NATIONAL: 'drittstaatsangehoeriger',
  STATELESS: 'staatenloser',
})

export const augenfarbe = coded(own('augenfarbe'), {
  BLACK: 'schwarz',
  BLUE: 'blau',
  BROWN: 'braun',
  GREEN: 'gruen',
  GREY: 'grau',
  HAZEL: 'haselnussbraun',
  OTHER: 'andere',
})

export const kennzeichenart = coded(own('kennzeichenart'), {
  FIN: 'FIN',
  NATIONAL_NUMBER: 'nationaleNummer',
  FOREIGNERS_FILE: 'azrNummer',
  OTHER: 'andere',
})
