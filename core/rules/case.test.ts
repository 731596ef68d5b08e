import { describe, expect, test } from 'vitest'
import { canonicalXml } from '#core/codec/canonical-xml.ts'
import { HubError } from '#core/errors.ts'
import type { Header, Message, MessageType } from '#core/message.ts'
import type { Conversation } from '#core/ports.ts'
import { CASE_STATES, type CaseState, CHOREOGRAPHY } from '#schemas/choreography.ts'
import { MESSAGE_TYPES } from '#schemas/index.ts'
import { sampleOf } from '#schemas/samples/messages.ts'
import { alone } from './agreement.ts'
import { possibleTypes, rulesOf } from './case.ts'

const NOW = new Date('2026-11-21T09:00:00Z')
const CASE = '0191f0a0-0000-7000-8000-00000000000c'
const PARTY_OF = { requesting: 'de', requested: 'az-sms' } as const

/** A case that `de` opened with `az-sms`, in which every type was sent once by somebody. */
function caseIn(state: CaseState, more: Partial<Conversation> = {}): Conversation {
  const opening = { messageId: 'id of the opening', type: 'readmission-application', from: 'de', to: 'az-sms' } as const
  const history = [opening, ...MESSAGE_TYPES.map((type) => ({ messageId: `id of ${type}`, type, from: 'az-sms', to: 'de' }))]
  return { id: CASE, agreement: 'eu-az-2014', participants: ['de', 'az-sms'], state, length: history.length, history, ...more }
}

/** As the choreography wants it: to the side that it goes to, answering what it can answer. */
function messageOf(type: MessageType, from: string, more: Partial<Header> = {}): Message {
  const { header, body } = sampleOf(type, 'small')
  const { inReplyTo: _, ...head } = header
  const { answers, to } = CHOREOGRAPHY[type]
  const inReplyTo = answers[0] === undefined ? {} : { inReplyTo: `id of ${answers[0]}` }
  const addressee = PARTY_OF[to === 'either' ? 'requested' : to]
  return { header: { ...head, conversationId: CASE, from, to: addressee, ...inReplyTo, ...more }, body } as Message
}

const judge = (message: Message, conversation: Conversation | undefined) =>
  rulesOf(message, conversation, { ...alone(message), at: NOW }, (pointer) => canonicalXml.pathOf(pointer, message.header.type)).step

function refusalOf(act: () => unknown): HubError {
  try {
    act()
  } catch (fault) {
    if (fault instanceof HubError) return fault
    throw fault
  }
  throw new Error('was not refused')
}

interface Possible {
  readonly requesting: readonly MessageType[]
  readonly requested: readonly MessageType[]
}

/** Possible whenever. */
const DATA: readonly MessageType[] = ['data-correction-notice', 'data-erasure-notice', 'data-use-report']
const COSTS: Possible = { requesting: ['cost-settlement'], requested: ['cost-claim'] }
const ASK: readonly MessageType[] = ['information-request', 'information-response']

const EXAMINED: Possible = {
  requesting: ['readmission-application-update', ...ASK, 'interview-request', 'case-withdrawal'],
  requested: [
    ...ASK,
    'verification-request',
    'verification-result',
    'interview-request',
    'interview-schedule',
    'interview-result',
    'time-limit-extension',
    'readmission-reply',
  ],
}
const NOTHING: Possible = { requesting: [], requested: [] }
const CLOSABLE: Possible = { requesting: ['case-closure'], requested: ['case-closure'] }
const TRANSFERABLE: Possible = {
  requesting: ['travel-document-request', 'transfer-notification', 'case-withdrawal', 'case-closure'],
  requested: ['travel-document-issued', 'travel-document-refused', 'case-closure'],
}
const also = ({ requesting, requested }: Possible, more: Possible): Possible => ({
  requesting: [...requesting, ...more.requesting],
  requested: [...requested, ...more.requested],
})
const LATE_RESULT: Possible = { requesting: [], requested: ['verification-result'] }
const RENEWAL: Possible = { requesting: ['travel-document-renewal'], requested: [] }

