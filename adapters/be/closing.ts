/** How a case ends without or after a transfer. */

import { block } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { fonctionnaire } from './blocks/authority.ts'
import { motifCloture } from './blocks/codes/procedure.ts'

export const closing = {
  'case-withdrawal': block('retraitDemande', {
    caseReference: 'referenceDossier',
    reason: motifCloture('motif'),
    text: 'motivation',
    since: 'depuis',
    official: block('fonctionnaire', fonctionnaire),
  }),

  'case-closure': block('clotureDossier', {
    caseReference: 'referenceDossier',
    reason: motifCloture('motif'),
    text: 'motivation',
    closedOn: 'dateCloture',
    official: block('fonctionnaire', fonctionnaire),
  }),
} satisfies Actions
