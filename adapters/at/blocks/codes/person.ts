/** What is said about a person. */
import { coded } from './coded.ts'

export const geschlecht = coded('Sex', { F: 'female', M: 'male', X: 'other' })

export const familienstand = coded('MaritalStatus', {
  SINGLE: 'single',
  MARRIED: 'married',
  DIVORCED: 'divorced',
  WIDOWED: 'widowed',
  PARTNERSHIP: 'registeredPartnership',
  UNKNOWN: 'unknown',
})

export const personengruppe = coded('Personengruppe', {
  OWN_NATIONAL: 'eigenerStaatsangehoeriger',
  FORMER_NATIONAL: 'frueherStaatsangehoeriger',
  FAMILY_SPOUSE: 'ehegatte',
  FAMILY_CHILD: 'kind',
  THIRD_COUNTRY_NATIONAL: 'drittstaatsangehoeriger',
  STATELESS: 'staatenloser',
})

export const augenfarbe = coded('Augenfarbe', {
  BLACK: 'schwarz',
  BLUE: 'blau',
  BROWN: 'braun',
  GREEN: 'gruen',
  GREY: 'grau',
  HAZEL: 'haselnussbraun',
  OTHER: 'andere',
})

export const kennzeichenart = coded('Kennzeichenart', {
  FIN: 'FIN',
  NATIONAL_NUMBER: 'nationaleNummer',
  FOREIGNERS_FILE: 'izrZahl',
  OTHER: 'andere',
})
