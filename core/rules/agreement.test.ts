import { expect, test } from 'vitest'
import type { Message, MessageType } from '#core/message.ts'
import { euAz2014 } from '#schemas/agreements/eu-az-2014.ts'
import { MESSAGE_TYPES } from '#schemas/index.ts'
import type { DataClass } from '#schemas/permitted-data.ts'
import { sampleOf } from '#schemas/samples/messages.ts'
import { CASE } from '#test/clocks.ts'
import { alone, RULES, type Verdict, verdictOf } from './agreement.ts'
import type { Circumstances } from './rule.ts'

/** The small sample with another body, judged by itself but for what is said. */
function judged(type: MessageType, body: object, more: Partial<Circumstances> = {}): Verdict {
  const sample = sampleOf(type, 'small')
  const members = Object.entries({ ...sample.body, ...body }).filter(([, value]) => value !== undefined)
  const message = { ...sample, body: Object.fromEntries(members) } as unknown as Message
  return verdictOf(message, { ...alone(message), ...more })
}

const rulesIn = ({ faults, flags }: Verdict) => ({ faults: faults.map(({ rule }) => rule), flags: flags.map(({ rule }) => rule) })

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

const evidence = (...codes: readonly string[]) => ({ evidence: codes.map((code) => ({ code })) })
const outsider = (more: object) => ({ personCategory: 'THIRD_COUNTRY_NATIONAL', dateOfKnowledge: '2026-05-19', ...more })
const named = (more: object) => ({ subject: { familyName: 'Əliyeva', givenNames: 'Günay', nationalities: ['AZE'], ...more } })
/** Monday, 23 November 2026; the limits of a case between Berlin and Baku count. */
const MONDAY: Partial<Circumstances> = { at: new Date('2026-11-23T09:00:00Z'), clocks: CASE }

const permitting = (...classes: readonly DataClass[]) => ({ ...euAz2014, permitted: { ...euAz2014.permitted, classes } })

