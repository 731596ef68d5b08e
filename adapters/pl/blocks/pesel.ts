/** PESEL, the number of the population register: eleven digits, the date of birth first, the last one a check digit. */
import type { Format } from '#core/mapping/formats.ts'

const WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]

const peselOf = (value: string) => (isPesel(value) ? value : undefined)

export const pesel: Format = {
  rule: 'pattern',
  expected: 'a PESEL: eleven digits, the last of which checks the others',
  toCanonical: peselOf,
  toWire: peselOf,
}

function isPesel(value: string): boolean {
  if (!/^\d{11}$/.test(value)) return false
  return WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(value[index]), 0) % 10 === 0
}