/** Written out, so that a slip in the choreography is noticed: state, then what each side may send. */
const POSSIBLE: Readonly<Record<CaseState, Possible>> = {
  SUBMITTED: {
    requesting: ['readmission-application-update', 'interview-request', 'case-withdrawal'],
    requested: ['acknowledgement', 'interview-request', 'readmission-reply'],
  },
  RECEIVED: EXAMINED,
  INFO_REQUESTED: EXAMINED,
  IN_VERIFICATION: EXAMINED,
  INTERVIEW_SCHEDULED: EXAMINED,
  INTERVIEWED: EXAMINED,
  EXTENDED: EXAMINED,
  APPROVED: also(TRANSFERABLE, LATE_RESULT),
  DEEMED_APPROVED: also(TRANSFERABLE, LATE_RESULT),
  REFUSED: also(CLOSABLE, LATE_RESULT),
  TD_ISSUED: also(TRANSFERABLE, RENEWAL),
  TRANSFER_ANNOUNCED: {
    requesting: ['travel-document-request', 'travel-document-renewal', 'transfer-update', 'transfer-cancellation'],
    requested: ['travel-document-issued', 'travel-document-refused', 'transfer-notification-response', 'arrival-confirmation'],
  },
  TRANSFER_CANCELLED: also(TRANSFERABLE, RENEWAL),
  NOT_ARRIVED: also(TRANSFERABLE, RENEWAL),
  READMITTED: { requesting: ['case-closure'], requested: ['readmission-in-error-claim', 'case-closure'] },
  IN_ERROR: { requesting: ['readmission-in-error-reply'], requested: [] },
  TAKING_BACK: CLOSABLE,
  WITHDRAWN: NOTHING,
  CLOSED: { requesting: [], requested: ['readmission-in-error-claim'] },
  TRANSIT_REQUESTED: { requesting: [...ASK, 'case-withdrawal'], requested: ['acknowledgement', ...ASK, 'transit-reply'] },
  TRANSIT_APPROVED: { requesting: ['case-withdrawal', 'case-closure'], requested: ['transit-revocation', 'case-closure'] },
  TRANSIT_REFUSED: CLOSABLE,
  TRANSIT_REVOKED: CLOSABLE,
  INFORMED: { requesting: [...ASK, 'case-closure'], requested: [...ASK, 'case-closure'] },
}

const PLACES = CASE_STATES.flatMap((state) => (['requesting', 'requested'] as const).map((side) => ({ state, side })))

describe.each(PLACES)('in $state the $side state', ({ state, side }) => {
  const possible = [...POSSIBLE[state][side], ...COSTS[side], ...DATA]

  test.each(possible)('may send %s', (type) => {
    expect(judge(messageOf(type, PARTY_OF[side]), caseIn(state))).toMatchObject({ length: MESSAGE_TYPES.length + 1 })
  })

  test('may send nothing else, and is told what it may send', () => {
    for (const type of MESSAGE_TYPES.filter((one) => !possible.includes(one))) {
      const { code, issues } = refusalOf(() => judge(messageOf(type, PARTY_OF[side]), caseIn(state)))
      expect({ type, code }).toEqual({ type, code: 'CONVERSATION_STATE' })
      expect(issues).toMatchObject([{ rule: 'choreography', path: '/Message/Header/Type' }])
      const named = MESSAGE_TYPES.filter((one) => issues[0]?.expected.split(/[ ,]+/).includes(one))
      expect(named.toSorted()).toEqual(possible.toSorted())
    }
  })
})

const REFUSED = { decision: 'REFUSED', grounds: [{ code: 'OTHER', text: 'Sübut yoxdur' }] }
const TAKEN_BACK = { decision: 'APPROVED', returnOn: '2027-03-01' }
const ADMITTED = { decision: 'APPROVED', borderPoint: { name: 'Bakı' }, arrivalAt: '2026-12-14T14:10:00Z' }
const withReason = (outcome: string) => ({ outcome, reason: 'Gəlmədi' })

