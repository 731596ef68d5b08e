import { describe, expect, test } from 'vitest'
import { chAz2016 } from '#schemas/agreements/ch-az-2016.ts'
import { euAz2014 } from '#schemas/agreements/eu-az-2014.ts'
import type { RuleSet } from '#schemas/agreements/rule-set.ts'
import { CASE, eventOf, played } from '#test/clocks.ts'
import type { ClockWorld } from './clock.ts'

const NORMAL = { procedure: 'NORMAL', interviewRequested: false }
const application = eventOf('accepted', 'readmission-application', '2026-12-01T08:00:00Z', NORMAL)
const received = eventOf('handover', 'readmission-application', '2026-12-01T09:00:00Z', NORMAL)
const approved = { decision: 'APPROVED' }

describe('the reply limit', () => {
  test('waits for the recipient to sign for the application, then runs from that moment', () => {
    expect(played(CASE, application)).toMatchObject([{ limit: 'T5', state: 'waiting', warnAt: [] }])
    expect(played(CASE, application, received)).toEqual([
      {
        clockId: 'readmission-application:T5',
        conversationId: CASE.conversationId,
        ruleSet: 'eu-az-2014',
        ruleSetVersion: 1,
        limit: 'T5',
        startedBy: 'readmission-application',
        state: 'running',
        openedAt: application.at,
        startedAt: new Date('2026-12-01T09:00:00Z'),
        dueAt: new Date('2026-12-16T19:59:59.999Z'),
        warnAt: [new Date('2026-12-10T20:00:00Z'), new Date('2026-12-14T20:00:00Z')],
        timeZone: 'Asia/Baku',
        extensions: 0,
        confidence: 'GK',
        confirmed: false,
        openYears: [],
      },
    ])
  })

  test('starts once, however often the receipt is looked at', () => {
    const later = eventOf('handover', 'readmission-application', '2026-12-05T09:00:00Z', NORMAL)
    expect(played(CASE, application, application, received, later, received)).toEqual(played(CASE, application, received))
  })

  test('is stopped by the reply, which also starts the transfer and the travel document', () => {
    const reply = eventOf('accepted', 'readmission-reply', '2026-12-07T08:00:00Z', approved)
    const read = eventOf('handover', 'readmission-reply', '2026-12-07T08:00:05Z', approved)
    const clocks = played(CASE, application, received, reply, read)
    expect(clocks.map(({ limit, state }) => [limit, state])).toEqual([
      ['T5', 'stopped'],
      ['T10', 'running'],
      ['T11', 'running'],
    ])
    expect(clocks[0]).toMatchObject({ stoppedAt: reply.at, stoppedBy: 'readmission-reply' })
    expect(clocks[1]).toMatchObject({ dueAt: new Date('2027-03-07T22:59:59.999Z'), timeZone: 'Europe/Berlin' })
  })

  test('starts no earlier than the application was accepted, whatever the receipt says', () => {
    const early = eventOf('handover', 'readmission-application', '2026-11-01T09:00:00Z')
    expect(played(CASE, application, early)).toMatchObject([{ state: 'running', startedAt: application.at }])
  })

  test('that an answer overtook never starts: the receipt comes too late', () => {
    const reply = eventOf('accepted', 'readmission-reply', '2026-12-01T08:30:00Z', { decision: 'REFUSED' })
    const clocks = played(CASE, application, reply, received)
    expect(clocks).toMatchObject([{ limit: 'T5', state: 'stopped', stoppedAt: reply.at }])
    expect(clocks[0]).not.toHaveProperty('startedAt')
  })

  test('is two working days in the accelerated procedure', () => {
    const body = { procedure: 'ACCELERATED', interviewRequested: false }
    const clocks = played(
      CASE,
      eventOf('accepted', 'readmission-application', '2026-05-25T08:00:00Z', body),
      eventOf('handover', 'readmission-application', '2026-05-25T08:00:00Z', body),
    )
    expect(clocks).toMatchObject([{ limit: 'T4', dueAt: new Date('2026-06-01T19:59:59.999Z') }])
  })
})

describe('silence', () => {
  test('deemed approval counts from the moment the limit ran out, not from the notice', () => {
    const notice = eventOf('accepted', 'deemed-approval-notice', '2026-12-17T06:00:00Z', { dueAt: '2026-12-16T19:59:59.999Z' })
    const clocks = played(CASE, application, received, notice)
    expect(clocks.map(({ limit, state }) => [limit, state])).toEqual([
      ['T5', 'stopped'],
      ['T10', 'running'],
      ['T11', 'running'],
    ])
    expect(clocks[1]).toMatchObject({ startedAt: new Date('2026-12-16T19:59:59.999Z'), dueAt: new Date('2027-03-16T22:59:59.999Z') })
  })
})

