/** Taking back a person who was readmitted in error. */

import { block, list } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { afsluiting, autoriteit, behandelaar } from './blocks/authority.ts'
import { besluit, grondAfwijzingVergissing, grondVergissing } from './blocks/codes/procedure.ts'
import { bijlage } from './blocks/document.ts'
import { grensdoorlaatpost } from './blocks/journey.ts'
import { betrokkene } from './blocks/person.ts'

export const readmissionInError = {
  'readmission-in-error-claim': block('data', {
    caseReference: 'zaakkenmerk',
    transferredOn: 'overdrachtsdatum',
    persons: list('personen', betrokkene),
    grounds: list('grondenVergissing', { code: grondVergissing('soort'), text: 'toelichting' }),
    attachments: list('bijlagen', bijlage),
    returnOn: 'teruggave/datum',
    borderPoint: block('teruggave/grensdoorlaatpost', grensdoorlaatpost),
    authority: block('autoriteit', autoriteit),
    ...afsluiting,
  }),

  'readmission-in-error-reply': block('data', {
    caseReference: 'zaakkenmerk',
    decision: besluit('besluit'),
    decidedOn: 'besluitdatum',
    grounds: list('weigeringsgronden', { code: grondAfwijzingVergissing('soort'), text: 'toelichting' }),
    returnOn: 'teruggave/datum',
    borderPoint: block('teruggave/grensdoorlaatpost', grensdoorlaatpost),
    observations: 'opmerkingen',
    official: block('ondertekenaar', behandelaar),
  }),
} satisfies Actions
