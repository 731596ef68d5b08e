import { expect, test } from 'vitest'
import { country } from '#schemas/codelists/country.ts'
import { evidence } from '#schemas/codelists/document.ts'
import { euAz2014 } from './eu-az-2014.ts'
import { RULE_SETS } from './rule-sets.ts'

const limits = Object.entries(euAz2014.limits)

test('is found by the name that headers give', () => expect(RULE_SETS['eu-az-2014']).toBe(euAz2014))

test('has a row for each of the limits T1 to T20', () => {
  const numbers = new Set(limits.map(([id]) => Number(/^T(\d+)/.exec(id)?.[1])))
  expect([...numbers]).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
})

test('gives every number a unit, a start and a source', () => {
  for (const [id, { value, unit, from, source }] of limits) {
    expect({ id, complete: value === undefined || (unit !== undefined && from !== undefined) }).toEqual({ id, complete: true })
    expect(source).not.toBe('')
  }
})

test('claims as read only what was read: the reply limit of 15 days and the travel document in 5 working days', () => {
  expect(limits.filter(([, { confidence }]) => confidence === 'V').map(([id, { value, unit }]) => [id, value, unit])).toEqual([
    ['T5', 15, 'calendarDays'],
    ['T11', 5, 'workingDays'],
  ])
})

test('knows every evidence code, annexes 1 and 2 for nationals, 3 and 4 for others', () => {
  const { OWN_NATIONAL: own, STATELESS: other } = euAz2014.evidence
  expect([...own.proof, ...own.primaFacie, ...other.proof, ...other.primaFacie]).toEqual(Object.keys(evidence.codes))
  expect(other.proof.every((code) => code.startsWith('T'))).toBe(true)
})

test('binds Azerbaijan and the member states but Denmark and Ireland', () => {
  expect(euAz2014.states).toHaveLength(26)
  expect(euAz2014.states.filter((state) => !(state in country.codes))).toEqual([])
  expect(euAz2014.states).not.toEqual(expect.arrayContaining(['DNK']))
  expect(euAz2014.states).not.toEqual(expect.arrayContaining(['IRL']))
})
