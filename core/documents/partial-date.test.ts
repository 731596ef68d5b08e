import { expect, test } from 'vitest'
import { birthDateOf, expiryDateOf, partialDatesAgree } from './partial-date.ts'

const TODAY = '2026-11-21'

test.each([
  ['880321', { date: '1988-03-21' }],
  ['261121', { date: '2026-11-21' }],
  ['261122', { date: '1926-11-22' }],
  ['8803<<', { date: '1988-03' }],
  ['88<<<<', { date: '1988' }],
  ['88<<21', { date: '1988' }],
  ['<<0321', 'unknown'],
  ['<<<<<<', 'unknown'],
  ['850231', 'impossible'],
  ['<<1331', 'impossible'],
  ['8803', 'impossible'],
  ['000229', { date: '2000-02-29' }],
  ['850000', 'impossible'],
])('born %s is %j', (written, date) => {
  expect(birthDateOf(written, TODAY)).toEqual(date)
})

test.each([
  ['300101', '2030-01-01'],
  ['750101', '2075-01-01'],
  ['760101', '1976-01-01'],
  ['990101', '1999-01-01'],
])('a document until %s ends on %s', (written, date) => {
  expect(expiryDateOf(written, TODAY)).toEqual({ date })
})

test('late in a century an expiry reaches into the next', () => {
  expect(expiryDateOf('050101', '2098-06-01')).toEqual({ date: '2105-01-01' })
})

test('a date agrees with every date that says less', () => {
  expect(partialDatesAgree('1985', '1985-03-12')).toBe(true)
  expect(partialDatesAgree('1985-03-12', '1985-03')).toBe(true)
  expect(partialDatesAgree('1985-03', '1985-04')).toBe(false)
})
