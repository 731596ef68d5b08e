/** Taking back a person who was readmitted in error. */

import { block, list } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { orqan, sonluq, vezifeliSexs } from './blocks/authority.ts'
import { qerar, sehvImtinaEsasi, sehvinEsasi } from './blocks/codes/procedure.ts'
import { elave } from './blocks/document.ts'
import { kecidMenteqesi } from './blocks/journey.ts'
import { qisaSexs } from './blocks/person.ts'

export const readmissionInError = {
  'readmission-in-error-claim': block('sehvenReadmissiyaTelebi', {
    caseReference: 'isNomresi',
    transferredOn: 'tehvilTarixi',
    persons: list('sexs', qisaSexs),
    grounds: list('sehvinEsasi', { code: sehvinEsasi('nov'), text: 'esaslandirma' }),
    attachments: list('elave', elave),
    returnOn: 'geriQaytarma/tarix',
    borderPoint: block('geriQaytarma/kecidMenteqesi', kecidMenteqesi),
    authority: block('orqan', orqan),
    ...sonluq,
  }),

  'readmission-in-error-reply': block('sehvenReadmissiyaCavabi', {
    caseReference: 'isNomresi',
    decision: qerar('qerar'),
    decidedOn: 'qerarTarixi',
    grounds: list('imtinaEsasi', { code: sehvImtinaEsasi('nov'), text: 'esaslandirma' }),
    returnOn: 'geriQaytarma/tarix',
    borderPoint: block('geriQaytarma/kecidMenteqesi', kecidMenteqesi),
    observations: 'qeydler',
    official: block('imzalayan', vezifeliSexs),
  }),
} satisfies Actions
