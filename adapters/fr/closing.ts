/** How a case ends without or after a transfer. */

import { block } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { agent } from './blocks/authority.ts'
import { motifFin } from './blocks/codes/procedure.ts'

export const closing = {
  'case-withdrawal': block('contenu', {
    caseReference: 'referenceDossier',
    reason: motifFin('motif'),
    text: 'motivation',
    since: 'depuis',
    official: block('agent', agent),
  }),

  'case-closure': block('contenu', {
    caseReference: 'referenceDossier',
    reason: motifFin('motif'),
    text: 'motivation',
    closedOn: 'dateCloture',
    official: block('agent', agent),
  }),
} satisfies Actions
