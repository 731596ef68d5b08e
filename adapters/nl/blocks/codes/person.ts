/** What is said about a person. */
import { coded } from './coded.ts'

/** Sex as in the population register: V (vrouw), M (man), O (onbekend), the last of which travel documents show as X. */
export const geslacht = coded('geslacht', { F: 'V', M: 'M', X: 'O' })

/** Civil status as in the population register, in words. */
export const burgerlijkeStaat = coded('burgerlijkeStaat', {
  SINGLE: 'ongehuwd',
  MARRIED: 'gehuwd',
  DIVORCED: 'gescheiden',
  WIDOWED: 'verweduwd',
  PARTNERSHIP: 'partnerschap',
  UNKNOWN: 'onbekend',
})

export const persoonscategorie = coded('persoonscategorie', {
  OWN_NATIONAL: 'eigen_onderdaan',
  FORMER_NATIONAL: 'voormalig_onderdaan',
  FAMILY_SPOUSE: 'echtgenoot',
  FAMILY_CHILD: 'kind',
  THIRD_COUNTRY_NATIONAL: 'derdelander',
  STATELESS: 'staatloze',
})

export const kleurOgen = coded('kleurOgen', {
  BLACK: 'zwart',
  BLUE: 'blauw',
  BROWN: 'bruin',
  GREEN: 'groen',
  GREY: 'grijs',
  HAZEL: 'hazelnoot',
  OTHER: 'anders',
})

export const nummersoort = coded('nummersoort', {
  FIN: 'fin',
  NATIONAL_NUMBER: 'nationaal_nummer',
  FOREIGNERS_FILE: 'vreemdelingennummer',
  OTHER: 'anders',
})
