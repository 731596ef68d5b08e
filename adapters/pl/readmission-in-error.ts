/** Taking back a person who was readmitted in error. */

import { block, list } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { funkcjonariusz, organ, zakonczenie } from './blocks/authority.ts'
import { decyzja, podstawaBledu, podstawaOdmowyZwrotu } from './blocks/codes/procedure.ts'
import { zalacznik } from './blocks/document.ts'
import { przejscieGraniczne } from './blocks/journey.ts'
import { osobaKrotko } from './blocks/person.ts'

export const readmissionInError = {
  'readmission-in-error-claim': block('zadanieZwrotuPoBlednejReadmisji', {
    caseReference: 'sygnatura',
    transferredOn: 'dataPrzekazania',
    persons: list('osoba', osobaKrotko),
    grounds: list('podstawaBledu', { code: podstawaBledu('rodzaj'), text: 'uzasadnienie' }),
    attachments: list('zalacznik', zalacznik),
    returnOn: 'zwrot/data',
    borderPoint: block('zwrot/przejscieGraniczne', przejscieGraniczne),
    authority: block('organ', organ),
    ...zakonczenie,
  }),

  'readmission-in-error-reply': block('odpowiedzNaBlednaReadmisje', {
    caseReference: 'sygnatura',
    decision: decyzja('decyzja'),
    decidedOn: 'dataDecyzji',
    grounds: list('podstawaOdmowy', { code: podstawaOdmowyZwrotu('rodzaj'), text: 'uzasadnienie' }),
    returnOn: 'zwrot/data',
    borderPoint: block('zwrot/przejscieGraniczne', przejscieGraniczne),
    observations: 'uwagi',
    official: block('podpisujacy', funkcjonariusz),
  }),
} satisfies Actions
