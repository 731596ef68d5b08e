/** What is said about a person. */
import { coded } from './coded.ts'

export const cins = coded('cins', { F: 'Q', M: 'K', X: 'X' })

export const aileVeziyyeti = coded('aileVeziyyeti', {
  SINGLE: 'subay',
  MARRIED: 'evli',
  DIVORCED: 'bosanmis',
  WIDOWED: 'dul',
  PARTNERSHIP: 'terefdasliq',
  UNKNOWN: 'namelum',
})

export const sexsinKateqoriyasi = coded('sexsinKateqoriyasi', {
  OWN_NATIONAL: 'ozVetendasi',
  FORMER_NATIONAL: 'kecmisVetendas',
  FAMILY_SPOUSE: 'heyatYoldasi',
  FAMILY_CHILD: 'usaq',
  THIRD_COUNTRY_NATIONAL: 'ucuncuOlkeVetendasi',
  STATELESS: 'vetendasligiOlmayan',
})

export const gozRengi = coded('gozRengi', {
  BLACK: 'qara',
  BLUE: 'mavi',
  BROWN: 'qehveyi',
  GREEN: 'yasil',
  GREY: 'boz',
  HAZEL: 'findiqi',
  OTHER: 'diger',
})

export const nomreNovu = coded('nomreNovu', {
  FIN: 'FIN',
  NATIONAL_NUMBER: 'milliNomre',
  FOREIGNERS_FILE: 'ecnebininIsi',
  OTHER: 'diger',
})
