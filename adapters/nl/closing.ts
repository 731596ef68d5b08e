/** How a case ends without or after a transfer. */

import { block } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { behandelaar } from './blocks/authority.ts'
import { beeindigingsgrond } from './blocks/codes/procedure.ts'

export const closing = {
  'case-withdrawal': block('data', {
    caseReference: 'zaakkenmerk',
    reason: beeindigingsgrond('reden'),
    text: 'toelichting',
    since: 'sinds',
    official: block('behandelaar', behandelaar),
  }),

  'case-closure': block('data', {
    caseReference: 'zaakkenmerk',
    reason: beeindigingsgrond('reden'),
    text: 'toelichting',
    closedOn: 'afsluitdatum',
    official: block('behandelaar', behandelaar),
  }),
} satisfies Actions
