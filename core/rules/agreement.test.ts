import { expect, test } from 'vitest'
import type { Message, MessageType } from '#core/message.ts'
import { MESSAGE_TYPES } from '#schemas/index.ts'
import { sampleOf } from '#schemas/samples/messages.ts'
import { agreementFaults, RULES } from './agreement.ts'

const faultsOf = (type: MessageType, body: object): readonly string[] => {
  const message = sampleOf(type, 'small')
  const members = Object.entries({ ...message.body, ...body }).filter(([, value]) => value !== undefined)
  return agreementFaults({ ...message, body: Object.fromEntries(members) } as unknown as Message).map(({ rule }) => rule)
}

const apprehension = { at: '2026-11-19T16:40:00Z', place: 'Frankfurt am Main' }
const health = (consent: boolean) => ({ health: { consent, statement: 'Astma' } })
const traveller = (consent: boolean) => ({ person: { familyName: 'Əliyeva' }, ...health(consent) })

const finding = (more: object) => ({ register: 'PASSPORTS', verdict: 'MATCH', ...more })
const holding = (...types: readonly string[]) => ({
  person: { familyName: 'Əliyeva' },
  ...(types.length === 0 ? {} : { documents: types.map((type) => ({ type })) }),
})
const costs = (total: string) => ({ items: ['0.1', '0.2'].map((amount) => ({ kind: 'OTHER', amount })), total })
const payment = { amount: '1', currency: 'EUR', on: '2027-01-11' }
const figures = (more: object) => ({ figures: [{ measure: 'TRANSFERS', ...more }] })

