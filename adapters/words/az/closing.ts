/** How a case ends without or after a transfer. */

import { block } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { vezifeliSexs } from './blocks/authority.ts'
import { baglanmaSebebi } from './blocks/codes/procedure.ts'

export const closing = {
  'case-withdrawal': block('muracietinGeriGoturulmesi', {
    caseReference: 'isNomresi',
    reason: baglanmaSebebi('sebeb'),
    text: 'esaslandirma',
    since: 'baslamaTarixi',
    official: block('vezifeliSexs', vezifeliSexs),
  }),

  'case-closure': block('isinBaglanmasi', {
    caseReference: 'isNomresi',
    reason: baglanmaSebebi('sebeb'),
    text: 'esaslandirma',
    closedOn: 'baglanmaTarixi',
    official: block('vezifeliSexs', vezifeliSexs),
  }),
} satisfies Actions
