/** What is said about a person. */
import { coded } from './coded.ts'

export const plec = coded('plec', { F: 'K', M: 'M', X: 'X' })

export const stanCywilny = coded('stanCywilny', {
  SINGLE: 'kawalerPanna',
  MARRIED: 'zonatyZamezna',
  DIVORCED: 'rozwiedziony',
  WIDOWED: 'owdowialy',
  PARTNERSHIP: 'zwiazekPartnerski',
  UNKNOWN: 'nieznany',
})

export const kategoriaOsoby = coded('kategoriaOsoby', {
  OWN_NATIONAL: 'obywatelWlasny',
  FORMER_NATIONAL: 'bylyObywatel',
  FAMILY_SPOUSE: 'malzonek',
  FAMILY_CHILD: 'dziecko',
  THIRD_COUNTRY_NATIONAL: 'obywatelPanstwaTrzeciego',
  STATELESS: 'bezpanstwowiec',
})

export const kolorOczu = coded('kolorOczu', {
  BLACK: 'czarne',
  BLUE: 'niebieskie',
  BROWN: 'brazowe',
  GREEN: 'zielone',
  GREY: 'szare',
  HAZEL: 'piwne',
  OTHER: 'inne',
})

export const rodzajNumeru = coded('rodzajNumeru', {
  FIN: 'FIN',
  NATIONAL_NUMBER: 'numerKrajowy',
  FOREIGNERS_FILE: 'aktaCudzoziemca',
  OTHER: 'inne',
})
