/** Taking back a person who was readmitted in error. */

import { block, list } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { autorite, cloture, fonctionnaire } from './blocks/authority.ts'
import { issue, motifErreur, motifRefusRetour } from './blocks/codes/procedure.ts'
import { annexe } from './blocks/document.ts'
import { pointFrontiere } from './blocks/journey.ts'
import { personneBreve } from './blocks/person.ts'

export const readmissionInError = {
  'readmission-in-error-claim': block('demandeRetourErreur', {
    caseReference: 'referenceDossier',
    transferredOn: 'dateTransfert',
    persons: list('personne', personneBreve),
    grounds: list('motifErreur', { code: motifErreur('type'), text: 'motivation' }),
    attachments: list('annexe', annexe),
    returnOn: 'retour/date',
    borderPoint: block('retour/pointFrontiere', pointFrontiere),
    authority: block('autorite', autorite),
    ...cloture,
  }),

  'readmission-in-error-reply': block('reponseRetourErreur', {
    caseReference: 'referenceDossier',
    decision: issue('decision'),
    decidedOn: 'dateDecision',
    grounds: list('motifRefus', { code: motifRefusRetour('type'), text: 'motivation' }),
    returnOn: 'retour/date',
    borderPoint: block('retour/pointFrontiere', pointFrontiere),
    observations: 'observations',
    official: block('signataire', fonctionnaire),
  }),
} satisfies Actions
