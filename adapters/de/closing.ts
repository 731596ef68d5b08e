/** How a case ends without or after a transfer. */

import { block } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { bearbeitung } from './blocks/authority.ts'
import { beendigungsgrund } from './blocks/codes/procedure.ts'

export const closing = {
  'case-withdrawal': block('ersuchensruecknahme', {
    caseReference: 'aktenzeichen',
    reason: beendigungsgrund('grund'),
    text: 'begruendung',
    since: 'seit',
    official: block('bearbeitung', bearbeitung),
  }),

  'case-closure': block('vorgangsabschluss', {
    caseReference: 'aktenzeichen',
    reason: beendigungsgrund('grund'),
    text: 'begruendung',
    closedOn: 'abschlussdatum',
    official: block('bearbeitung', bearbeitung),
  }),
} satisfies Actions
