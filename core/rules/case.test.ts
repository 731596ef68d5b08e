import { describe, expect, test } from 'vitest'
import { canonicalXml } from '#core/codec/canonical-xml.ts'
import { HubError } from '#core/errors.ts'
import type { Header, Message, MessageType } from '#core/message.ts'
import type { Conversation } from '#core/ports.ts'
import { type CaseState, CHOREOGRAPHY } from '#schemas/choreography.ts'
import { MESSAGE_TYPES } from '#schemas/index.ts'
import { sampleOf } from '#schemas/samples/messages.ts'
import { possibleTypes, rulesOf } from './case.ts'

const NOW = new Date('2026-11-21T09:00:00Z')
const STATES = CHOREOGRAPHY['delivery-notice'].in
const CASE = '0191f0a0-0000-7000-8000-00000000000c'

/** A case that `de` opened with `az-sms`, in which every type was sent once by somebody. */
function caseIn(state: CaseState, more: Partial<Conversation> = {}): Conversation {
  const history = MESSAGE_TYPES.map((type) => ({
    messageId: `id of ${type}`,
    type,
    from: type === 'readmission-application' ? 'de' : 'az-sms',
    to: 'de',
  }))
  return { id: CASE, agreement: 'eu-az-2014', participants: ['de', 'az-sms'], state, length: history.length, history, ...more }
}

function messageOf(type: MessageType, from: string, more: Partial<Header> = {}): Message {
  const { header, body } = sampleOf(type, 'small')
  const { inReplyTo: _, ...head } = header
  const [answers] = CHOREOGRAPHY[type].answers
  const inReplyTo = answers === undefined ? {} : { inReplyTo: `id of ${answers}` }
  return { header: { ...head, conversationId: CASE, from, ...inReplyTo, ...more }, body } as Message
}

const judge = (message: Message, conversation: Conversation | undefined) =>
  rulesOf(message, conversation, NOW, (pointer) => canonicalXml.pathOf(pointer, message.header.type))

function refusalOf(act: () => unknown): HubError {
  try {
    act()
  } catch (fault) {
    if (fault instanceof HubError) return fault
    throw fault
  }
  throw new Error('was not refused')
}

/** Written out, so that a slip in the choreography is noticed: state, then what each side may send. */
const POSSIBLE: Readonly<Record<CaseState, { readonly requesting: readonly MessageType[]; readonly requested: readonly MessageType[] }>> = {
  SUBMITTED: { requesting: [], requested: ['acknowledgement', 'readmission-reply'] },
  RECEIVED: {
    requesting: ['information-request', 'information-response'],
    requested: ['information-request', 'information-response', 'readmission-reply'],
  },
  INFO_REQUESTED: {
    requesting: ['information-request', 'information-response'],
    requested: ['information-request', 'information-response', 'readmission-reply'],
  },
  APPROVED: { requesting: ['transfer-notification'], requested: [] },
  REFUSED: { requesting: [], requested: [] },
  TRANSFER_ANNOUNCED: { requesting: [], requested: ['arrival-confirmation'] },
  READMITTED: { requesting: [], requested: [] },
  NOT_ARRIVED: { requesting: ['transfer-notification'], requested: [] },
}

const SIDES = [
  ['requesting', 'de'],
  ['requested', 'az-sms'],
] as const

const EVERY = STATES.flatMap((state) => SIDES.flatMap(([side, from]) => MESSAGE_TYPES.map((type) => [state, side, type, from] as const)))

describe('every type in every state from either side', () => {
  test.each(EVERY)('%s, %s side: %s', (state, side, type, from) => {
    const message = messageOf(type, from)
    const possible = POSSIBLE[state][side]
    if (possible.includes(type)) {
      expect(judge(message, caseIn(state))).toMatchObject({ length: MESSAGE_TYPES.length, participants: ['de', 'az-sms'] })
      return
    }
    const refusal = refusalOf(() => judge(message, caseIn(state)))
    expect(refusal.code).toBe('CONVERSATION_STATE')
    const [issue] = refusal.issues
    expect(issue).toMatchObject({ rule: 'choreography', path: '/Message/Header/Type' })
    const named = MESSAGE_TYPES.filter((one) => issue?.expected.split(/[ ,]+/).includes(one))
    expect(named.toSorted()).toEqual(possible.toSorted())
  })
})