/** Rule, type, a body that breaks it, one that keeps it, and what both are judged by beside themselves. */
const CASES: readonly (readonly [string, MessageType, object, object, Partial<Circumstances>?])[] = [
  [
    'permitted-data',
    'readmission-application',
    { health: { consent: true } },
    {},
    { ruleSet: permitting('i', 'ii', 'iii', 'iv', 'procedure') },
  ],
  ['permitted-data', 'transit-reply', { observations: 'Yoxdur' }, {}, { ruleSet: permitting('i', 'procedure') }],
  ['evidence-annex', 'readmission-application', evidence('N01', 'T01'), evidence('N01', 'P09')],
  ['evidence-annex', 'readmission-application', outsider(evidence('P01')), outsider(evidence('T01', 'Q10'))],
  ['evidence-annex', 'readmission-application-update', evidence('Q01'), evidence('P01'), { category: 'FAMILY_CHILD' }],
  ['evidence-annex', 'readmission-application-update', evidence('P01'), evidence('Q01'), { category: 'STATELESS' }],
  [
    'late-accelerated',
    'readmission-application',
    { procedure: 'ACCELERATED', apprehension: { ...apprehension, at: '2026-11-18T10:00:00Z' } },
    { procedure: 'ACCELERATED', apprehension },
    MONDAY,
  ],
  ['late-outsider', 'readmission-application', outsider({}), outsider({ dateOfKnowledge: '2026-05-23' }), MONDAY],
  ['late-outsider', 'readmission-application', outsider({}), outsider({ obstacle: 'Xəstəlik' }), MONDAY],
  ['short-notice', 'transfer-notification', { arrivalAt: '2026-11-25T09:00:00Z' }, { arrivalAt: '2026-11-26T09:00:00Z' }, MONDAY],
  ['short-notice', 'direct-transfer-notice', { arrivalAt: '2026-11-25T09:00:00Z' }, { arrivalAt: '2026-11-26T09:00:00Z' }, MONDAY],
  ['short-notice', 'transfer-update', { arrivalAt: '2026-11-25T09:00:00Z' }, { arrivalAt: undefined }, MONDAY],
  ['mrz-name', 'readmission-application', named({ mrzName: 'ALIYEVA<<GUNEL' }), named({ mrzName: 'ALIYEVA<<GUNAY' })],
  ['mrz-name', 'transit-application', named({ mrzName: 'MAMMADOVA<<GUNAY' }), named({})],
  [
    'given-names-patronymic',
    'readmission-application',
    named({ givenNames: 'Günay Rəşid qızı' }),
    named({ patronymic: 'Rəşid qızı', printedName: { familyName: 'ƏLİYEVA', givenNames: 'GÜNAY RƏŞİD QIZI' } }),
  ],
  [
    'given-names-patronymic',
    'transfer-notification',
    { travellers: [{ person: { familyName: 'Əliyev', givenNames: 'Anar Rəşidoviç' } }] },
    { travellers: [{ person: { familyName: 'Əliyev', givenNames: 'Anar' } }] },
  ],
  ['mission-known', 'interview-request', { mission: 'AZE-DEMUC' }, { mission: 'AZE-DEBER' }],
  ['asylum-words', 'readmission-application', { observations: 'SIĞINACAQ istəyib.' }, { observations: 'Ailə bir yerdə qalmaq istəyir.' }],
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

const PAIRS = CASES.map(([rule, type, breaking, keeping, more = {}]) => [rule, type, breaking, keeping, more] as const)

test.each(PAIRS)('%s on %s: broken by %j, kept by %j', (rule, type, breaking, keeping, more) => {
  const refuses = RULES.find((row) => row.rule === rule)?.effect === 'refuses'
  expect(rulesIn(judged(type, breaking, more))).toEqual(refuses ? { faults: [rule], flags: [] } : { faults: [], flags: [rule] })
  expect(judged(type, keeping, more)).toEqual({ faults: [], flags: [] })
})

test('every rule has a case here', () => {
  expect(new Set([...CASES.map(([rule]) => rule), 'competent-authority'])).toEqual(new Set(RULES.map(({ rule }) => rule)))
})

test.each([
  ['readmission-reply', ['MISSION', 'REGISTER', 'BORDER'], ['CENTRAL']],
  ['interview-result', ['CENTRAL'], ['MISSION']],
  ['travel-document-issued', ['CENTRAL', 'BORDER'], ['CENTRAL', 'MISSION']],
  ['verification-result', [], ['REGISTER']],
  ['arrival-confirmation', ['MISSION', 'REGISTER'], ['BORDER']],
] as const)('competent-authority on %s: broken by %j, kept by %j', (type, breaking, keeping) => {
  expect(judged(type, {}, { roles: breaking }).faults).toMatchObject([{ rule: 'competent-authority', path: '/header/from' }])
  expect(judged(type, {}, { roles: keeping }).faults).toEqual([])
  expect(judged(type, {}, { roles: undefined }).faults).toEqual([])
})

test('a type that needs no competence may come from any authority of a case', () => {
  expect(judged('information-response', {}, { roles: [] }).faults).toEqual([])
  expect(judged('data-erasure-notice', {}, { roles: ['REGISTER'] }).faults).toEqual([])
})

test('all broken rules are told together, without a value of the message', () => {
  const { header, body } = sampleOf('readmission-application', 'small')
  const message = { header, body: { ...body, procedure: 'ACCELERATED', personCategory: 'STATELESS', ...health(false) } } as Message
  const { faults } = verdictOf(message, alone(message))
  expect(faults.map(({ path }) => path)).toEqual(['/body/apprehension', '/body/dateOfKnowledge', '/body/health/consent'])
  expect(JSON.stringify(faults)).not.toMatch(/Astma|Əliyeva/)
})

test.each(MESSAGE_TYPES)('the published samples of %s keep the agreement', (type) => {
  for (const size of ['small', 'full'] as const) {
    const message = sampleOf(type, size) as Message
    expect(verdictOf(message, alone(message))).toEqual({ faults: [], flags: [] })
  }
})

test.each(RULES)('$rule says in English and in Azerbaijani what it expects, and what to do', ({ expected, hint }) => {
  for (const [en, az] of [expected, hint]) {
    expect(en).toMatch(/\w/)
    expect(az).toMatch(/\w/)
    expect(az).not.toBe(en)
  }
})

test('no two rules have one name', () => {
  expect(new Set(RULES.map(({ rule }) => rule)).size).toBe(RULES.length)
})

test('a flag points at every place, and repeats no value', () => {
  const children = ['Aysel İlqar qızı', 'Anar', 'Nihad İlqar oğlu'].map((givenNames) => ({ familyName: 'Məmmədov', givenNames }))
  const { flags } = judged('readmission-application', { children, danger: 'flüchtling', security: 'refugee' })
  expect(flags).toEqual([
    { rule: 'given-names-patronymic', path: '/body/children/0/givenNames' },
    { rule: 'given-names-patronymic', path: '/body/children/2/givenNames' },
    { rule: 'asylum-words', path: '/body/danger' },
    { rule: 'asylum-words', path: '/body/security' },
  ])
})

test('no more flags are told than a receipt can list', () => {
  const questions = Array.from({ length: 600 }, (_, index) => ({ number: index, topic: 'OTHER', text: 'Asyl' }))
  expect(judged('information-request', { questions }).flags).toHaveLength(500)
})

test('another agreement may know other evidence', () => {
  const { OWN_NATIONAL } = euAz2014.evidence
  const narrow = { ...euAz2014, evidence: { ...euAz2014.evidence, OWN_NATIONAL: { ...OWN_NATIONAL, proof: ['N01'] as const } } }
  const { faults } = judged('readmission-application', evidence('N01', 'N02'), { ruleSet: narrow })
  expect(faults).toMatchObject([{ rule: 'evidence-annex', path: '/body/evidence/1/code' }])
  expect(judged('readmission-application', evidence('N02'), { ruleSet: undefined }).faults).toEqual([])
})

test('a limit refuses only where the rule set says so, and nothing that it rests on is a guess', () => {
  const limits = {
    ...euAz2014.limits,
    T16: { ...euAz2014.limits.T16, title: 'Notification', article: '12(1)', confidence: 'GK', source: '', unkept: 'refuses' },
  } as const
  const ruleSet = { ...euAz2014, limits }
  const soon = (confirmed: readonly string[]) =>
    rulesIn(
      judged(
        'transfer-notification',
        { arrivalAt: '2026-11-25T09:00:00Z' },
        {
          ...MONDAY,
          ruleSet,
          clocks: { ...CASE, ruleSet, confirmations: new Set(confirmed) },
        },
      ),
    )
  expect(soon([])).toEqual({ faults: [], flags: ['short-notice'] })
  expect(soon(['T16'])).toEqual({ faults: ['short-notice'], flags: [] })
})
