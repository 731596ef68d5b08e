/** How a case ends without or after a transfer. */

import { block } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { bearbeitung } from './blocks/authority.ts'
import { beendigungsgrund } from './blocks/codes/procedure.ts'

export const closing = {
  'case-withdrawal': block('Ersuchensruecknahme', {
    caseReference: 'Geschaeftszahl',
    reason: beendigungsgrund('Grund'),
    text: 'Begruendung',
    since: 'Seit',
    official: block('Bearbeitung', bearbeitung),
  }),

  'case-closure': block('Vorgangsabschluss', {
    caseReference: 'Geschaeftszahl',
    reason: beendigungsgrund('Grund'),
    text: 'Begruendung',
    closedOn: 'Abschlussdatum',
    official: block('Bearbeitung', bearbeitung),
  }),
} satisfies Actions
