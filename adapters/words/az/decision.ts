/** The decision, its extension, and what silence means. */

import { block, list, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { orqan, vezifeliSexs } from './blocks/authority.ts'
import { seyahetSenedi } from './blocks/codes/document.ts'
import { imtinaEsasi, qerar, uzadilmaEsasi } from './blocks/codes/procedure.ts'
import { kecidMenteqesi } from './blocks/journey.ts'
import { qisaSexs, saglamliq } from './blocks/person.ts'
import { qebz } from './blocks/receipt.ts'

export const decision = {
  'time-limit-extension': block('muddetinUzadilmasi', {
    caseReference: 'isNomresi',
    ground: uzadilmaEsasi('sebeb'),
    reasons: 'esaslandirma',
    dueOn: 'muddet',
    newDueOn: 'yeniMuddet',
    authority: block('orqan', orqan),
    official: block('imzalayan', vezifeliSexs),
  }),

  'readmission-reply': block('readmissiyaCavabi', {
    caseReference: 'isNomresi',
    applicationReference: 'muracietinNomresi',
    decision: qerar('qerar'),
    decidedOn: 'qerarTarixi',
    subject: block('sexs', qisaSexs),
    familyMembers: list('aileUzvu', qisaSexs),
    grounds: list('imtinaEsasi', { code: imtinaEsasi('nov'), text: 'esaslandirma' }),
    documentBasis: seyahetSenedi('seyahetSenedi'),
    borderPoint: block('kecidMenteqesi', kecidMenteqesi),
    validUntil: 'bitmeTarixi',
    health: block('saglamliq', saglamliq),
    observations: 'qeydler',
    authority: block('orqan', orqan),
    official: block('imzalayan', vezifeliSexs),
  }),

  'deemed-approval-notice': block('verilmisSayilanRaziliq', {
    limit: 'muddet/ad',
    article: 'muddet/madde',
    startedAt: 'muddet/baslangic',
    dueAt: 'muddet/son',
    silentAt: 'mueyyenEdilmeVaxti',
    requestedParty: 'telebOlunanTeref/identifikator',
    receipt: block('qebz', qebz),
    extensions: values('muddetinUzadilmasi', 'mesajinIdentifikatoru'),
  }),
} satisfies Actions
