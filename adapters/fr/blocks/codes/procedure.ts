/** How an application is made, examined, decided and ended. */
import { coded } from './coded.ts'

export const procedure = coded('procedure', {
  NORMAL: 'NORMALE',
  ACCELERATED: 'ACCELEREE',
})

export const completude = coded('completude', {
  COMPLETE: 'COMPLETE',
  INCOMPLETE: 'INCOMPLETE',
})

export const elementManquant = coded('elementManquant', {
  IDENTITY: 'IDENTITE',
  PHOTO: 'PHOTOGRAPHIE',
  EVIDENCE: 'PREUVE',
  COPIES: 'COPIES',
  TRANSLATION: 'TRADUCTION',
  DATE_OF_KNOWLEDGE: 'DATE_CONNAISSANCE',
  APPREHENSION: 'INTERPELLATION',
  FAMILY: 'FAMILLE',
  OTHER: 'AUTRE',
})

export const objetQuestion = coded('objetQuestion', {
  IDENTITY: 'IDENTITE',
  NATIONALITY: 'NATIONALITE',
  ADDRESS: 'ADRESSE',
  FAMILY: 'FAMILLE',
  DOCUMENT: 'DOCUMENT',
  ITINERARY: 'ITINERAIRE',
  PHOTO: 'PHOTOGRAPHIE',
  TRANSFER: 'TRANSFERT',
  OTHER: 'AUTRE',
})

export const formeAudition = coded('formeAudition', {
  IN_PERSON: 'PRESENTIEL',
  VIDEO: 'VISIOCONFERENCE',
  TELEPHONE: 'TELEPHONE',
})

export const resultatAudition = coded('resultatAudition', {
  NATIONALITY_CONFIRMED: 'NATIONALITE_CONFIRMEE',
  NOT_CONFIRMED: 'NON_CONFIRMEE',
  INCONCLUSIVE: 'NON_CONCLUANTE',
  NO_SHOW: 'NON_PRESENTE',
})

export const motifProlongation = coded('motifProlongation', {
  LEGAL_OBSTACLE: 'OBSTACLE_JURIDIQUE',
  FACTUAL_OBSTACLE: 'OBSTACLE_MATERIEL',
})

export const sensDecision = coded('sensDecision', {
  APPROVED: 'ACCORD',
  REFUSED: 'REFUS',
})

export const motifRefus = coded('motifRefus', {
  NATIONALITY_NOT_ESTABLISHED: 'NATIONALITE_NON_ETABLIE',
  NATIONALITY_REBUTTED: 'NATIONALITE_REFUTEE',
  IDENTITY_NOT_ESTABLISHED: 'IDENTITE_NON_ETABLIE',
  CONDITIONS_NOT_MET: 'CONDITIONS_NON_REUNIES',
  RIGHT_OF_RESIDENCE: 'DROIT_AU_SEJOUR',
  FORGED_EVIDENCE: 'PREUVE_FALSIFIEE',
  TIME_LIMIT: 'DELAI_DEPASSE',
  OTHER: 'AUTRE',
})

export const motifErreur = coded('motifErreur', {
  NOT_A_NATIONAL: 'NON_RESSORTISSANT',
  OTHER_PERSON: 'AUTRE_PERSONNE',
  CONDITIONS_NOT_MET: 'CONDITIONS_NON_REUNIES',
  FORGED_EVIDENCE: 'PREUVE_FALSIFIEE',
  OTHER: 'AUTRE',
})

export const motifRejetErreur = coded('motifRejetErreur', {
  CONDITIONS_MET: 'CONDITIONS_REUNIES',
  OUT_OF_TIME: 'DELAI_DEPASSE',
  NOT_SHOWN: 'NON_DEMONTRE',
  OTHER: 'AUTRE',
})

export const motifFin = coded('motifFin', {
  VOLUNTARY_DEPARTURE: 'DEPART_VOLONTAIRE',
  ABSCONDED: 'EN_FUITE',
  RESIDENCE_GRANTED: 'SEJOUR_ACCORDE',
  COURT_ORDER: 'DECISION_DE_JUSTICE',
  DECEASED: 'DECEDE',
  DUPLICATE: 'DOUBLON',
  TRANSFERRED: 'TRANSFERE',
  TIME_LIMIT_PASSED: 'DELAI_DEPASSE',
  OTHER: 'AUTRE',
})
