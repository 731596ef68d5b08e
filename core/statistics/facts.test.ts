import { describe, expect, it } from 'vitest'
import type { MessageType } from '#core/message.ts'
import { type Fact, factsOf } from './facts.ts'
import { periodOf } from './period.ts'
import type { RecordedCase, RecordedMessage, Said } from './recorded.ts'

const NOVEMBER = periodOf('2026-11', '2026-11')
const SAID: Said = { category: undefined, code: undefined, grounds: [], count: 0 }

type More = Partial<Omit<RecordedMessage, 'said'>> & { readonly said?: Partial<Said> | 'erased' }

function message(type: MessageType, day: string, { said = {}, ...more }: More = {}): RecordedMessage {
  const receivedAt = new Date(`${day}T12:00:00Z`)
  return {
    type,
    from: 'de',
    to: 'az-sms',
    receivedAt,
    handedOverAt: undefined,
    ...more,
    said: said === 'erased' ? undefined : { ...SAID, ...said },
  }
}

const APPLICATION = message('readmission-application', '2026-11-02', {
  handedOverAt: new Date('2026-11-03T08:00:00Z'),
  said: { category: 'OWN_NATIONAL' },
})
const caseOf = (...more: readonly RecordedMessage[]): RecordedCase => [APPLICATION, ...more]
const STATES = new Map([
  ['de', 'DEU'],
  ['az-sms', 'AZE'],
])
const factsIn = (recorded: RecordedCase) => factsOf(recorded, NOVEMBER, (party) => STATES.get(party))
const brief = ({ measure, count, replyDays, ground }: Fact) => [measure, count, replyDays, ground].filter((value) => value !== undefined)
const reply = (day: string, said: More['said']) => message('readmission-reply', day, said === undefined ? {} : { said })

