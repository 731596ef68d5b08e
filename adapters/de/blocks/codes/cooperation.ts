/** What authorities settle beyond single cases: costs, data, lists, figures, support after return. */
import { coded, own } from './coded.ts'

export const kostenart = coded(own('kostenart'), {
  TICKETS: 'fahrscheine',
  CHARTER: 'charter',
  ESCORTS: 'begleitung',
  MEDICAL: 'medizin',
  DOCUMENTS: 'dokumente',
  TRANSIT: 'durchbefoerderung',
  RETURN_IN_ERROR: 'ruecknahmeNachIrrtum',
  OTHER: 'andere',
})

export const kostenausgleich = coded(own('kostenausgleich'), { PAID: 'bezahlt', PARTLY_PAID: 'teilweiseBezahlt', DISPUTED: 'bestritten' })

export const datengrund = coded(own('datengrund'), {
  INACCURATE: 'unrichtig',
  INCOMPLETE: 'unvollstaendig',
  UNLAWFUL: 'unzulaessigUebermittelt',
  NO_LONGER_NEEDED: 'nichtMehrErforderlich',
  RETENTION_ENDED: 'aufbewahrungsfristAbgelaufen',
  REQUEST_OF_PERSON: 'antragDerPerson',
})

export const datenmassnahme = coded(own('datenmassnahme'), { ERASED: 'geloescht', BLOCKED: 'gesperrt' })

export const aenderungsart = coded(own('aenderungsart'), { ADDED: 'neu', CHANGED: 'geaendert', REMOVED: 'entfallen' })

export const zustaendigkeit = coded(own('zustaendigkeit'), {
  APPLICATIONS: 'ersuchen',
  REPLIES: 'bescheide',
  INTERVIEWS: 'anhoerungen',
  TRAVEL_DOCUMENTS: 'reisedokumente',
  TRANSFERS: 'ueberstellungen',
  TRANSIT: 'durchbefoerderung',
  COSTS: 'kosten',
  DATA_PROTECTION: 'datenschutz',
  TECHNICAL: 'technik',
})

export const messgroesse = coded(own('messgroesse'), {
  APPLICATIONS: 'ersuchen',
  APPROVALS: 'zustimmungen',
  REFUSALS: 'ablehnungen',
  DEEMED_APPROVALS: 'zustimmungsfiktionen',
  WITHDRAWALS: 'ruecknahmen',
  PENDING: 'unentschieden',
  TRAVEL_DOCUMENTS: 'reisedokumente',
  TRANSFERS: 'ueberstellungen',
  NOT_ARRIVED: 'nichtEingetroffen',
  IN_ERROR: 'irrtum',
  TRANSITS: 'durchbefoerderungen',
})

export const antwortdauer = coded(own('antwortdauer'), {
  D0_2: '0bis2Tage',
  D3_7: '3bis7Tage',
  D8_15: '8bis15Tage',
  D16_30: '16bis30Tage',
  D31: 'ab31Tagen',
})

export const bedarf = coded(own('bedarf'), {
  HOUSING: 'wohnung',
  LIVELIHOOD: 'lebensunterhalt',
  EMPLOYMENT: 'arbeit',
  BUSINESS: 'selbstaendigkeit',
  EDUCATION: 'bildung',
  LEGAL: 'recht',
  MEDICAL: 'medizin',
  PSYCHOSOCIAL: 'psychosozial',
  CHILD: 'kind',
  OTHER: 'anderer',
})