test.each([
  ['readmission-application', 'de', undefined, {}, 'SUBMITTED'],
  ['readmission-application-update', 'de', 'INTERVIEWED', {}, 'INTERVIEWED'],
  ['acknowledgement', 'az-sms', 'SUBMITTED', {}, 'RECEIVED'],
  ['acknowledgement', 'az-sms', 'TRANSIT_REQUESTED', {}, 'TRANSIT_REQUESTED'],
  ['information-request', 'az-sms', 'RECEIVED', {}, 'INFO_REQUESTED'],
  ['information-request', 'az-sms', 'TRANSIT_REQUESTED', {}, 'TRANSIT_REQUESTED'],
  ['information-response', 'de', 'INFO_REQUESTED', {}, 'RECEIVED'],
  ['information-response', 'de', 'EXTENDED', {}, 'EXTENDED'],
  ['verification-request', 'az-sms', 'RECEIVED', {}, 'IN_VERIFICATION'],
  ['verification-result', 'az-mia', 'IN_VERIFICATION', {}, 'IN_VERIFICATION'],
  ['verification-result', 'az-mia', 'DEEMED_APPROVED', {}, 'DEEMED_APPROVED'],
  ['interview-request', 'de', 'IN_VERIFICATION', {}, 'IN_VERIFICATION'],
  ['interview-schedule', 'az-mfa', 'RECEIVED', {}, 'INTERVIEW_SCHEDULED'],
  ['interview-result', 'az-mfa', 'INTERVIEW_SCHEDULED', { outcome: 'INCONCLUSIVE' }, 'INTERVIEWED'],
  ['interview-result', 'az-mfa', 'INTERVIEW_SCHEDULED', { outcome: 'NO_SHOW' }, 'RECEIVED'],
  ['time-limit-extension', 'az-sms', 'INTERVIEWED', {}, 'EXTENDED'],
  ['readmission-reply', 'az-sms', 'RECEIVED', { decision: 'APPROVED' }, 'APPROVED'],
  ['readmission-reply', 'az-sms', 'EXTENDED', REFUSED, 'REFUSED'],
  ['readmission-reply', 'az-sms', 'SUBMITTED', REFUSED, 'REFUSED'],
  ['travel-document-request', 'de', 'DEEMED_APPROVED', {}, 'DEEMED_APPROVED'],
  ['travel-document-issued', 'az-mfa', 'DEEMED_APPROVED', {}, 'TD_ISSUED'],
  ['travel-document-issued', 'az-mfa', 'TRANSFER_ANNOUNCED', {}, 'TRANSFER_ANNOUNCED'],
  ['travel-document-refused', 'az-mfa', 'APPROVED', {}, 'APPROVED'],
  ['travel-document-renewal', 'de', 'TD_ISSUED', {}, 'TD_ISSUED'],
  ['transfer-notification', 'de', 'APPROVED', {}, 'TRANSFER_ANNOUNCED'],
  ['transfer-notification', 'de', 'TD_ISSUED', {}, 'TRANSFER_ANNOUNCED'],
  ['transfer-notification-response', 'az-sms', 'TRANSFER_ANNOUNCED', {}, 'TRANSFER_ANNOUNCED'],
  ['transfer-update', 'de', 'TRANSFER_ANNOUNCED', {}, 'TRANSFER_ANNOUNCED'],
  ['transfer-cancellation', 'de', 'TRANSFER_ANNOUNCED', {}, 'TRANSFER_CANCELLED'],
  ['transfer-notification', 'de', 'TRANSFER_CANCELLED', {}, 'TRANSFER_ANNOUNCED'],
  ['direct-transfer-notice', 'de', undefined, {}, 'TRANSFER_ANNOUNCED'],
  ['arrival-confirmation', 'az-sbs', 'TRANSFER_ANNOUNCED', { outcome: 'ARRIVED' }, 'READMITTED'],
  ['arrival-confirmation', 'az-sbs', 'TRANSFER_ANNOUNCED', withReason('NO_SHOW'), 'NOT_ARRIVED'],
  ['arrival-confirmation', 'az-sbs', 'TRANSFER_ANNOUNCED', withReason('REFUSED_ENTRY'), 'NOT_ARRIVED'],
  ['transfer-notification', 'de', 'NOT_ARRIVED', {}, 'TRANSFER_ANNOUNCED'],
  ['readmission-in-error-claim', 'az-sms', 'READMITTED', {}, 'IN_ERROR'],
  ['readmission-in-error-claim', 'az-sms', 'CLOSED', {}, 'IN_ERROR'],
  ['readmission-in-error-reply', 'de', 'IN_ERROR', TAKEN_BACK, 'TAKING_BACK'],
  ['readmission-in-error-reply', 'de', 'IN_ERROR', REFUSED, 'READMITTED'],
  ['transit-application', 'de', undefined, {}, 'TRANSIT_REQUESTED'],
  ['transit-reply', 'az-sms', 'TRANSIT_REQUESTED', ADMITTED, 'TRANSIT_APPROVED'],
  ['transit-reply', 'az-sms', 'TRANSIT_REQUESTED', REFUSED, 'TRANSIT_REFUSED'],
  ['transit-revocation', 'az-sms', 'TRANSIT_APPROVED', {}, 'TRANSIT_REVOKED'],
  ['case-withdrawal', 'de', 'INFO_REQUESTED', {}, 'WITHDRAWN'],
  ['case-closure', 'az-sms', 'READMITTED', {}, 'CLOSED'],
  ['cost-claim', 'az-sms', 'CLOSED', {}, 'CLOSED'],
  ['data-erasure-notice', 'de', 'WITHDRAWN', {}, 'WITHDRAWN'],
  ['statistics-report', 'az-sms', undefined, {}, 'INFORMED'],
] as const)('%s of %s in %s (%j) makes it %s', (type, from, state, body, then) => {
  const participants = ['de', 'az-sms', 'az-mfa', 'az-mia', 'az-sbs']
  const message = messageOf(type, from)
  const judged = judge({ ...message, body: { ...message.body, ...body } } as Message, state && caseIn(state, { participants }))
  expect(judged.state).toBe(then)
})

