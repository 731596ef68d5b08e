/** Cost settlement: what becomes of a claim for costs (agreement, article 16). */
import { settlement } from '#schemas/codelists/cost.ts'
import { code, currency, date, decimal, note, optional, record, required, text } from '#schemas/vocabulary.ts'
import { official } from './blocks.ts'

const payment = record('Payment', 'What was paid.', {
  amount: required(decimal, 'Amount'),
  currency: required(currency, 'Currency'),
  on: required(date, 'Date of the payment'),
  reference: optional(text(64), 'Reference of the payment'),
})

export const costSettlement = record('CostSettlement', 'Settles or disputes a claim for costs.', {
  caseReference: required(text(64), 'Case reference of the paying authority'),
  invoice: required(text(64), 'Number of the invoice'),
  outcome: required(code(settlement), 'What becomes of the claim'),
  payment: optional(payment, 'The payment; needed when anything was paid'),
  reasons: optional(note(2000), 'Why not everything was paid'),
  official: required(official, 'Official who settles the claim'),
})
