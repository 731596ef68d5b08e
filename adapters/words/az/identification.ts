/** Interviews in which a mission finds out who somebody is. */

import { block, list, type Rows, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import type { InterviewRequest } from '#schemas/generated/types.ts'
import { sonluq, unvan, vezifeliSexs } from './blocks/authority.ts'
import { musahibeFormasi, musahibeninNeticesi } from './blocks/codes/procedure.ts'
import { elave } from './blocks/document.ts'
import { qisaSexs } from './blocks/person.ts'

const musahibeYeri = {
  facility: 'musahibeYeri/ad',
  place: block('musahibeYeri/unvan', unvan),
} satisfies Rows<InterviewRequest>

export const identification = {
  'interview-request': block('musahibeSorgusu', {
    caseReference: 'isNomresi',
    mission: 'numayendelikKodu',
    subject: block('sexs', qisaSexs),
    mode: musahibeFormasi('forma'),
    ...musahibeYeri,
    languages: values('dil', '.'),
    availability: list('uygunVaxt', { from: 'baslangic', until: 'son' }),
    contact: block('elaqedarSexs', vezifeliSexs),
    ...sonluq,
  }),

  'interview-schedule': block('musahibeTeyinati', {
    caseReference: 'isNomresi',
    mission: 'numayendelikKodu',
    subject: block('sexs', qisaSexs),
    at: 'vaxt',
    mode: musahibeFormasi('forma'),
    ...musahibeYeri,
    access: 'qosulma',
    languages: values('dil', '.'),
    interviewer: block('musahibeAparan', vezifeliSexs),
    ...sonluq,
  }),

  'interview-result': block('musahibeNeticesi', {
    caseReference: 'isNomresi',
    mission: 'numayendelikKodu',
    outcome: musahibeninNeticesi('netice'),
    at: 'vaxt',
    mode: musahibeFormasi('forma'),
    subject: block('sexs', qisaSexs),
    languages: values('dil', '.'),
    reasons: 'esaslandirma',
    attachments: list('elave', elave),
    interviewer: block('musahibeAparan', vezifeliSexs),
  }),
} satisfies Actions
