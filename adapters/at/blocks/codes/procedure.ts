/** How an application is made, examined, decided and ended. */
import { coded } from './coded.ts'

export const verfahren = coded('Verfahren', { NORMAL: 'regulaer', ACCELERATED: 'beschleunigt' })

export const vollstaendigkeit = coded('Vollstaendigkeit', { COMPLETE: 'vollstaendig', INCOMPLETE: 'unvollstaendig' })

export const fehlendeAngabe = coded('FehlendeAngabe', {
  IDENTITY: 'personalien',
  PHOTO: 'lichtbild',
  EVIDENCE: 'nachweis',
  COPIES: 'kopien',
  TRANSLATION: 'uebersetzung',
  DATE_OF_KNOWLEDGE: 'kenntnisdatum',
  APPREHENSION: 'aufgriff',
  FAMILY: 'angehoerige',
  OTHER: 'andere',
})

export const fragegegenstand = coded('Fragegegenstand', {
  IDENTITY: 'identitaet',
  NATIONALITY: 'staatsangehoerigkeit',
  ADDRESS: 'anschrift',
  FAMILY: 'angehoerige',
  DOCUMENT: 'dokument',
  ITINERARY: 'reiseweg',
  PHOTO: 'lichtbild',
  TRANSFER: 'ueberstellung',
  OTHER: 'andere',
})

export const einvernahmeform = coded('Einvernahmeform', { IN_PERSON: 'persoenlich', VIDEO: 'video', TELEPHONE: 'telefon' })

export const einvernahmeergebnis = coded('Einvernahmeergebnis', {
  NATIONALITY_CONFIRMED: 'staatsangehoerigkeitBestaetigt',
  NOT_CONFIRMED: 'nichtBestaetigt',
  INCONCLUSIVE: 'nichtEindeutig',
  NO_SHOW: 'nichtErschienen',
})

export const verlaengerungsgrund = coded('Verlaengerungsgrund', {
  LEGAL_OBSTACLE: 'rechtlichesHindernis',
  FACTUAL_OBSTACLE: 'tatsaechlichesHindernis',
})

export const entscheidung = coded('Entscheidung', { APPROVED: 'zustimmung', REFUSED: 'ablehnung' })

export const ablehnungsgrund = coded('Ablehnungsgrund', {
  NATIONALITY_NOT_ESTABLISHED: 'staatsangehoerigkeitNichtFestgestellt',
  NATIONALITY_REBUTTED: 'staatsangehoerigkeitWiderlegt',
  IDENTITY_NOT_ESTABLISHED: 'identitaetNichtFestgestellt',
  CONDITIONS_NOT_MET: 'voraussetzungenFehlen',
  RIGHT_OF_RESIDENCE: 'aufenthaltsrecht',
  FORGED_EVIDENCE: 'nachweisGefaelscht',
  TIME_LIMIT: 'fristAbgelaufen',
  OTHER: 'anderer',
})

export const irrtumsgrund = coded('Irrtumsgrund', {
  NOT_A_NATIONAL: 'keinStaatsangehoeriger',
  OTHER_PERSON: 'anderePerson',
  CONDITIONS_NOT_MET: 'voraussetzungenFehlen',
  FORGED_EVIDENCE: 'nachweisGefaelscht',
  OTHER: 'anderer',
})

export const irrtumsablehnungsgrund = coded('Irrtumsablehnungsgrund', {
  CONDITIONS_MET: 'voraussetzungenErfuellt',
  OUT_OF_TIME: 'fristAbgelaufen',
  NOT_SHOWN: 'nichtDargelegt',
  OTHER: 'anderer',
})

export const beendigungsgrund = coded('Beendigungsgrund', {
  VOLUNTARY_DEPARTURE: 'freiwilligeAusreise',
  ABSCONDED: 'untergetaucht',
  RESIDENCE_GRANTED: 'aufenthaltsrechtErteilt',
  COURT_ORDER: 'gerichtsentscheidung',
  DECEASED: 'verstorben',
  DUPLICATE: 'doppelterVorgang',
  TRANSFERRED: 'ueberstellt',
  TIME_LIMIT_PASSED: 'fristAbgelaufen',
  OTHER: 'anderer',
})
