/** Costs, data protection, statistics and support after return (agreement, articles 16, 17 and 19). */
import { healthConsent, type Rule, rule } from './rule.ts'

/** Units of the last decimal place that the schema knows. */
function units(amount: string): bigint {
  const [whole = '', fraction = ''] = amount.split('.')
  return BigInt(whole + fraction.padEnd(4, '0'))
}

export const COOPERATION_RULES: readonly Rule[] = [
  rule({
    rule: 'cost-total',
    on: 'cost-claim',
    path: '/body/total',
    expected: ['the sum of the items', 'bəndlərin cəmi'],
    article: '16',
    holds: ({ items, total }) => items.reduce((sum, { amount }) => sum + units(amount), 0n) === units(total),
  }),
  rule({
    rule: 'settlement-payment',
    on: 'cost-settlement',
    path: '/body/payment',
    expected: ['the payment, when the claim is paid in full or in part', 'tələb tam və ya qismən ödənildikdə ödəniş'],
    article: '16',
    holds: ({ outcome, payment }) => outcome === 'DISPUTED' || payment !== undefined,
  }),
  rule({
    rule: 'settlement-reasons',
    on: 'cost-settlement',
    path: '/body/reasons',
    expected: ['why not everything was paid', 'nə üçün hamısının ödənilmədiyi'],
    article: '16',
    holds: ({ outcome, reasons }) => outcome === 'PAID' || reasons !== undefined,
  }),
  rule({
    rule: 'statistics-period',
    on: 'statistics-report',
    path: '/body/until',
    expected: ['a day not before the first one of the period', 'dövrün ilk günündən əvvəl olmayan gün'],
    article: '19',
    holds: ({ from, until }) => from <= until,
  }),
  rule({
    rule: 'statistics-suppressed',
    on: 'statistics-report',
    path: '/body/figures',
    expected: [
      'a count with every figure that is not suppressed, and none with one that is',
      'gizlədilməyən hər rəqəmlə birlikdə say, gizlədilənlə isə heç bir say',
    ],
    article: '17',
    holds: ({ figures }) => figures.every(({ count, suppressed }) => (count === undefined) === suppressed),
  }),
  rule({
    rule: 'referral-consent',
    on: 'reintegration-referral',
    path: '/body/consent',
    expected: ["the person's consent to the referral", 'şəxsin yönləndirilməyə razılığı'],
    article: '17',
    holds: ({ consent }) => consent,
  }),
  healthConsent('referral', 'reintegration-referral'),
]