describe('what a case adds to the figures', () => {
  it('says for whom and when', () => {
    expect(factsIn(caseOf())).toEqual([
      { measure: 'APPLICATIONS', count: 1, requesting: 'DEU', requested: 'AZE', category: 'OWN_NATIONAL', month: '2026-11' },
    ])
  })

  it.each<[string, readonly RecordedMessage[], readonly unknown[]]>([
    ['an approval', [reply('2026-11-10', { code: 'APPROVED' })], ['APPROVALS', 1, 7]],
    ['a refusal', [reply('2026-11-03', { code: 'REFUSED', grounds: ['TIME_LIMIT'] })], ['REFUSALS', 1, 0, 'TIME_LIMIT']],
    ['the same ground twice', [reply('2026-11-05', { code: 'REFUSED', grounds: ['OTHER', 'OTHER'] })], ['REFUSALS', 1, 2, 'OTHER']],
    ['several grounds', [reply('2026-11-05', { code: 'REFUSED', grounds: ['OTHER', 'TIME_LIMIT'] })], ['REFUSALS', 1, 2, 'SEVERAL']],
    ['a reply before the receipt for the application', [reply('2026-11-02', { code: 'APPROVED' })], ['APPROVALS', 1, 0]],
    ['an erased reply', [reply('2026-11-05', 'erased')], ['DECISION_UNKNOWN', 1]],
    [
      'silence, told to both sides',
      [message('deemed-approval-notice', '2026-11-19'), message('deemed-approval-notice', '2026-11-19')],
      ['DEEMED_APPROVALS', 1],
    ],
    ['an erased notice of silence', [message('deemed-approval-notice', '2026-11-19', { said: 'erased' })], ['DEEMED_APPROVALS', 1]],
    ['a withdrawal', [message('case-withdrawal', '2026-11-19')], ['WITHDRAWALS', 1]],
  ])('counts what becomes of an application: %s', (_, more, expected) => {
    expect(factsIn(caseOf(...more)).map(brief)).toEqual([['APPLICATIONS', 1], expected])
  })

  it.each<[string, readonly RecordedMessage[], readonly unknown[]]>([
    ['persons announced', [message('transfer-notification', '2026-11-20', { said: { count: 3 } })], ['ANNOUNCED', 3]],
    ['persons taken over', [message('arrival-confirmation', '2026-11-20', { said: { code: 'ARRIVED', count: 2 } })], ['TRANSFERS', 2]],
    [
      'persons who did not come',
      [message('arrival-confirmation', '2026-11-20', { said: { code: 'NO_SHOW', count: 2 } })],
      ['NOT_ARRIVED', 2],
    ],
    [
      'persons turned away',
      [message('arrival-confirmation', '2026-11-20', { said: { code: 'REFUSED_ENTRY', count: 1 } })],
      ['NOT_ARRIVED', 1],
    ],
    ['an erased confirmation', [message('arrival-confirmation', '2026-11-20', { said: 'erased' })], ['CONTENT_UNKNOWN', 1]],
    [
      'cases in which the European travel document is deemed accepted',
      [{ ...message('acknowledgement', '2026-11-20', { said: 'erased' }), type: 'EU_TRAVEL_DOCUMENT' as const, from: 'hub', to: 'hub' }],
      ['EU_TRAVEL_DOCUMENTS', 1],
    ],
    ['travel documents', [message('travel-document-issued', '2026-11-20', { said: { count: 2 } })], ['TRAVEL_DOCUMENTS', 2]],
    [
      'persons readmitted in error, when the requesting state agrees',
      [
        message('readmission-in-error-claim', '2026-11-20', { said: { count: 2 } }),
        message('readmission-in-error-reply', '2026-11-21', { said: { code: 'APPROVED' } }),
      ],
      ['IN_ERROR', 2],
    ],
  ])('counts %s', (_, more, expected) => {
    expect(factsIn(caseOf(...more)).map(brief)).toEqual([['APPLICATIONS', 1], expected])
  })

  it('does not count a claim of readmission in error that is refused', () => {
    const claim = message('readmission-in-error-claim', '2026-11-20', { said: { count: 2 } })
    const refusal = message('readmission-in-error-reply', '2026-11-21', { said: { code: 'REFUSED', grounds: ['NOT_SHOWN'] } })
    expect(factsIn(caseOf(claim, refusal)).map(brief)).toEqual([['APPLICATIONS', 1]])
  })

  it('counts what happens in the period although the application came before it', () => {
    const early = { ...APPLICATION, receivedAt: new Date('2026-10-31T23:59:59.999Z') }
    const arrival = message('arrival-confirmation', '2026-11-01', { said: { code: 'ARRIVED', count: 1 } })
    expect(factsIn([early, arrival]).map(brief)).toEqual([['TRANSFERS', 1]])
  })

  it('does not know the category of an erased application, and takes that of an update', () => {
    const erased = { ...APPLICATION, said: undefined }
    expect(factsIn([erased])[0]?.category).toBe('UNKNOWN')
    const update = message('readmission-application-update', '2026-11-05', { said: { category: 'STATELESS' } })
    expect(factsIn(caseOf(update))[0]?.category).toBe('STATELESS')
  })

  it('does not know the state of a party that nobody placed', () => {
    expect(factsIn([{ ...APPLICATION, from: 'xx' }])[0]?.requesting).toBe('UNKNOWN')
  })

  it('counts a transit that was approved, of no category', () => {
    const transit = message('transit-application', '2026-11-02')
    const approval = message('transit-reply', '2026-11-05', { said: { code: 'APPROVED' } })
    expect(factsIn([transit, approval])).toEqual([{ measure: 'TRANSITS', count: 1, requesting: 'DEU', requested: 'AZE', month: '2026-11' }])
    expect(factsIn([transit, { ...approval, said: { ...SAID, code: 'REFUSED' } }])).toEqual([])
  })
})

describe('a period', () => {
  it('is of whole months in UTC, over the end of a year too', () => {
    expect(periodOf('2026-11', '2026-12').end.toISOString()).toBe('2027-01-01T00:00:00.000Z')
  })

  it.each([
    ['2026-13', '2026-13'],
    ['2026', '2027'],
    ['2026-02', '2026-01'],
  ])('is refused from %s to %s', (from, to) => {
    expect(() => periodOf(from, to)).toThrow(/period/)
  })
})
