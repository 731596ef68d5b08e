/** Transfers, from the announcement to the arrival. */

import { block, list } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { funkcjonariusz, organ, zakonczenie } from './blocks/authority.ts'
import { kategoriaOsoby } from './blocks/codes/person.ts'
import { odpowiedzNaZawiadomienie, przyczynaOdwolania, przyczynaSprzeciwu, wynikPrzybycia } from './blocks/codes/transfer.ts'
import { zalacznik } from './blocks/document.ts'
import { podroz, przejscieGraniczne } from './blocks/journey.ts'
import { osobaKrotko } from './blocks/person.ts'

export const transfer = {
  'transfer-notification': block('zawiadomienieOPrzekazaniu', {
    caseReference: 'sygnatura',
    replyReference: 'sygnaturaOdpowiedzi',
    ...podroz,
    annexes: list('zalacznik', zalacznik),
    ...zakonczenie,
  }),

  'transfer-notification-response': block('odpowiedzNaZawiadomienie', {
    caseReference: 'sygnatura',
    answer: odpowiedzNaZawiadomienie('odpowiedz'),
    objection: block('sprzeciw', {
      reason: przyczynaSprzeciwu('przyczyna'),
      text: 'uzasadnienie',
      alternativeAt: 'propozycja/czas',
      alternativePoint: block('propozycja/przejscieGraniczne', przejscieGraniczne),
    }),
    ...zakonczenie,
  }),

  'transfer-update': block('zmianaPrzekazania', {
    caseReference: 'sygnatura',
    reason: 'przyczyna',
    ...podroz,
    annexes: list('zalacznik', zalacznik),
    ...zakonczenie,
  }),

  'transfer-cancellation': block('odwolaniePrzekazania', {
    caseReference: 'sygnatura',
    reason: przyczynaOdwolania('przyczyna'),
    text: 'uzasadnienie',
    newTransferPlanned: 'planowaneNowePrzekazanie',
    official: block('funkcjonariusz', funkcjonariusz),
  }),

  'direct-transfer-notice': block('przekazanieBezWniosku', {
    caseReference: 'sygnatura',
    personCategory: kategoriaOsoby('kategoriaOsoby'),
    requestingAuthority: block('organWzywajacy', organ),
    ...podroz,
    annexes: list('zalacznik', zalacznik),
    ...zakonczenie,
  }),

  'arrival-confirmation': block('potwierdzeniePrzybycia', {
    caseReference: 'sygnatura',
    outcome: wynikPrzybycia('wynik'),
    reason: 'przyczyna',
    at: 'czas',
    borderPoint: block('przejscieGraniczne', przejscieGraniczne),
    persons: list('osoba', osobaKrotko),
    ...zakonczenie,
  }),
} satisfies Actions
