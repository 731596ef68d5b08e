/** The decision, its extension, and what silence means. */

import { block, list, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { autorite, fonctionnaire } from './blocks/authority.ts'
import { documentVoyage } from './blocks/codes/document.ts'
import { issue, motifProlongation, motifRefus } from './blocks/codes/procedure.ts'
import { pointFrontiere } from './blocks/journey.ts'
import { etatSante, personneBreve } from './blocks/person.ts'
import { recepisse } from './blocks/receipt.ts'
import { party } from './enterprise-number.ts'

export const decision = {
  'time-limit-extension': block('prolongationDelai', {
    caseReference: 'referenceDossier',
    ground: motifProlongation('motif'),
    reasons: 'motivation',
    dueOn: 'delai',
    newDueOn: 'nouveauDelai',
    authority: block('autorite', autorite),
    official: block('signataire', fonctionnaire),
  }),

  'readmission-reply': block('reponseReadmission', {
    caseReference: 'referenceDossier',
    applicationReference: 'referenceDemande',
    decision: issue('decision'),
    decidedOn: 'dateDecision',
    subject: block('personne', personneBreve),
    familyMembers: list('membreFamille', personneBreve),
    grounds: list('motifRefus', { code: motifRefus('type'), text: 'motivation' }),
    documentBasis: documentVoyage('documentVoyage'),
    borderPoint: block('pointFrontiere', pointFrontiere),
    validUntil: 'valableJusque',
    health: block('etatSante', etatSante),
    observations: 'observations',
    authority: block('autorite', autorite),
    official: block('signataire', fonctionnaire),
  }),

  'deemed-approval-notice': block('accordTacite', {
    limit: 'delai/nomUsuel',
    article: 'delai/article',
    startedAt: 'delai/debut',
    dueAt: 'delai/fin',
    silentAt: 'constateLe',
    requestedParty: party('partieRequise'),
    receipt: block('recepisse', recepisse),
    extensions: values('prolongationDelai', 'identifiantMessage'),
  }),
} satisfies Actions
