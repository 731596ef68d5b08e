/** What authorities settle beyond single cases: costs, data, lists, figures, support after return. */
import { trilingual } from './coded.ts'

export const typeFrais = trilingual('typeFrais', {
  TICKETS: ['billets', 'vliegtickets', 'fahrscheine'],
  CHARTER: ['affretement', 'charter', 'charter'],
  ESCORTS: ['escorte', 'escorte', 'begleitung'],
  MEDICAL: ['medical', 'medisch', 'medizin'],
  DOCUMENTS: ['documents', 'documenten', 'dokumente'],
  TRANSIT: ['transit', 'doorreis', 'durchbefoerderung'],
  RETURN_IN_ERROR: ['retourErreur', 'terugkeerBijVergissing', 'ruecknahmeNachIrrtum'],
  OTHER: ['autre', 'andere', 'andere'],
})

export const reglementFrais = trilingual('reglementFrais', {
  PAID: ['paye', 'betaald', 'bezahlt'],
  PARTLY_PAID: ['payePartiellement', 'gedeeltelijkBetaald', 'teilweiseBezahlt'],
  DISPUTED: ['conteste', 'betwist', 'bestritten'],
})

export const motifDonnees = trilingual('motifDonnees', {
  INACCURATE: ['inexact', 'onjuist', 'unrichtig'],
  INCOMPLETE: ['incomplet', 'onvolledig', 'unvollstaendig'],
  UNLAWFUL: ['transmisIllegalement', 'onrechtmatigMeegedeeld', 'unzulaessigUebermittelt'],
  NO_LONGER_NEEDED: ['plusNecessaire', 'nietLangerNodig', 'nichtMehrErforderlich'],
  RETENTION_ENDED: ['conservationTerminee', 'bewaartermijnVerstreken', 'aufbewahrungsfristAbgelaufen'],
  REQUEST_OF_PERSON: ['demandePersonne', 'verzoekVanBetrokkene', 'antragDerPerson'],
})

export const operationDonnees = trilingual('operationDonnees', {
  ERASED: ['efface', 'gewist', 'geloescht'],
  BLOCKED: ['bloque', 'geblokkeerd', 'gesperrt'],
})

export const typeModification = trilingual('typeModification', {
  ADDED: ['nouveau', 'nieuw', 'neu'],
  CHANGED: ['modifie', 'gewijzigd', 'geaendert'],
  REMOVED: ['supprime', 'geschrapt', 'entfallen'],
})

export const competence = trilingual('competence', {
  APPLICATIONS: ['demandes', 'aanvragen', 'ersuchen'],
  REPLIES: ['reponses', 'antwoorden', 'bescheide'],
  INTERVIEWS: ['auditions', 'gehoren', 'anhoerungen'],
  TRAVEL_DOCUMENTS: ['documentsVoyage', 'reisdocumenten', 'reisedokumente'],
  TRANSFERS: ['transferts', 'overdrachten', 'ueberstellungen'],
  TRANSIT: ['transit', 'doorreis', 'durchbefoerderung'],
  COSTS: ['frais', 'kosten', 'kosten'],
  DATA_PROTECTION: ['protectionDonnees', 'gegevensbescherming', 'datenschutz'],
  TECHNICAL: ['technique', 'technisch', 'technik'],
})

export const mesure = trilingual('mesure', {
  APPLICATIONS: ['demandes', 'aanvragen', 'ersuchen'],
  APPROVALS: ['accords', 'akkoorden', 'zustimmungen'],
  REFUSALS: ['refusOpposes', 'weigeringen', 'ablehnungen'],
  DEEMED_APPROVALS: ['accordsTacites', 'stilzwijgendeAkkoorden', 'zustimmungsfiktionen'],
  WITHDRAWALS: ['retraits', 'intrekkingen', 'ruecknahmen'],
  PENDING: ['enCours', 'hangend', 'unentschieden'],
  TRAVEL_DOCUMENTS: ['documentsVoyage', 'reisdocumenten', 'reisedokumente'],
  TRANSFERS: ['transferts', 'overdrachten', 'ueberstellungen'],
  NOT_ARRIVED: ['nonArrives', 'nietAangekomenen', 'nichtEingetroffen'],
  IN_ERROR: ['readmissionsErronees', 'terugnamesBijVergissing', 'irrtum'],
  TRANSITS: ['transits', 'doorreizen', 'durchbefoerderungen'],
})

export const delaiReponse = trilingual('delaiReponse', {
  D0_2: ['jours0-2', 'dagen0-2', '0bis2Tage'],
  D3_7: ['jours3-7', 'dagen3-7', '3bis7Tage'],
  D8_15: ['jours8-15', 'dagen8-15', '8bis15Tage'],
  D16_30: ['jours16-30', 'dagen16-30', '16bis30Tage'],
  D31: ['jours31', 'dagen31', 'ab31Tagen'],
})

export const besoin = trilingual('besoin', {
  HOUSING: ['logement', 'huisvesting', 'wohnung'],
  LIVELIHOOD: ['subsistance', 'levensonderhoud', 'lebensunterhalt'],
  EMPLOYMENT: ['emploi', 'werk', 'arbeit'],
  BUSINESS: ['independant', 'zelfstandige', 'selbstaendigkeit'],
  EDUCATION: ['formation', 'opleiding', 'bildung'],
  LEGAL: ['juridique', 'juridisch', 'recht'],
  MEDICAL: ['medical', 'medisch', 'medizin'],
  PSYCHOSOCIAL: ['psychosocial', 'psychosociaal', 'psychosozial'],
  CHILD: ['enfant', 'kind', 'kind'],
  OTHER: ['autre', 'andere', 'anderer'],
})
