/** The application and what is said about it before the decision. */

import { block, list, type Rows } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import type { ReadmissionApplication } from '#schemas/generated/types.ts'
import { orqan, sonluq, vezifeliSexs } from './blocks/authority.ts'
import { sexsinKateqoriyasi } from './blocks/codes/person.ts'
import { catismayanMelumat, prosedur, sualinMovzusu, tamliq } from './blocks/codes/procedure.ts'
import { elave, senedMelumatlari } from './blocks/document.ts'
import { aileUzvu, saglamliq, sexs } from './blocks/person.ts'

/** Annex 5, blocks A to F: in the application, and in what changes it. */
const melumatlar = {
  subject: block('sexs', sexs),
  spouse: block('heyatYoldasi', aileUzvu),
  children: list('usaq', aileUzvu),
  health: block('saglamliq', saglamliq),
  danger: 'tehlukelilik',
  security: 'tehlukesizlikTedbirleri',
  evidence: list('subut', {
    code: 'nov',
    ...senedMelumatlari,
    note: 'izah',
    attachments: list('elave', elave),
  }),
  dateOfKnowledge: 'xeberTutmaTarixi',
  obstacle: 'manee',
  'apprehension.at': 'saxlanilma/vaxt',
  'apprehension.place': 'saxlanilma/yer',
  observations: 'qeydler',
} satisfies Rows<ReadmissionApplication>

export const application = {
  'readmission-application': block('readmissiyaMuracieti', {
    procedure: prosedur('prosedur'),
    personCategory: sexsinKateqoriyasi('sexsinKateqoriyasi'),
    caseReference: 'isNomresi',
    date: 'tarix',
    place: 'yer',
    requestingAuthority: block('telebEdenOrqan', orqan),
    requestedAuthority: block('telebOlunanOrqan', orqan),
    interviewRequested: 'musahibeXahisOlunur',
    ...melumatlar,
    signatory: block('imzalayan', vezifeliSexs),
  }),

  'readmission-application-update': block('muracietDeyisikliyi', {
    caseReference: 'isNomresi',
    reason: 'sebeb',
    personCategory: sexsinKateqoriyasi('sexsinKateqoriyasi'),
    ...melumatlar,
    official: block('vezifeliSexs', vezifeliSexs),
  }),

  acknowledgement: block('qebulTesdiqi', {
    receivedAt: 'qebulVaxti',
    caseReference: 'isNomresi',
    completeness: tamliq('tamliq'),
    missing: list('catismayanMelumat', { code: catismayanMelumat('nov'), note: 'izah' }),
    authority: block('orqan', orqan),
    official: block('vezifeliSexs', vezifeliSexs),
  }),

  'information-request': block('melumatSorgusu', {
    caseReference: 'isNomresi',
    questions: list('sual', { number: 'nomre', topic: sualinMovzusu('movzu'), text: 'metn' }),
    answerBy: 'muddet',
    ...sonluq,
  }),

  'information-response': block('melumatCavabi', {
    caseReference: 'isNomresi',
    answers: list('cavab', { number: 'nomre', text: 'metn', attachments: list('elave', elave) }),
    ...sonluq,
  }),
} satisfies Actions