describe('the sides of a case', () => {
  const participants = ['az-sms', 'de', 'az-mfa', 'fr']
  /** Opened the other way round. */
  const history = [{ messageId: 'id of the opening', type: 'readmission-application', from: 'az-sms', to: 'de' }] as const

  test('are the states that opened it and that were addressed, whichever they are', () => {
    const reversed = caseIn('SUBMITTED', { participants, history })
    expect(possibleTypes('de', reversed)).toContain('readmission-reply')
    expect(possibleTypes('az-sms', reversed)).toContain('case-withdrawal')
    expect(possibleTypes('az-mfa', reversed)).toEqual(possibleTypes('az-sms', reversed))
  })

  test('do not hold a third state: it may get copies and send nothing', () => {
    expect(possibleTypes('fr', caseIn('RECEIVED', { participants, history }))).toEqual([])
  })

  test.each([
    ['a reply to an agency of its own state', 'readmission-reply', 'az-sms', 'az-mfa', 'the requesting'],
    ['a verification outside its state', 'verification-request', 'az-sms', 'de', 'the requested'],
    ['a transfer to a third state', 'transfer-notification', 'de', 'fr', 'the requested'],
    ['a question to a third state', 'information-request', 'de', 'fr', 'either'],
  ] as const)('are told apart: %s is refused', (_what, type, from, to, side) => {
    const state = Object.keys(CHOREOGRAPHY[type].moves)[0] as CaseState
    expect(refusalOf(() => judge(messageOf(type, from, { to }), caseIn(state)))).toMatchObject({
      code: 'CONVERSATION_STATE',
      issues: [{ path: '/Message/Header/To', expected: `a party of ${side} state` }],
    })
  })

  test('are two: nobody asks its own state to readmit', () => {
    expect(refusalOf(() => judge(messageOf('readmission-application', 'az-sms', { to: 'az-mfa' }), undefined)).code).toBe(
      'CONVERSATION_STATE',
    )
  })
})

test('a case of others is answered exactly like one that does not exist', () => {
  const message = messageOf('acknowledgement', 'fr')
  const [theirs, nobodys] = [refusalOf(() => judge(message, caseIn('SUBMITTED'))), refusalOf(() => judge(message, undefined))]
  expect(theirs.code).toBe('CONVERSATION_UNKNOWN')
  const { message: detail, code, stage, issues } = nobodys
  expect(theirs).toMatchObject({ message: detail, code, stage, issues })
})

test('an application for a case of others does not open it again, nor join it', () => {
  expect(refusalOf(() => judge(messageOf('readmission-application', 'fr'), caseIn('REFUSED'))).code).toBe('CONVERSATION_UNKNOWN')
})

test('the first message answers nothing', () => {
  const message = messageOf('readmission-application', 'de', { inReplyTo: 'id of acknowledgement' })
  const refusal = refusalOf(() => judge(message, undefined))
  expect(refusal).toMatchObject({ code: 'CONVERSATION_STATE', issues: [{ path: '/Message/Header/InReplyTo' }] })
})

test.each([
  ['nothing', undefined],
  ['a message of another case', 'id of another'],
  ['a message that it cannot answer', 'id of delivery-notice'],
])('an answer that names %s is refused', (_what, inReplyTo) => {
  const { header, body } = messageOf('acknowledgement', 'az-sms')
  const { inReplyTo: _, ...head } = header
  const message = { header: { ...head, ...(inReplyTo === undefined ? {} : { inReplyTo }) }, body } as Message
  const refusal = refusalOf(() => judge(message, caseIn('SUBMITTED')))
  expect(refusal).toMatchObject({ code: 'CONVERSATION_STATE', issues: [{ path: '/Message/Header/InReplyTo' }] })
})

test('a case stays under the agreement that it was opened under', () => {
  const message = messageOf('acknowledgement', 'az-sms', { agreement: 'eu-az-2031' })
  expect(refusalOf(() => judge(message, caseIn('SUBMITTED'))).code).toBe('CONVERSATION_STATE')
})

test('a message that has expired is refused, one that expires later is not', () => {
  const expiring = (expiresAt: string) => messageOf('readmission-application', 'de', { expiresAt })
  expect(refusalOf(() => judge(expiring('2026-11-21T09:00:00Z'), undefined)).code).toBe('MESSAGE_EXPIRED')
  expect(judge(expiring('2026-11-21T09:00:00.001Z'), undefined).state).toBe('SUBMITTED')
})

test('a broken rule of the agreement is said before the state of the case is looked at', () => {
  const message = messageOf('readmission-reply', 'az-sms')
  const refused = { ...message, body: { ...message.body, decision: 'REFUSED' } } as Message
  const refusal = refusalOf(() => judge(refused, caseIn('READMITTED')))
  expect(refusal).toMatchObject({
    code: 'RULE_BROKEN',
    issues: [{ rule: 'refusal-grounds', path: '/Message/Body/ReadmissionReply/Grounds' }],
  })
})
