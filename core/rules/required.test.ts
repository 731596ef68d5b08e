import { expect, test } from 'vitest'
import { isRequired } from './required.ts'

test.each([
  ['/body/subject/familyName', true],
  ['/body/caseReference', true],
  ['/body/subject/nationalities/0', true],
  ['/header/messageId', true],
  ['/body/place', false],
  ['/body/subject/patronymic', false],
  ['/header/expiresAt', false],
])('of an application, %s must arrive: %s', (pointer, required) => {
  expect(isRequired('readmission-application', pointer)).toBe(required)
})

test('what an optional part demands is not demanded of the message', () => {
  expect(isRequired('readmission-application', '/body/spouse/familyName')).toBe(false)
  expect(isRequired('readmission-application', '/body/children/0/familyName')).toBe(false)
})

test('what the schema does not know is demanded by nobody', () => {
  expect(isRequired('readmission-application', '/body/subject/nickname')).toBe(false)
  expect(isRequired('readmission-application', '/body/caseReference/more')).toBe(false)
})