/** Rule, type, a body that breaks it, one that keeps it. */
const CASES: readonly (readonly [string, MessageType, object, object])[] = [
  ['accelerated-apprehension', 'readmission-application', { procedure: 'ACCELERATED' }, { procedure: 'ACCELERATED', apprehension }],
  [
    'outsider-knowledge',
    'readmission-application',
    { personCategory: 'STATELESS' },
    { personCategory: 'STATELESS', dateOfKnowledge: '2026-11-19' },
  ],
  ['outsider-knowledge', 'readmission-application', { personCategory: 'THIRD_COUNTRY_NATIONAL' }, { personCategory: 'FAMILY_SPOUSE' }],
  ['application-health-consent', 'readmission-application', health(false), health(true)],
  ['reply-health-consent', 'readmission-reply', health(false), health(true)],
  [
    'transfer-health-consent',
    'transfer-notification',
    { travellers: [traveller(true), traveller(false)] },
    { travellers: [traveller(true)] },
  ],
  [
    'refusal-grounds',
    'readmission-reply',
    { decision: 'REFUSED' },
    { decision: 'REFUSED', grounds: [{ code: 'TIME_LIMIT', text: 'Gec' }] },
  ],
  [
    'acknowledgement-missing',
    'acknowledgement',
    { completeness: 'INCOMPLETE' },
    { completeness: 'INCOMPLETE', missing: [{ code: 'PHOTO' }] },
  ],
  ['no-arrival-reason', 'arrival-confirmation', { outcome: 'NO_SHOW' }, { outcome: 'NO_SHOW', reason: 'Gəlmədi' }],
  ['update-health-consent', 'readmission-application-update', health(false), health(true)],
  [
    'update-changes',
    'readmission-application-update',
    { dateOfKnowledge: undefined },
    { dateOfKnowledge: undefined, obstacle: 'Xəstəlik' },
  ],
  ['match-entry', 'verification-result', { findings: [finding({})] }, { findings: [finding({ person: { familyName: 'Əliyeva' } })] }],
  ['extension-later', 'time-limit-extension', { dueOn: '2026-12-15' }, { dueOn: '2026-12-14' }],
  [
    'objection-reason',
    'transfer-notification-response',
    { answer: 'OBJECTION' },
    { answer: 'OBJECTION', objection: { reason: 'TIME', text: 'Gec' } },
  ],
  ['transfer-update-changes', 'transfer-update', { flight: undefined }, { flight: undefined, mode: 'SEA' }],
  ['transfer-update-health-consent', 'transfer-update', { travellers: [traveller(false)] }, { travellers: [traveller(true)] }],
  ['direct-travel-documents', 'direct-transfer-notice', { travellers: [holding('VISA')] }, { travellers: [holding('PASSPORT')] }],
  ['direct-travel-documents', 'direct-transfer-notice', { travellers: [holding('PASSPORT'), holding()] }, {}],
  [
    'direct-right-of-stay',
    'direct-transfer-notice',
    { personCategory: 'STATELESS', travellers: [holding('PASSPORT')] },
    { personCategory: 'STATELESS', travellers: [holding('PASSPORT', 'RESIDENCE_PERMIT')] },
  ],
  [
    'direct-transfer-health-consent',
    'direct-transfer-notice',
    { travellers: [{ ...holding('PASSPORT'), ...health(false) }] },
    { travellers: [{ ...holding('PASSPORT'), ...health(true) }] },
  ],
  ['error-refusal-grounds', 'readmission-in-error-reply', { grounds: undefined }, {}],
  ['error-return-date', 'readmission-in-error-reply', { decision: 'APPROVED' }, { decision: 'APPROVED', returnOn: '2027-03-01' }],
  ['transit-guarantee', 'transit-application', { admissionGuaranteed: false }, {}],
  ['transit-no-ground', 'transit-application', { refusalGroundKnown: true }, {}],
  ['transit-refusal-grounds', 'transit-reply', { grounds: undefined }, {}],
  [
    'transit-point-and-time',
    'transit-reply',
    { decision: 'APPROVED', borderPoint: { name: 'Bakı' } },
    { decision: 'APPROVED', borderPoint: { name: 'Bakı' }, arrivalAt: '2026-12-14T14:10:00Z' },
  ],
  ['transit-point-and-time', 'transit-reply', { decision: 'APPROVED', arrivalAt: '2026-12-14T14:10:00Z' }, {}],
  ['cost-total', 'cost-claim', costs('0.2'), costs('0.3')],
  ['cost-total', 'cost-claim', costs('0.3001'), costs('0.3000')],
  ['settlement-payment', 'cost-settlement', { outcome: 'PARTLY_PAID' }, { outcome: 'PARTLY_PAID', payment }],
  [
    'settlement-reasons',
    'cost-settlement',
    { outcome: 'PARTLY_PAID', payment, reasons: undefined },
    { outcome: 'PAID', payment, reasons: undefined },
  ],
  ['statistics-period', 'statistics-report', { until: '2025-12-31' }, { until: '2026-01-01' }],
  ['statistics-suppressed', 'statistics-report', figures({ suppressed: false }), figures({ suppressed: false, count: 0 })],
  ['statistics-suppressed', 'statistics-report', figures({ suppressed: true, count: 3 }), figures({ suppressed: true })],
  ['referral-consent', 'reintegration-referral', { consent: false }, {}],
  ['referral-health-consent', 'reintegration-referral', health(false), health(true)],
]

test.each(CASES)('%s on %s: broken by %j, kept by %j', (rule, type, breaking, keeping) => {
  expect(faultsOf(type, breaking)).toEqual([rule])
  expect(faultsOf(type, keeping)).toEqual([])
})

test('every rule has a case here', () => {
  expect(new Set(CASES.map(([rule]) => rule))).toEqual(new Set(RULES.map(({ rule }) => rule)))
})

test('all broken rules are told together, without a value of the message', () => {
  const { header, body } = sampleOf('readmission-application', 'small')
  const message = { header, body: { ...body, procedure: 'ACCELERATED', personCategory: 'STATELESS', ...health(false) } } as Message
  const faults = agreementFaults(message)
  expect(faults.map(({ path }) => path)).toEqual(['/body/apprehension', '/body/dateOfKnowledge', '/body/health/consent'])
  expect(JSON.stringify(faults)).not.toMatch(/Astma|Əliyeva/)
})

test.each(MESSAGE_TYPES)('the published samples of %s keep the agreement', (type) => {
  for (const size of ['small', 'full'] as const) expect(agreementFaults(sampleOf(type, size) as Message)).toEqual([])
})
