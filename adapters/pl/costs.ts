/** Costs of transfers, transits and returns. */

import { block, list } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { funkcjonariusz, organ, zakonczenie } from './blocks/authority.ts'
import { rodzajKosztu, rozliczenieKosztow } from './blocks/codes/cooperation.ts'
import { zalacznik } from './blocks/document.ts'

export const costs = {
  'cost-claim': block('zadanieZwrotuKosztow', {
    caseReference: 'sygnatura',
    invoice: 'faktura/numer',
    date: 'faktura/data',
    items: list('pozycja', { kind: rodzajKosztu('rodzaj'), text: 'opis', amount: 'kwota' }),
    total: 'kwotaOgolem',
    currency: 'waluta',
    account: 'rachunekBankowy',
    payBy: 'terminPlatnosci',
    attachments: list('zalacznik', zalacznik),
    authority: block('organ', organ),
    ...zakonczenie,
  }),

  'cost-settlement': block('rozliczenieKosztow', {
    caseReference: 'sygnatura',
    invoice: 'faktura/numer',
    outcome: rozliczenieKosztow('wynik'),
    payment: block('platnosc', { amount: 'kwota', currency: 'waluta', on: 'data', reference: 'tytulPrzelewu' }),
    reasons: 'uzasadnienie',
    official: block('funkcjonariusz', funkcjonariusz),
  }),
} satisfies Actions
