import { expect, test } from 'vitest'
import { sampleOf } from '#schemas/samples/messages.ts'
import { missedOf } from './required.ts'

const application = sampleOf('readmission-application', 'full')
const missed = (...lost: string[]) => missedOf(application, lost)

test.each(['/header/messageId', '/body/caseReference', '/body/subject/familyName', '/body/subject/nationalities/0'])(
  'an application does not hold without %s',
  (pointer) => {
    expect(missed(pointer)).toEqual([pointer])
  },
)

test.each(['/header/expiresAt', '/body/place', '/body/subject/patronymic', '/body/evidence/1/note'])(
  'an application holds without %s',
  (pointer) => {
    expect(missed(pointer)).toEqual([])
  },
)

test('what an optional record demands is missed while the rest of the record arrives', () => {
  expect(missed('/body/spouse/familyName', '/body/spouse/patronymic')).toEqual(['/body/spouse/familyName'])
  expect(missed('/body/children/0/familyName')).toEqual(['/body/children/0/familyName'])
})

test('an optional record may be lost as a whole', () => {
  expect(missed('/body/health/consent', '/body/health/statement', '/body/health/contagiousDisease')).toEqual([])
})

test('a required record may not', () => {
  const lost = ['name', 'position', 'phone', 'email'].map((name) => `/body/signatory/${name}`)
  expect(missed(...lost)).toEqual(lost)
})

test('one item of a list may be lost, all items of a required list may not', () => {
  const reply = sampleOf('readmission-application', 'small')
  const nationalities = ['AZE', 'RUS']
  const body = { ...reply.body, subject: { familyName: 'Əliyeva', nationalities } }
  const two = { ...reply, body } as typeof reply
  expect(missedOf(two, ['/body/subject/nationalities/1'])).toEqual([])
  expect(missedOf(two, ['/body/subject/nationalities/0', '/body/subject/nationalities/1'])).toHaveLength(2)
})
