/** How an application is made, examined, decided and ended. */
import { coded, own } from './coded.ts'

export const verfahren = coded(own('verfahren'), { NORMAL: 'regulaer', ACCELERATED: 'beschleunigt' })

export const vollstaendigkeit = coded(own('vollstaendigkeit'), { COMPLETE: 'vollstaendig', INCOMPLETE: 'unvollstaendig' })

export const fehlendeAngabe = coded(own('fehlendeAngabe'), {
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

export const fragegegenstand = coded(own('fragegegenstand'), {
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

export const anhoerungsform = coded(own('anhoerungsform'), { IN_PERSON: 'persoenlich', VIDEO: 'video', TELEPHONE: 'telefon' })

export const anhoerungsergebnis = coded(own('anhoerungsergebnis'), {
  NATIONALITY_CONFIRMED: 'staatsangehoerigkeitBestaetigt',
  NOT_CONFIRMED: 'nichtBestaetigt',
  INCONCLUSIVE: 'nichtEindeutig',
  NO_SHOW: 'nichtErschienen',
})

export const verlaengerungsgrund = coded(own('verlaengerungsgrund'), {
  LEGAL_OBSTACLE: 'rechtlichesHindernis',
  FACTUAL_OBSTACLE: 'tatsaechlichesHindernis',
})

export const entscheidung = coded(own('entscheidung'), { APPROVED: 'zustimmung', REFUSED: 'ablehnung' })

export const ablehnungsgrund = coded(own('ablehnungsgrund'), {
  NATIONALITY_NOT_ESTABLISHED: 'staatsangehoerigkeitNichtFestgestellt',
  NATIONALITY_REBUTTED: 'staatsangehoerigkeitWiderlegt',
  IDENTITY_NOT_ESTABLISHED: 'identitaetNichtFestgestellt',
  CONDITIONS_NOT_MET: 'voraussetzungenFehlen',
  RIGHT_OF_RESIDENCE: 'aufenthaltsrecht',
  FORGED_EVIDENCE: 'nachweisGefaelscht',
  TIME_LIMIT: 'fristAbgelaufen',
  OTHER: 'anderer',
})

export const irrtumsgrund = coded(own('irrtumsgrund'), {
  NOT_A_NATIONAL: 'keinStaatsangehoeriger',
  OTHER_PERSON: 'anderePerson',
  CONDITIONS_NOT_MET: 'voraussetzungenFehlen',
  FORGED_EVIDENCE: 'nachweisGefaelscht',
  OTHER: 'anderer',
})

export const irrtumsablehnungsgrund = coded(own('irrtumsablehnungsgrund'), {
  CONDITIONS_MET: 'voraussetzungenErfuellt',
  OUT_OF_TIME: 'fristAbgelaufen',
  NOT_SHOWN: 'nichtDargelegt',
  OTHER: 'anderer',
})

export const beendigungsgrund = coded(own('beendigungsgrund'), {
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
