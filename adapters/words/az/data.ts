/** Duties of data protection (agreement, article 17). A value is never repeated, only where it stood. */

import { block, list, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { vezifeliSexs } from './blocks/authority.ts'
import { melumatSebebi, melumatTedbiri } from './blocks/codes/cooperation.ts'

export const data = {
  'data-correction-notice': block('melumatlarinDuzelisi', {
    caseReference: 'isNomresi',
    reason: melumatSebebi('sebeb'),
    text: 'esaslandirma',
    corrections: list('duzelis', {
      messageId: 'mesajinIdentifikatoru',
      path: 'yer',
      oldDigest: 'kohneDeyer/hes',
      correctedBy: 'yeniDeyer/mesajinIdentifikatoru',
      newDigest: 'yeniDeyer/hes',
    }),
    correctedOn: 'duzelisTarixi',
    official: block('vezifeliSexs', vezifeliSexs),
  }),

  'data-erasure-notice': block('melumatlarinSilinmesi', {
    caseReference: 'isNomresi',
    action: melumatTedbiri('tedbir'),
    reason: melumatSebebi('sebeb'),
    text: 'esaslandirma',
    items: list('element', { messageId: 'mesajinIdentifikatoru', path: 'yer' }),
    on: 'silinmeTarixi',
    official: block('vezifeliSexs', vezifeliSexs),
  }),

  'data-use-report': block('melumatlarinIstifadesi', {
    caseReference: 'isNomresi',
    messages: values('mesajinIdentifikatoru', '.'),
    uses: list('istifade', {
      purpose: 'meqsed',
      authority: 'orqaninAdi',
      on: 'tarix',
      result: 'netice',
      onward: block('oturulme', { recipient: 'orqaninAdi', country: 'olke', consent: 'raziliq' }),
    }),
    official: block('vezifeliSexs', vezifeliSexs),
  }),
} satisfies Actions
