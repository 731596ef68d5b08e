import { expect, test } from 'vitest'
import type { Message, MessageType } from '#core/message.ts'
import { MESSAGE_TYPES } from '#schemas/index.ts'
import { sampleOf } from '#schemas/samples/messages.ts'
import { agreementFaults, RULES } from './agreement.ts'

const faultsOf = (type: MessageType, body: object): readonly string[] => {
  const message = sampleOf(type, 'small')
  return agreementFaults({ ...message, body: { ...message.body, ...body } } as Message).map(({ rule }) => rule)
}

const apprehension = { at: '2026-11-19T16:40:00Z', place: 'Frankfurt am Main' }
const health = (consent: boolean) => ({ health: { consent, statement: 'Astma' } })
const traveller = (consent: boolean) => ({ person: { familyName: 'Əliyeva' }, ...health(consent) })

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
