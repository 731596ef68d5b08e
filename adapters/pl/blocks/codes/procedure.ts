/** How an application is made, examined, decided and ended. */
import { coded } from './coded.ts'

export const tryb = coded('tryb', { NORMAL: 'zwykly', ACCELERATED: 'przyspieszony' })

export const kompletnosc = coded('kompletnosc', { COMPLETE: 'kompletny', INCOMPLETE: 'niekompletne' })

export const brak = coded('brak', {
  IDENTITY: 'daneOsobowe',
  PHOTO: 'fotografia',
  EVIDENCE: 'dowod',
  COPIES: 'kopie',
  TRANSLATION: 'tlumaczenie',
  DATE_OF_KNOWLEDGE: 'dataPowzieciaWiadomosci',
  APPREHENSION: 'zatrzymanie',
  FAMILY: 'rodzina',
  OTHER: 'inne',
})

export const przedmiotPytania = coded('przedmiotPytania', {
  IDENTITY: 'tozsamosc',
  NATIONALITY: 'obywatelstwo',
  ADDRESS: 'adres',
  FAMILY: 'rodzina',
  DOCUMENT: 'dokument',
  ITINERARY: 'trasa',
  PHOTO: 'fotografia',
  TRANSFER: 'przekazanie',
  OTHER: 'inne',
})

export const formaWywiadu = coded('formaWywiadu', { IN_PERSON: 'osobiscie', VIDEO: 'wideo', TELEPHONE: 'telefon' })

export const wynikWywiadu = coded('wynikWywiadu', {
  NATIONALITY_CONFIRMED: 'obywatelstwoPotwierdzone',
  NOT_CONFIRMED: 'niepotwierdzone',
  INCONCLUSIVE: 'niejednoznaczne',
  NO_SHOW: 'niestawiennictwo',
})

export const podstawaPrzedluzenia = coded('podstawaPrzedluzenia', {
  LEGAL_OBSTACLE: 'przeszkodaPrawna',
  FACTUAL_OBSTACLE: 'przeszkodaFaktyczna',
})

export const decyzja = coded('decyzja', { APPROVED: 'zgoda', REFUSED: 'odmowa' })

export const podstawaOdmowy = coded('podstawaOdmowy', {
  NATIONALITY_NOT_ESTABLISHED: 'obywatelstwoNieustalone',
  NATIONALITY_REBUTTED: 'obywatelstwoObalone',
  IDENTITY_NOT_ESTABLISHED: 'tozsamoscNieustalona',
  CONDITIONS_NOT_MET: 'warunkiNiespelnione',
  RIGHT_OF_RESIDENCE: 'prawoPobytu',
  FORGED_EVIDENCE: 'dowodSfalszowany',
  TIME_LIMIT: 'uplywTerminu',
  OTHER: 'inna',
})

export const podstawaBledu = coded('podstawaBledu', {
  NOT_A_NATIONAL: 'nieObywatel',
  OTHER_PERSON: 'innaOsoba',
  CONDITIONS_NOT_MET: 'warunkiNiespelnione',
  FORGED_EVIDENCE: 'dowodSfalszowany',
  OTHER: 'inna',
})

export const podstawaOdmowyZwrotu = coded('podstawaOdmowyZwrotu', {
  CONDITIONS_MET: 'warunkiSpelnione',
  OUT_OF_TIME: 'uplywTerminu',
  NOT_SHOWN: 'niewykazane',
  OTHER: 'inna',
})

export const przyczynaZakonczenia = coded('przyczynaZakonczenia', {
  VOLUNTARY_DEPARTURE: 'wyjazdDobrowolny',
  ABSCONDED: 'ukrywaSie',
  RESIDENCE_GRANTED: 'udzielonoPobytu',
  COURT_ORDER: 'orzeczenieSadu',
  DECEASED: 'zmarl',
  DUPLICATE: 'sprawaPodwojna',
  TRANSFERRED: 'przekazano',
  TIME_LIMIT_PASSED: 'uplywTerminu',
  OTHER: 'inna',
})
