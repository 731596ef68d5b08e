/** What authorities settle beyond single cases: costs, data, lists, figures, support after return. */
import { coded } from './coded.ts'

export const rodzajKosztu = coded('rodzajKosztu', {
  TICKETS: 'bilety',
  CHARTER: 'czarter',
  ESCORTS: 'eskorta',
  MEDICAL: 'medyczne',
  DOCUMENTS: 'dokumenty',
  TRANSIT: 'tranzyt',
  RETURN_IN_ERROR: 'zwrotPoBledzie',
  OTHER: 'inne',
})

export const rozliczenieKosztow = coded('rozliczenieKosztow', {
  PAID: 'zaplacono',
  PARTLY_PAID: 'zaplaconoCzesciowo',
  DISPUTED: 'kwestionowane',
})

export const przyczynaDanych = coded('przyczynaDanych', {
  INACCURATE: 'nieprawidlowe',
  INCOMPLETE: 'niekompletne',
  UNLAWFUL: 'przekazaneBezprawnie',
  NO_LONGER_NEEDED: 'zbedne',
  RETENTION_ENDED: 'uplywOkresuPrzechowywania',
  REQUEST_OF_PERSON: 'wniosekOsoby',
})

export const czynnoscNaDanych = coded('czynnoscNaDanych', { ERASED: 'usunieto', BLOCKED: 'zablokowano' })

export const rodzajZmiany = coded('rodzajZmiany', { ADDED: 'nowy', CHANGED: 'zmieniony', REMOVED: 'usuniety' })

export const kompetencja = coded('kompetencja', {
  APPLICATIONS: 'wnioski',
  REPLIES: 'odpowiedzi',
  INTERVIEWS: 'wywiady',
  TRAVEL_DOCUMENTS: 'dokumentyPodrozy',
  TRANSFERS: 'przekazania',
  TRANSIT: 'tranzyt',
  COSTS: 'koszty',
  DATA_PROTECTION: 'ochronaDanych',
  TECHNICAL: 'techniczne',
})

export const miara = coded('miara', {
  APPLICATIONS: 'wnioski',
  APPROVALS: 'zgody',
  REFUSALS: 'odmowy',
  DEEMED_APPROVALS: 'zgodyDomniemane',
  WITHDRAWALS: 'wycofania',
  PENDING: 'wToku',
  TRAVEL_DOCUMENTS: 'dokumentyPodrozy',
  TRANSFERS: 'przekazania',
  NOT_ARRIVED: 'niePrzybyli',
  IN_ERROR: 'bledneReadmisje',
  TRANSITS: 'tranzyty',
})

export const czasOdpowiedzi = coded('czasOdpowiedzi', {
  D0_2: 'dni0-2',
  D3_7: 'dni3-7',
  D8_15: 'dni8-15',
  D16_30: 'dni16-30',
  D31: 'dni31',
})

export const potrzeba = coded('potrzeba', {
  HOUSING: 'mieszkanie',
  LIVELIHOOD: 'utrzymanie',
  EMPLOYMENT: 'zatrudnienie',
  BUSINESS: 'dzialalnoscGospodarcza',
  EDUCATION: 'edukacja',
  LEGAL: 'prawne',
  MEDICAL: 'medyczne',
  PSYCHOSOCIAL: 'psychospoleczne',
  CHILD: 'dziecko',
  OTHER: 'inna',
})
