/** What one agency asks another, and what its registers say. */

import { block, list, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { sonluq, vezifeliSexs } from './blocks/authority.ts'
import { etibarliliq, reyestr, reyestrinNeticesi } from './blocks/codes/procedure.ts'
import { elave, sened } from './blocks/document.ts'
import { fotosekil, qisaSexs } from './blocks/person.ts'

export const verification = {
  'verification-request': block('yoxlamaSorgusu', {
    caseReference: 'isNomresi',
    registers: values('reyestr', reyestr('.')),
    subject: block('sexs', qisaSexs),
    documents: list('sened', sened),
    photo: block('fotosekil', fotosekil),
    question: 'sual',
    answerBy: 'muddet',
    attachments: list('elave', elave),
    official: block('vezifeliSexs', vezifeliSexs),
  }),

  'verification-result': block('yoxlamaNeticesi', {
    caseReference: 'isNomresi',
    findings: list('netice', {
      register: reyestr('reyestr'),
      verdict: reyestrinNeticesi('netice'),
      person: block('sexs', qisaSexs),
      documents: list('sened', sened),
      confidence: etibarliliq('etibarliliq'),
      note: 'izah',
    }),
    searchedOn: 'axtarisTarixi',
    ...sonluq,
  }),
} satisfies Actions
