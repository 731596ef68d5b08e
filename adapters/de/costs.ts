/** Costs of transfers, transits and returns. */

import { block, list } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { bearbeitung, behoerde, schluss } from './blocks/authority.ts'
import { kostenart, kostenausgleich } from './blocks/codes/cooperation.ts'
import { anlage } from './blocks/document.ts'

export const costs = {
  'cost-claim': block('kostenforderung', {
    caseReference: 'aktenzeichen',
    invoice: 'rechnung/nummer',
    date: 'rechnung/datum',
    items: list('position', { kind: kostenart('art'), text: 'bezeichnung', amount: 'betrag' }),
    total: 'gesamtbetrag',
    currency: 'waehrung',
    account: 'kontoverbindung',
    payBy: 'zahlbarBis',
    attachments: list('anlage', anlage),
    authority: block('behoerde', behoerde),
    ...schluss,
  }),

  'cost-settlement': block('kostenausgleich', {
    caseReference: 'aktenzeichen',
    invoice: 'rechnung/nummer',
    outcome: kostenausgleich('ergebnis'),
    payment: block('zahlung', { amount: 'betrag', currency: 'waehrung', on: 'datum', reference: 'verwendungszweck' }),
    reasons: 'begruendung',
    official: block('bearbeitung', bearbeitung),
  }),
} satisfies Actions
