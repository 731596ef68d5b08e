/** How a case ends without or after a transfer. */

import { block } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { funkcjonariusz } from './blocks/authority.ts'
import { przyczynaZakonczenia } from './blocks/codes/procedure.ts'

export const closing = {
  'case-withdrawal': block('wycofanieWniosku', {
    caseReference: 'sygnatura',
    reason: przyczynaZakonczenia('przyczyna'),
    text: 'uzasadnienie',
    since: 'odDnia',
    official: block('funkcjonariusz', funkcjonariusz),
  }),

  'case-closure': block('zamkniecieSprawy', {
    caseReference: 'sygnatura',
    reason: przyczynaZakonczenia('przyczyna'),
    text: 'uzasadnienie',
    closedOn: 'dataZamkniecia',
    official: block('funkcjonariusz', funkcjonariusz),
  }),
} satisfies Actions
