import { expect, test } from 'vitest'
import { checkDigitOf } from './check-digit.ts'

test.each([
  ['520727', '3'],
  ['AB2134<<<', '5'],
  ['<<<<<<', '0'],
  ['', '0'],
])('the check digit of %s is %s (ICAO Doc 9303-3, section 4.9)', (field, digit) => {
  expect(checkDigitOf(field)).toBe(digit)
})