describe('extension', () => {
  const extension = (at: string, newDueOn?: string, id = 'extension') => eventOf('accepted', 'time-limit-extension', at, { newDueOn }, id)
  const due = (world: ClockWorld, ...events: Parameters<typeof played>[1][]) =>
    played(world, application, received, ...events)[0]?.dueAt?.toISOString()
  const swiss: ClockWorld = { ...CASE, ruleSet: chAz2016 }

  test('moves the last day to the one that the message states', () => {
    expect(due(CASE, extension('2026-12-10T08:00:00Z', '2026-12-23'))).toBe('2026-12-23T19:59:59.999Z')
  })

  test('goes no further than the agreement allows, and comes once', () => {
    expect(due(swiss)).toBe('2026-12-26T19:59:59.999Z')
    expect(due(swiss, extension('2026-12-10T08:00:00Z', '2027-06-01'))).toBe('2027-01-20T19:59:59.999Z')
    expect(due(swiss, extension('2026-12-10T08:00:00Z'))).toBe('2027-01-20T19:59:59.999Z')
    const again = extension('2027-01-10T08:00:00Z', '2027-01-25', 'again')
    expect(due(swiss, extension('2026-12-10T08:00:00Z', '2026-12-30'), again)).toBe('2026-12-30T19:59:59.999Z')
  })

  test('never shortens a limit, and does not bring back one that ran out', () => {
    expect(due(CASE, extension('2026-12-10T08:00:00Z', '2026-12-12'))).toBe('2026-12-16T19:59:59.999Z')
    expect(due(CASE, extension('2026-12-17T08:00:00Z', '2026-12-30'))).toBe('2026-12-16T19:59:59.999Z')
  })
})

describe('pause, under an agreement that has one', () => {
  const pausing = (unit: 'calendarDays' | 'workingDays', value: number): ClockWorld => {
    const row = { ...euAz2014.limits.T5, value, unit, pause: { from: 'INFORMATION_REQUEST', until: 'INFORMATION_RESPONSE' } }
    return { ...CASE, ruleSet: { ...euAz2014, limits: { T5: row } } as RuleSet }
  }
  const asked = eventOf('accepted', 'information-request', '2026-12-03T08:00:00Z')
  const answered = eventOf('accepted', 'information-response', '2026-12-10T08:00:00Z')

  test('days between question and answer do not count', () => {
    expect(played(pausing('calendarDays', 15), application, received, asked)).toMatchObject([{ state: 'paused', pausedAt: asked.at }])
    expect(played(pausing('calendarDays', 15), application, received, asked, answered)).toMatchObject([
      { state: 'running', dueAt: new Date('2026-12-23T19:59:59.999Z') },
    ])
  })

  test('what was left of working days is counted in working days', () => {
    expect(played(pausing('workingDays', 5), application, received)).toMatchObject([{ dueAt: new Date('2026-12-08T19:59:59.999Z') }])
    expect(played(pausing('workingDays', 5), application, received, asked, answered)).toMatchObject([
      { dueAt: new Date('2026-12-15T19:59:59.999Z') },
    ])
  })

  test('the agreement with the Union has none: a question does not stop the reply limit', () => {
    expect(played(CASE, application, received, asked)).toEqual(played(CASE, application, received))
  })
})

describe('further limits', () => {
  const arrival = eventOf('accepted', 'arrival-confirmation', '2026-12-20T12:00:00Z', { outcome: 'ARRIVED', at: '2026-12-20T10:15:00Z' })

  test('arrival starts the window for a claim of error, six months for nationals and twelve for others', () => {
    expect(played(CASE, arrival)).toMatchObject([{ limit: 'T17', dueAt: new Date('2027-06-20T19:59:59.999Z') }])
    expect(played(CASE, { ...arrival, category: 'STATELESS' })).toMatchObject([
      { limit: 'T17b', dueAt: new Date('2027-12-20T19:59:59.999Z') },
    ])
    expect(played(CASE, { ...arrival, category: undefined })).toEqual([])
  })

  test('nobody arrived, no window', () => {
    expect(played(CASE, { ...arrival, body: { outcome: 'NO_SHOW', at: '2026-12-20T10:15:00Z' } })).toEqual([])
  })

  test('an interview asked for in the application has its own clock', () => {
    const body = { ...NORMAL, interviewRequested: true }
    expect(played(CASE, eventOf('accepted', 'readmission-application', '2026-12-01T08:00:00Z', body)).map(({ limit }) => limit)).toEqual([
      'T5',
      'T15',
    ])
  })

  test('the end of the case stops everything', () => {
    const reply = eventOf('accepted', 'readmission-reply', '2026-12-07T08:00:00Z', approved)
    const read = eventOf('handover', 'readmission-reply', '2026-12-07T08:00:05Z', approved)
    const end = eventOf('accepted', 'case-withdrawal', '2026-12-08T08:00:00Z')
    expect(played(CASE, application, received, reply, read, end).map(({ state }) => state)).toEqual(['stopped', 'stopped', 'stopped'])
  })
})
