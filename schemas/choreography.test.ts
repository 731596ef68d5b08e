import { expect, test } from 'vitest'
import { type CaseState, CHOREOGRAPHY } from './choreography.ts'
import { decision } from './codelists/procedure.ts'
import { arrivalOutcome } from './codelists/transfer.ts'
import { MESSAGE_TYPES, shapeOf } from './index.ts'

const rows = MESSAGE_TYPES.map((type) => ({ type, ...CHOREOGRAPHY[type] }))

function nextOf({ in: states, next }: (typeof rows)[number]): readonly CaseState[] {
  if (next === 'same') return states
  return typeof next === 'string' ? [next] : Object.values(next.states)
}

test('every code that decides a state is a code of a required field, and each code of its list decides one', () => {
  const lists = { decision, outcome: arrivalOutcome }
  for (const { type, next } of rows) {
    if (typeof next === 'string') continue
    expect(shapeOf(type).fields.find(({ name }) => name === next.by)).toMatchObject({ required: true })
    expect(Object.keys(next.states)).toEqual(Object.keys(lists[next.by as keyof typeof lists].codes))
  }
})

test('every state can be reached, and what may come in a state may follow an answerable message', () => {
  const reached = new Set(rows.filter(({ type }) => type !== 'delivery-notice').flatMap(nextOf))
  expect([...reached].sort()).toEqual([...CHOREOGRAPHY['delivery-notice'].in].sort())
  for (const { in: states } of rows) expect(states.filter((state) => !reached.has(state))).toEqual([])
})

test('only a message that opens a case comes in no state, and only it and the hub answer nothing', () => {
  expect(rows.filter(({ in: states }) => states.length === 0).map(({ type }) => type)).toEqual(['readmission-application'])
  expect(rows.filter(({ answers }) => answers.length === 0).map(({ type }) => type)).toEqual(['readmission-application', 'delivery-notice'])
})

test('a delivery notice never changes a case', () => expect(CHOREOGRAPHY['delivery-notice'].next).toBe('same'))