test.each([
  ['readmission-application', 'de', undefined, {}, 'SUBMITTED'],
  ['acknowledgement', 'az-sms', 'SUBMITTED', {}, 'RECEIVED'],
  ['information-request', 'az-sms', 'RECEIVED', {}, 'INFO_REQUESTED'],
  ['information-response', 'de', 'INFO_REQUESTED', {}, 'RECEIVED'],
  ['readmission-reply', 'az-sms', 'RECEIVED', { decision: 'APPROVED' }, 'APPROVED'],
  ['readmission-reply', 'az-sms', 'SUBMITTED', { decision: 'REFUSED', grounds: [{ code: 'OTHER', text: 'Sübut yoxdur' }] }, 'REFUSED'],
  ['transfer-notification', 'de', 'APPROVED', {}, 'TRANSFER_ANNOUNCED'],
  ['arrival-confirmation', 'az-sms', 'TRANSFER_ANNOUNCED', { outcome: 'ARRIVED' }, 'READMITTED'],
  ['arrival-confirmation', 'az-sms', 'TRANSFER_ANNOUNCED', { outcome: 'NO_SHOW', reason: 'Gəlmədi' }, 'NOT_ARRIVED'],
  ['arrival-confirmation', 'az-sms', 'TRANSFER_ANNOUNCED', { outcome: 'REFUSED_ENTRY', reason: 'Sənədsiz' }, 'NOT_ARRIVED'],
  ['transfer-notification', 'de', 'NOT_ARRIVED', {}, 'TRANSFER_ANNOUNCED'],
] as const)('%s of %s in %s (%j) makes it %5$s', (type, from, state, body, then) => {
  const message = messageOf(type, from)
  const judged = judge({ ...message, body: { ...message.body, ...body } } as Message, state && caseIn(state))
  expect(judged.state).toBe(then)
})

test('whoever did not open the case is on the requested side, a copied ministry too', () => {
  expect(possibleTypes('az-mfa', caseIn('SUBMITTED', { participants: ['de', 'az-sms', 'az-mfa'] }))).toContain('readmission-reply')
})

test('a case of others is answered exactly like one that does not exist', () => {
  const message = messageOf('acknowledgement', 'fr')
  const [theirs, nobodys] = [refusalOf(() => judge(message, caseIn('SUBMITTED'))), refusalOf(() => judge(message, undefined))]
  expect(theirs.code).toBe('CONVERSATION_UNKNOWN')
  expect({ ...theirs }).toEqual({ ...nobodys })
  expect(theirs.message).toBe(nobodys.message)
})

test('an application for a case of others does not open it again, nor join it', () => {
  expect(refusalOf(() => judge(messageOf('readmission-application', 'fr'), caseIn('REFUSED'))).code).toBe('CONVERSATION_UNKNOWN')
})

test('the first message answers nothing', () => {
  const message = messageOf('readmission-application', 'de', { inReplyTo: 'id of acknowledgement' })
  expect(refusalOf(() => judge(message, undefined)).code).toBe('CONVERSATION_STATE')
})

test.each([
  ['nothing', undefined],
  ['a message of another case', 'id of another'],
  ['a message that it cannot answer', 'id of delivery-notice'],
])('an answer that names %s is refused', (_what, inReplyTo) => {
  const { header, body } = messageOf('acknowledgement', 'az-sms')
  const { inReplyTo: _, ...head } = header
  const message = { header: { ...head, ...(inReplyTo === undefined ? {} : { inReplyTo }) }, body } as Message
  expect(refusalOf(() => judge(message, caseIn('SUBMITTED'))).code).toBe('CONVERSATION_STATE')
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
