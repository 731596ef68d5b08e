/** What authorities settle beyond single cases: costs, data, lists, figures, support after return. */
import { coded } from './coded.ts'

export const natureFrais = coded('natureFrais', {
  TICKETS: 'BILLETS',
  CHARTER: 'AFFRETEMENT',
  ESCORTS: 'ESCORTE',
  MEDICAL: 'MEDICAL',
  DOCUMENTS: 'DOCUMENTS',
  TRANSIT: 'TRANSIT',
  RETURN_IN_ERROR: 'RETOUR_PAR_ERREUR',
  OTHER: 'AUTRE',
})

export const suiteDemande = coded('suiteDemande', {
  PAID: 'PAYE',
  PARTLY_PAID: 'PAYE_PARTIELLEMENT',
  DISPUTED: 'CONTESTE',
})

export const motifDonnees = coded('motifDonnees', {
  INACCURATE: 'INEXACTES',
  INCOMPLETE: 'INCOMPLETES',
  UNLAWFUL: 'TRANSMISSION_ILLICITE',
  NO_LONGER_NEEDED: 'PLUS_NECESSAIRES',
  RETENTION_ENDED: 'CONSERVATION_EXPIREE',
  REQUEST_OF_PERSON: 'DEMANDE_INTERESSE',
})

export const mesureDonnees = coded('mesureDonnees', {
  ERASED: 'EFFACEES',
  BLOCKED: 'BLOQUEES',
})

export const natureModification = coded('natureModification', {
  ADDED: 'AJOUT',
  CHANGED: 'MODIFICATION',
  REMOVED: 'SUPPRESSION',
})

export const competence = coded('competence', {
  APPLICATIONS: 'DEMANDES',
  REPLIES: 'DECISIONS',
  INTERVIEWS: 'AUDITIONS',
  TRAVEL_DOCUMENTS: 'DOCUMENTS_VOYAGE',
  TRANSFERS: 'TRANSFERTS',
  TRANSIT: 'TRANSIT',
  COSTS: 'FRAIS',
  DATA_PROTECTION: 'PROTECTION_DONNEES',
  TECHNICAL: 'TECHNIQUE',
})

export const indicateur = coded('indicateur', {
  APPLICATIONS: 'DEMANDES',
  APPROVALS: 'ACCORDS',
  REFUSALS: 'REFUS',
  DEEMED_APPROVALS: 'ACCORDS_TACITES',
  WITHDRAWALS: 'RETRAITS',
  PENDING: 'EN_INSTANCE',
  TRAVEL_DOCUMENTS: 'DOCUMENTS_VOYAGE',
  TRANSFERS: 'TRANSFERTS',
  NOT_ARRIVED: 'NON_ARRIVEES',
  IN_ERROR: 'ERREURS',
  TRANSITS: 'TRANSITS',
})

export const delaiReponse = coded('delaiReponse', {
  D0_2: 'DE_0_A_2_JOURS',
  D3_7: 'DE_3_A_7_JOURS',
  D8_15: 'DE_8_A_15_JOURS',
  D16_30: 'DE_16_A_30_JOURS',
  D31: 'A_PARTIR_DE_31_JOURS',
})

export const besoin = coded('besoin', {
  HOUSING: 'LOGEMENT',
  LIVELIHOOD: 'MOYENS_SUBSISTANCE',
  EMPLOYMENT: 'EMPLOI',
  BUSINESS: 'CREATION_ACTIVITE',
  EDUCATION: 'EDUCATION',
  LEGAL: 'JURIDIQUE',
  MEDICAL: 'MEDICAL',
  PSYCHOSOCIAL: 'PSYCHOSOCIAL',
  CHILD: 'ENFANT',
  OTHER: 'AUTRE',
})
