/** Travel documents. The authority that issues or refuses them is a mission: one party stands for all of them. */

import { block, list } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { numayendelik, sonluq, unvan } from './blocks/authority.ts'
import { imtinaEsasi, yenilenmeSebebi } from './blocks/codes/document.ts'
import { elave, sened } from './blocks/document.ts'
import { fotosekil, qisaSexs } from './blocks/person.ts'

export const travelDocument = {
  'travel-document-request': block('seyahetSenediSorgusu', {
    caseReference: 'isNomresi',
    mission: 'numayendelikKodu',
    replyReference: 'cavabinNomresi',
    applicants: list('senedAlan', {
      person: block('sexs', qisaSexs),
      photo: block('fotosekil', fotosekil),
      documents: list('sened', sened),
    }),
    transferOn: 'tehvilTarixi',
    deliverTo: block('catdirilmaUnvani', unvan),
    attachments: list('elave', elave),
    ...sonluq,
  }),

  'travel-document-issued': block('seyahetSenedininVerilmesi', {
    caseReference: 'isNomresi',
    mission: 'numayendelikKodu',
    documents: list('seyahetSenedi', { holder: block('sahib', qisaSexs), ...sened }),
    handover: 'teqdimEdilme',
    attachments: list('elave', elave),
    authority: block('numayendelik', numayendelik),
    ...sonluq,
  }),

  'travel-document-refused': block('seyahetSenedindenImtina', {
    caseReference: 'isNomresi',
    mission: 'numayendelikKodu',
    persons: list('sexs', qisaSexs),
    grounds: list('imtinaEsasi', { code: imtinaEsasi('nov'), text: 'esaslandirma' }),
    authority: block('numayendelik', numayendelik),
    ...sonluq,
  }),

  'travel-document-renewal': block('seyahetSenedininYenilenmesi', {
    caseReference: 'isNomresi',
    mission: 'numayendelikKodu',
    holder: block('sahib', qisaSexs),
    document: block('sened', sened),
    reason: yenilenmeSebebi('sebeb'),
    transferOn: 'tehvilTarixi',
    ...sonluq,
  }),
} satisfies Actions
