/** How an application is made, examined, decided and ended. */
import { trilingual } from './coded.ts'

export const procedure = trilingual('procedure', {
  NORMAL: ['ordinaire', 'gewoon', 'regulaer'],
  ACCELERATED: ['acceleree', 'versneld', 'beschleunigt'],
})

export const completude = trilingual('completude', {
  COMPLETE: ['complet', 'volledig', 'vollstaendig'],
  INCOMPLETE: ['incomplet', 'onvolledig', 'unvollstaendig'],
})

export const element = trilingual('element', {
  IDENTITY: ['donneesPersonnelles', 'persoonsgegevens', 'personalien'],
  PHOTO: ['photo', 'foto', 'lichtbild'],
  EVIDENCE: ['preuve', 'bewijs', 'nachweis'],
  COPIES: ['copies', 'kopieen', 'kopien'],
  TRANSLATION: ['traduction', 'vertaling', 'uebersetzung'],
  DATE_OF_KNOWLEDGE: ['dateConnaissance', 'datumKennisneming', 'kenntnisdatum'],
  APPREHENSION: ['interception', 'onderschepping', 'aufgriff'],
  FAMILY: ['famille', 'familie', 'angehoerige'],
  OTHER: ['autre', 'andere', 'andere'],
})

export const sujetQuestion = trilingual('sujetQuestion', {
  IDENTITY: ['identite', 'identiteit', 'identitaet'],
  NATIONALITY: ['nationalite', 'nationaliteit', 'staatsangehoerigkeit'],
  ADDRESS: ['adresse', 'adres', 'anschrift'],
  FAMILY: ['famille', 'familie', 'angehoerige'],
  DOCUMENT: ['document', 'document', 'dokument'],
  ITINERARY: ['itineraire', 'reisweg', 'reiseweg'],
  PHOTO: ['photo', 'foto', 'lichtbild'],
  TRANSFER: ['transfert', 'overdracht', 'ueberstellung'],
  OTHER: ['autre', 'andere', 'andere'],
})

export const formeAudition = trilingual('formeAudition', {
  IN_PERSON: ['enPersonne', 'persoonlijk', 'persoenlich'],
  VIDEO: ['video', 'video', 'video'],
  TELEPHONE: ['telephone', 'telefoon', 'telefon'],
})

export const resultatAudition = trilingual('resultatAudition', {
  NATIONALITY_CONFIRMED: ['nationaliteConfirmee', 'nationaliteitBevestigd', 'staatsangehoerigkeitBestaetigt'],
  NOT_CONFIRMED: ['nonConfirmee', 'nietBevestigd', 'nichtBestaetigt'],
  INCONCLUSIVE: ['nonConcluant', 'nietEenduidig', 'nichtEindeutig'],
  NO_SHOW: ['nonPresente', 'nietVerschenen', 'nichtErschienen'],
})

export const motifProlongation = trilingual('motifProlongation', {
  LEGAL_OBSTACLE: ['obstacleJuridique', 'juridischBeletsel', 'rechtlichesHindernis'],
  FACTUAL_OBSTACLE: ['obstacleMateriel', 'feitelijkBeletsel', 'tatsaechlichesHindernis'],
})

export const issue = trilingual('decision', {
  APPROVED: ['accord', 'akkoord', 'zustimmung'],
  REFUSED: ['refus', 'weigering', 'ablehnung'],
})

export const motifRefus = trilingual('motifRefus', {
  NATIONALITY_NOT_ESTABLISHED: ['nationaliteNonEtablie', 'nationaliteitNietVastgesteld', 'staatsangehoerigkeitNichtFestgestellt'],
  NATIONALITY_REBUTTED: ['nationaliteRefutee', 'nationaliteitWeerlegd', 'staatsangehoerigkeitWiderlegt'],
  IDENTITY_NOT_ESTABLISHED: ['identiteNonEtablie', 'identiteitNietVastgesteld', 'identitaetNichtFestgestellt'],
  CONDITIONS_NOT_MET: ['conditionsNonRemplies', 'voorwaardenNietVervuld', 'voraussetzungenFehlen'],
  RIGHT_OF_RESIDENCE: ['droitSejour', 'verblijfsrecht', 'aufenthaltsrecht'],
  FORGED_EVIDENCE: ['preuveFalsifiee', 'vervalstBewijs', 'nachweisGefaelscht'],
  TIME_LIMIT: ['delaiExpire', 'termijnVerstreken', 'fristAbgelaufen'],
  OTHER: ['autre', 'andere', 'anderer'],
})

export const motifErreur = trilingual('motifErreur', {
  NOT_A_NATIONAL: ['pasRessortissant', 'geenOnderdaan', 'keinStaatsangehoeriger'],
  OTHER_PERSON: ['autrePersonne', 'anderePersoon', 'anderePerson'],
  CONDITIONS_NOT_MET: ['conditionsNonRemplies', 'voorwaardenNietVervuld', 'voraussetzungenFehlen'],
  FORGED_EVIDENCE: ['preuveFalsifiee', 'vervalstBewijs', 'nachweisGefaelscht'],
  OTHER: ['autre', 'andere', 'anderer'],
})

export const motifRefusRetour = trilingual('motifRefusRetour', {
  CONDITIONS_MET: ['conditionsRemplies', 'voorwaardenVervuld', 'voraussetzungenErfuellt'],
  OUT_OF_TIME: ['delaiExpire', 'termijnVerstreken', 'fristAbgelaufen'],
  NOT_SHOWN: ['nonDemontre', 'nietAangetoond', 'nichtDargelegt'],
  OTHER: ['autre', 'andere', 'anderer'],
})

export const motifCloture = trilingual('motifCloture', {
  VOLUNTARY_DEPARTURE: ['departVolontaire', 'vrijwilligVertrek', 'freiwilligeAusreise'],
  ABSCONDED: ['fuite', 'ondergedoken', 'untergetaucht'],
  RESIDENCE_GRANTED: ['sejourAccorde', 'verblijfToegekend', 'aufenthaltsrechtErteilt'],
  COURT_ORDER: ['decisionJustice', 'gerechtelijkeBeslissing', 'gerichtsentscheidung'],
  DECEASED: ['decede', 'overleden', 'verstorben'],
  DUPLICATE: ['doublon', 'dubbelDossier', 'doppelterVorgang'],
  TRANSFERRED: ['transfere', 'overgedragen', 'ueberstellt'],
  TIME_LIMIT_PASSED: ['delaiExpire', 'termijnVerstreken', 'fristAbgelaufen'],
  OTHER: ['autre', 'andere', 'anderer'],
})
