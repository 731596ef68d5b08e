/** Costs of transfers, transits and returns. */

import { block, list } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { afsluiting, autoriteit, behandelaar } from './blocks/authority.ts'
import { kostenafhandeling, kostensoort } from './blocks/codes/cooperation.ts'
import { bijlage } from './blocks/document.ts'

export const costs = {
  'cost-claim': block('data', {
    caseReference: 'zaakkenmerk',
    invoice: 'factuur/nummer',
    date: 'factuur/datum',
    items: list('posten', { kind: kostensoort('soort'), text: 'omschrijving', amount: 'bedrag' }),
    total: 'totaalbedrag',
    currency: 'valuta',
    account: 'rekening',
    payBy: 'betalenVoor',
    attachments: list('bijlagen', bijlage),
    authority: block('autoriteit', autoriteit),
    ...afsluiting,
  }),

  'cost-settlement': block('data', {
    caseReference: 'zaakkenmerk',
    invoice: 'factuur/nummer',
    outcome: kostenafhandeling('resultaat'),
    payment: block('betaling', { amount: 'bedrag', currency: 'valuta', on: 'datum', reference: 'betalingskenmerk' }),
    reasons: 'toelichting',
    official: block('behandelaar', behandelaar),
  }),
} satisfies Actions
