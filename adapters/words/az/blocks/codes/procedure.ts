/** How an application is made, examined, decided and ended. */
import { coded } from './coded.ts'

export const prosedur = coded('prosedur', { NORMAL: 'adi', ACCELERATED: 'suretlendirilmis' })

export const tamliq = coded('tamliq', { COMPLETE: 'tam', INCOMPLETE: 'natamam' })

export const catismayanMelumat = coded('catismayanMelumat', {
  IDENTITY: 'sexsiMelumatlar',
  PHOTO: 'fotosekil',
  EVIDENCE: 'subut',
  COPIES: 'suretler',
  TRANSLATION: 'tercume',
  DATE_OF_KNOWLEDGE: 'xeberTutmaTarixi',
  APPREHENSION: 'saxlanilma',
  FAMILY: 'aileUzvleri',
  OTHER: 'diger',
})

export const sualinMovzusu = coded('sualinMovzusu', {
  IDENTITY: 'sexsiyyet',
  NATIONALITY: 'vetendasliq',
  ADDRESS: 'unvan',
  FAMILY: 'aileUzvleri',
  DOCUMENT: 'sened',
  ITINERARY: 'marsrut',
  PHOTO: 'fotosekil',
  TRANSFER: 'tehvil',
  OTHER: 'diger',
})

export const musahibeFormasi = coded('musahibeFormasi', { IN_PERSON: 'eyani', VIDEO: 'video', TELEPHONE: 'telefon' })

export const musahibeninNeticesi = coded('musahibeninNeticesi', {
  NATIONALITY_CONFIRMED: 'vetendasliqTesdiqlenib',
  NOT_CONFIRMED: 'tesdiqlenmeyib',
  INCONCLUSIVE: 'qetiNeticeYoxdur',
  NO_SHOW: 'gelmeyib',
})

export const uzadilmaEsasi = coded('uzadilmaEsasi', {
  LEGAL_OBSTACLE: 'huquqiManee',
  FACTUAL_OBSTACLE: 'faktikiManee',
})

export const qerar = coded('qerar', { APPROVED: 'raziliq', REFUSED: 'imtina' })

export const imtinaEsasi = coded('imtinaEsasi', {
  NATIONALITY_NOT_ESTABLISHED: 'vetendasliqMueyyenEdilmeyib',
  NATIONALITY_REBUTTED: 'vetendasliqTekzibEdilib',
  IDENTITY_NOT_ESTABLISHED: 'sexsiyyetMueyyenEdilmeyib',
  CONDITIONS_NOT_MET: 'sertlereUygunDeyil',
  RIGHT_OF_RESIDENCE: 'yasayisHuququ',
  FORGED_EVIDENCE: 'subutSaxtadir',
  TIME_LIMIT: 'muddetBitib',
  OTHER: 'diger',
})

export const sehvinEsasi = coded('sehvinEsasi', {
  NOT_A_NATIONAL: 'vetendasDeyil',
  OTHER_PERSON: 'basqaSexs',
  CONDITIONS_NOT_MET: 'sertlereUygunDeyil',
  FORGED_EVIDENCE: 'subutSaxtadir',
  OTHER: 'diger',
})

export const sehvImtinaEsasi = coded('sehvImtinaEsasi', {
  CONDITIONS_MET: 'sertlereUygundur',
  OUT_OF_TIME: 'muddetBitib',
  NOT_SHOWN: 'esaslandirilmayib',
  OTHER: 'diger',
})

export const baglanmaSebebi = coded('baglanmaSebebi', {
  VOLUNTARY_DEPARTURE: 'konulluGedis',
  ABSCONDED: 'gizlenib',
  RESIDENCE_GRANTED: 'yasayisHuququVerilib',
  COURT_ORDER: 'mehkemeQerari',
  DECEASED: 'vefatEdib',
  DUPLICATE: 'tekrarIs',
  TRANSFERRED: 'tehvilVerilib',
  TIME_LIMIT_PASSED: 'muddetBitib',
  OTHER: 'diger',
})

export const reyestr = coded('reyestr', {
  POPULATION: 'ehali',
  IDENTITY_CARDS: 'sexsiyyetVesiqeleri',
  PASSPORTS: 'pasportlar',
  CITIZENSHIP: 'vetendasliq',
  CIVIL_STATUS: 'vetendasliqVeziyyetiAktlari',
  MIGRATION: 'vizaVeYasayisIcazeleri',
  BORDER_CROSSINGS: 'serhedinKecilmesi',
  CONSULAR: 'konsulluqQeydiyyati',
  OTHER: 'diger',
})

export const reyestrinNeticesi = coded('reyestrinNeticesi', {
  MATCH: 'uygundur',
  SEVERAL: 'birNece',
  NO_MATCH: 'tapilmayib',
  NOT_SEARCHED: 'axtarilmayib',
})

export const etibarliliq = coded('etibarliliq', { CERTAIN: 'deqiq', PROBABLE: 'ehtimalOlunan', POSSIBLE: 'mumkun' })
