import { expect, test } from 'vitest'
import { CASE_STATES, type CaseState, CHOREOGRAPHY, type Next } from './choreography.ts'
import { interviewOutcome } from './codelists/identification.ts'
import { decision } from './codelists/procedure.ts'
import { arrivalOutcome } from './codelists/transfer.ts'
import { MESSAGE_TYPES, type MessageType, shapeOf } from './index.ts'

const rows = MESSAGE_TYPES.map((type) => ({ type, ...CHOREOGRAPHY[type] }))
const statesOf = (next: Next): readonly CaseState[] => (typeof next === 'string' ? [next] : Object.values(next.states))

/** States of all conversations that a message of this type opens, in any order of messages. */
function reachable(from: readonly CaseState[]): ReadonlySet<CaseState> {
  const known = new Set(from)
  for (const state of known) for (const { moves } of rows) for (const next of statesOf(moves[state] ?? state)) known.add(next)
  return known
}

/** Code lists of the fields that decide a state. */
const LISTS: Readonly<Record<string, object>> = {
  'interview-result outcome': interviewOutcome.codes,
  'readmission-reply decision': decision.codes,
  'readmission-in-error-reply decision': decision.codes,
  'transit-reply decision': decision.codes,
  'arrival-confirmation outcome': arrivalOutcome.codes,
}

test('every code that decides a state is a code of a required field, and each code of its list decides one', () => {
  const deciding = rows.flatMap(({ type, moves }) =>
    Object.values(moves).flatMap((next) => (typeof next === 'string' ? [] : [{ type, next }])),
  )
  expect(new Set(deciding.map(({ type, next }) => `${type} ${next.by}`))).toEqual(new Set(Object.keys(LISTS)))
  for (const { type, next } of deciding) {
    expect(shapeOf(type).fields.find(({ name }) => name === next.by)).toMatchObject({ required: true })
    expect(Object.keys(next.states)).toEqual(Object.keys(LISTS[`${type} ${next.by}`] ?? {}))
  }
})

test('every state can be reached, and a readmission case never becomes a transit nor a transit a readmission case', () => {
  const openings = rows.flatMap(({ opens }) => opens ?? [])
  expect([...reachable(openings)].toSorted()).toEqual(CASE_STATES.toSorted())
  expect([...reachable(['SUBMITTED'])].filter((state) => state.startsWith('TRANSIT') || state === 'INFORMED')).toEqual([])
  expect([...reachable(['TRANSIT_REQUESTED'])].filter((state) => !state.startsWith('TRANSIT')).toSorted()).toEqual([
    'CLOSED',
    // From CLOSED a claim of error may follow; `answers` demands an arrival, which a transit never has.
    'IN_ERROR',
    'READMITTED',
    'TAKING_BACK',
    'WITHDRAWN',
  ])
})

test('only what opens a conversation comes in no state, and it answers nothing', () => {
  const opening = rows.filter(({ opens }) => opens !== undefined)
  expect(opening.map(({ type }) => type)).toEqual<MessageType[]>([
    'readmission-application',
    'direct-transfer-notice',
    'transit-application',
    'contact-list-update',
    'border-point-update',
    'statistics-report',
    'reintegration-referral',
  ])
  for (const { moves, answers, by } of opening) expect({ moves, answers, by }).toEqual({ moves: {}, answers: [], by: 'requesting' })
  for (const { type, opens, moves } of rows)
    expect({ type, comes: opens !== undefined || Object.keys(moves).length > 0 }).toEqual({ type, comes: true })
})

test('costs, data protection and delivery notices come in any state and change none', () => {
  const always = rows.filter(({ moves }) => Object.keys(moves).length === CASE_STATES.length)
  expect(always.map(({ type }) => type)).toEqual<MessageType[]>([
    'cost-claim',
    'cost-settlement',
    'data-correction-notice',
    'data-erasure-notice',
    'data-use-report',
    'delivery-notice',
  ])
  for (const { moves } of always) for (const [state, next] of Object.entries(moves)) expect(next).toBe(state)
})

test('what a message can answer can have been sent before it', () => {
  for (const { type, answers, moves } of rows) {
    for (const asked of answers) {
      const after = reachable([CHOREOGRAPHY[asked].opens ?? [], Object.values(CHOREOGRAPHY[asked].moves).flatMap(statesOf)].flat())
      expect({ type, asked, possible: Object.keys(moves).some((state) => after.has(state as CaseState)) }).toEqual({
        type,
        asked,
        possible: true,
      })
    }
  }
})

test('only the hub states deemed approval and delivery', () => {
  expect(rows.filter(({ by }) => by === 'hub').map(({ type }) => type)).toEqual(['deemed-approval-notice', 'delivery-notice'])
})

test('while a reply is owed the case ends by the reply, by silence or by the one who asked, and not by a closure', () => {
  const owed: readonly CaseState[] = [
    'SUBMITTED',
    'RECEIVED',
    'INFO_REQUESTED',
    'IN_VERIFICATION',
    'INTERVIEW_SCHEDULED',
    'INTERVIEWED',
    'EXTENDED',
  ]
  const ending = owed.map((state) =>
    rows.filter(({ moves }) => statesOf(moves[state] ?? state).some((next) => !owed.includes(next))).map(({ type }) => type),
  )
  for (const types of ending) expect(types).toEqual<MessageType[]>(['readmission-reply', 'deemed-approval-notice', 'case-withdrawal'])
})
