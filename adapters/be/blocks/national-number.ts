/**
 * The Belgian national number: eleven digits, the last two of which check the others (97 minus the remainder of the first nine by 97; for births from 2000 on a 2
 * stands before the nine). From published code; the royal decree of 3 April 1984 was not read.
 */
import type { Format } from '#core/mapping/formats.ts'

const checked = (number: string): string | undefined => {
  if (!/^\d{11}$/.test(number)) return undefined
  const [nine, check] = [number.slice(0, 9), Number(number.slice(9))]
  return [nine, `2${nine}`].some((digits) => 97 - (Number(digits) % 97) === check) ? number : undefined
}

export const nationalNumber: Format = {
  rule: 'pattern',
  expected: 'a Belgian national number: eleven digits, the last two of which check the others',
  toCanonical: checked,
  toWire: checked,
}
