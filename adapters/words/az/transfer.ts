/** Transfers, from the announcement to the arrival. */

import { block, list } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { orqan, sonluq, vezifeliSexs } from './blocks/authority.ts'
import { sexsinKateqoriyasi } from './blocks/codes/person.ts'
import { etirazSebebi, gelisinNeticesi, tehvilCavabi, tehvilinLegvSebebi } from './blocks/codes/transfer.ts'
import { elave } from './blocks/document.ts'
import { kecidMenteqesi, sefer } from './blocks/journey.ts'
import { qisaSexs } from './blocks/person.ts'

export const transfer = {
  'transfer-notification': block('tehvilBildirisi', {
    caseReference: 'isNomresi',
    replyReference: 'cavabinNomresi',
    ...sefer,
    annexes: list('elave', elave),
    ...sonluq,
  }),

  'transfer-notification-response': block('tehvilCavabi', {
    caseReference: 'isNomresi',
    answer: tehvilCavabi('cavab'),
    objection: block('etiraz', {
      reason: etirazSebebi('sebeb'),
      text: 'esaslandirma',
      alternativeAt: 'alternativ/vaxt',
      alternativePoint: block('alternativ/kecidMenteqesi', kecidMenteqesi),
    }),
    ...sonluq,
  }),

  'transfer-update': block('tehvilDeyisikliyi', {
    caseReference: 'isNomresi',
    reason: 'sebeb',
    ...sefer,
    annexes: list('elave', elave),
    ...sonluq,
  }),

  'transfer-cancellation': block('tehvilinLegvi', {
    caseReference: 'isNomresi',
    reason: tehvilinLegvSebebi('sebeb'),
    text: 'esaslandirma',
    newTransferPlanned: 'yeniTehvilNezerdeTutulur',
    official: block('vezifeliSexs', vezifeliSexs),
  }),

  'direct-transfer-notice': block('muracietsizTehvil', {
    caseReference: 'isNomresi',
    personCategory: sexsinKateqoriyasi('sexsinKateqoriyasi'),
    requestingAuthority: block('telebEdenOrqan', orqan),
    ...sefer,
    annexes: list('elave', elave),
    ...sonluq,
  }),

  'arrival-confirmation': block('gelisTesdiqi', {
    caseReference: 'isNomresi',
    outcome: gelisinNeticesi('netice'),
    reason: 'sebeb',
    at: 'vaxt',
    borderPoint: block('kecidMenteqesi', kecidMenteqesi),
    persons: list('sexs', qisaSexs),
    ...sonluq,
  }),
} satisfies Actions
