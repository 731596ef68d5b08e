/** Costs of transfers, transits and returns. */

import { block, list } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { orqan, sonluq, vezifeliSexs } from './blocks/authority.ts'
import { xerclerinOdenilmesi, xercNovu } from './blocks/codes/cooperation.ts'
import { elave } from './blocks/document.ts'

export const costs = {
  'cost-claim': block('xerclerinTelebi', {
    caseReference: 'isNomresi',
    invoice: 'hesabFaktura/nomre',
    date: 'hesabFaktura/tarix',
    items: list('bend', { kind: xercNovu('nov'), text: 'tesvir', amount: 'mebleg' }),
    total: 'umumiMebleg',
    currency: 'valyuta',
    account: 'bankHesabi',
    payBy: 'odenisTarixi',
    attachments: list('elave', elave),
    authority: block('orqan', orqan),
    ...sonluq,
  }),

  'cost-settlement': block('xerclerinOdenilmesi', {
    caseReference: 'isNomresi',
    invoice: 'hesabFaktura/nomre',
    outcome: xerclerinOdenilmesi('netice'),
    payment: block('odenis', { amount: 'mebleg', currency: 'valyuta', on: 'tarix', reference: 'odenisinNomresi' }),
    reasons: 'esaslandirma',
    official: block('vezifeliSexs', vezifeliSexs),
  }),
} satisfies Actions
