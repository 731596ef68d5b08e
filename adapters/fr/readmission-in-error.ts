/** Taking back a person who was readmitted in error. */

import { block, list } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { agent, autorite, cloture } from './blocks/authority.ts'
import { motifErreur, motifRejetErreur, sensDecision } from './blocks/codes/procedure.ts'
import { pieceJointe } from './blocks/document.ts'
import { pointPassage } from './blocks/journey.ts'
import { etatCivil } from './blocks/person.ts'

export const readmissionInError = {
  'readmission-in-error-claim': block('contenu', {
    caseReference: 'referenceDossier',
    transferredOn: 'dateTransfert',
    persons: list('personnes', etatCivil),
    grounds: list('motifsErreur', { code: motifErreur('nature'), text: 'motivation' }),
    attachments: list('piecesJointes', pieceJointe),
    returnOn: 'restitution/date',
    borderPoint: block('restitution/pointPassage', pointPassage),
    authority: block('autorite', autorite),
    ...cloture,
  }),

  'readmission-in-error-reply': block('contenu', {
    caseReference: 'referenceDossier',
    decision: sensDecision('decision'),
    decidedOn: 'dateDecision',
    grounds: list('motifsRefus', { code: motifRejetErreur('nature'), text: 'motivation' }),
    returnOn: 'restitution/date',
    borderPoint: block('restitution/pointPassage', pointPassage),
    observations: 'observations',
    official: block('signataire', agent),
  }),
} satisfies Actions
