/** The decision, its extension, and what silence means. */

import { block, list, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { agent, autorite } from './blocks/authority.ts'
import { documentVoyage } from './blocks/codes/document.ts'
import { motifProlongation, motifRefus, sensDecision } from './blocks/codes/procedure.ts'
import { pointPassage } from './blocks/journey.ts'
import { etatCivil, sante } from './blocks/person.ts'
import { accuse } from './blocks/receipt.ts'

export const decision = {
  'time-limit-extension': block('contenu', {
    caseReference: 'referenceDossier',
    ground: motifProlongation('motif'),
    reasons: 'motivation',
    dueOn: 'delai',
    newDueOn: 'nouveauDelai',
    authority: block('autorite', autorite),
    official: block('signataire', agent),
  }),

  'readmission-reply': block('contenu', {
    caseReference: 'referenceDossier',
    applicationReference: 'referenceDemande',
    decision: sensDecision('decision'),
    decidedOn: 'dateDecision',
    subject: block('personne', etatCivil),
    familyMembers: list('membresFamille', etatCivil),
    grounds: list('motifsRefus', { code: motifRefus('nature'), text: 'motivation' }),
    documentBasis: documentVoyage('documentVoyage'),
    borderPoint: block('pointPassage', pointPassage),
    validUntil: 'dateFinValidite',
    health: block('sante', sante),
    observations: 'observations',
    authority: block('autorite', autorite),
    official: block('signataire', agent),
  }),

  'deemed-approval-notice': block('contenu', {
    limit: 'delai/libelle',
    article: 'delai/article',
    startedAt: 'delai/debut',
    dueAt: 'delai/fin',
    silentAt: 'dateConstat',
    requestedParty: 'partieRequise/identifiant',
    receipt: block('accuse', accuse),
    extensions: values('prolongations', 'idMessage'),
  }),
} satisfies Actions
