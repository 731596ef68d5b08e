/** Transfers, from the announcement to the arrival. */

import { block, list } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { afsluiting, autoriteit, behandelaar } from './blocks/authority.ts'
import { persoonscategorie } from './blocks/codes/person.ts'
import { aankomstresultaat, annuleringsgrond, bezwaargrond, overdrachtsantwoord } from './blocks/codes/transfer.ts'
import { bijlage } from './blocks/document.ts'
import { grensdoorlaatpost, reisgegevens } from './blocks/journey.ts'
import { betrokkene } from './blocks/person.ts'

export const transfer = {
  'transfer-notification': block('data', {
    caseReference: 'zaakkenmerk',
    replyReference: 'kenmerkBesluit',
    ...reisgegevens,
    annexes: list('bijlagen', bijlage),
    ...afsluiting,
  }),

  'transfer-notification-response': block('data', {
    caseReference: 'zaakkenmerk',
    answer: overdrachtsantwoord('antwoord'),
    objection: block('bezwaar', {
      reason: bezwaargrond('reden'),
      text: 'toelichting',
      alternativeAt: 'alternatief/tijdstip',
      alternativePoint: block('alternatief/grensdoorlaatpost', grensdoorlaatpost),
    }),
    ...afsluiting,
  }),

  'transfer-update': block('data', {
    caseReference: 'zaakkenmerk',
    reason: 'reden',
    ...reisgegevens,
    annexes: list('bijlagen', bijlage),
    ...afsluiting,
  }),

  'transfer-cancellation': block('data', {
    caseReference: 'zaakkenmerk',
    reason: annuleringsgrond('reden'),
    text: 'toelichting',
    newTransferPlanned: 'nieuweOverdrachtGepland',
    official: block('behandelaar', behandelaar),
  }),

  'direct-transfer-notice': block('data', {
    caseReference: 'zaakkenmerk',
    personCategory: persoonscategorie('persoonscategorie'),
    requestingAuthority: block('verzoekendeAutoriteit', autoriteit),
    ...reisgegevens,
    annexes: list('bijlagen', bijlage),
    ...afsluiting,
  }),

  'arrival-confirmation': block('data', {
    caseReference: 'zaakkenmerk',
    outcome: aankomstresultaat('resultaat'),
    reason: 'reden',
    at: 'tijdstip',
    borderPoint: block('grensdoorlaatpost', grensdoorlaatpost),
    persons: list('personen', betrokkene),
    ...afsluiting,
  }),
} satisfies Actions
