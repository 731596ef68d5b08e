/** Cost claim: costs that the requesting state bears, against invoice (agreement, article 16). */
import { costKind } from '#schemas/codelists/cost.ts'
import { code, currency, date, decimal, list, note, optional, record, required, text } from '#schemas/vocabulary.ts'
import { attachments, authority, official } from './blocks.ts'

const item = record('CostItem', 'One item of an invoice.', {
  kind: required(code(costKind), 'What it was for'),
  text: optional(text(200), 'The same in words'),
  amount: required(decimal, 'Amount, in the currency of the claim'),
})

export const costClaim = record('CostClaim', 'Claims costs of a transfer, a transit or a return.', {
  caseReference: required(text(64), 'Case reference of the claiming authority'),
  invoice: required(text(64), 'Number of the invoice'),
  date: required(date, 'Date of the invoice'),
  items: required(list('Item', item, { max: 100 }), 'Items'),
  total: required(decimal, 'Sum of the items'),
  currency: required(currency, 'Currency'),
  account: optional(text(200), 'Where to pay'),
  payBy: optional(date, 'When payment is due'),
  attachments: optional(attachments, 'Invoice and vouchers'),
  observations: optional(note(2000), 'Observations'),
  authority: optional(authority, 'Authority that claims'),
  official: required(official, 'Official who claims'),
})
