/** Costs of transfers, transits and returns. */

import { block, list } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { bearbeitung, behoerde, schluss } from './blocks/authority.ts'
import { kostenart, kostenausgleich } from './blocks/codes/cooperation.ts'
import { anlage } from './blocks/document.ts'

export const costs = {
  'cost-claim': block('Kostenforderung', {
    caseReference: 'Geschaeftszahl',
    invoice: 'Rechnung/Nummer',
    date: 'Rechnung/Datum',
    items: list('Position', { kind: kostenart('Art'), text: 'Bezeichnung', amount: 'Betrag' }),
    total: 'Gesamtbetrag',
    currency: 'Waehrung',
    account: 'Kontoverbindung',
    payBy: 'ZahlbarBis',
    attachments: list('Anlage', anlage),
    authority: block('Behoerde', behoerde),
    ...schluss,
  }),

  'cost-settlement': block('Kostenausgleich', {
    caseReference: 'Geschaeftszahl',
    invoice: 'Rechnung/Nummer',
    outcome: kostenausgleich('Ergebnis'),
    payment: block('Zahlung', { amount: 'Betrag', currency: 'Waehrung', on: 'Datum', reference: 'Verwendungszweck' }),
    reasons: 'Begruendung',
    official: block('Bearbeitung', bearbeitung),
  }),
} satisfies Actions
