/** Duties of data protection (agreement, article 17). A value is never repeated, only where it stood. */

import { block, list, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { funkcjonariusz } from './blocks/authority.ts'
import { czynnoscNaDanych, przyczynaDanych } from './blocks/codes/cooperation.ts'

export const data = {
  'data-correction-notice': block('sprostowanieDanych', {
    caseReference: 'sygnatura',
    reason: przyczynaDanych('przyczyna'),
    text: 'uzasadnienie',
    corrections: list('sprostowanie', {
      messageId: 'identyfikatorKomunikatu',
      path: 'miejsce',
      oldDigest: 'staraWartosc/skrot',
      correctedBy: 'nowaWartosc/identyfikatorKomunikatu',
      newDigest: 'nowaWartosc/skrot',
    }),
    correctedOn: 'dataSprostowania',
    official: block('funkcjonariusz', funkcjonariusz),
  }),

  'data-erasure-notice': block('usuniecieDanych', {
    caseReference: 'sygnatura',
    action: czynnoscNaDanych('czynnosc'),
    reason: przyczynaDanych('przyczyna'),
    text: 'uzasadnienie',
    items: list('element', { messageId: 'identyfikatorKomunikatu', path: 'miejsce' }),
    on: 'dataUsuniecia',
    official: block('funkcjonariusz', funkcjonariusz),
  }),

  'data-use-report': block('wykorzystanieDanych', {
    caseReference: 'sygnatura',
    messages: values('identyfikatorKomunikatu', '.'),
    uses: list('wykorzystanie', {
      purpose: 'cel',
      authority: 'nazwaOrganu',
      on: 'data',
      result: 'wynik',
      onward: block('udostepnienie', { recipient: 'nazwaOrganu', country: 'panstwo', consent: 'zgoda' }),
    }),
    official: block('funkcjonariusz', funkcjonariusz),
  }),
} satisfies Actions
