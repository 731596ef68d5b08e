import { expect, test } from 'vitest'
import { country } from '#schemas/codelists/country.ts'
import { evidence } from '#schemas/codelists/document.ts'
import { euAz2014 } from './eu-az-2014.ts'

const limits = Object.entries(euAz2014.limits)

test('claims as read only what was read: the reply limit of 15 days and the travel document in 5 working days', () => {
  expect(limits.filter(([, { confidence }]) => confidence === 'V').map(([id, { value, unit }]) => [id, value, unit])).toEqual([
    ['T5', 15, 'calendarDays'],
    ['T11', 5, 'workingDays'],
  ])
})

test('claims the 15 days as read, but not that they are calendar days', () => {
  expect(euAz2014.limits.T5).toMatchObject({ confidence: 'V', unitConfidence: 'GK' })
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
