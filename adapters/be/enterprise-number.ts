/**
 * Who sends and who receives: in Belgium by its enterprise number (Crossroads Bank for Enterprises), others by their party id. The last two digits check the first
 * eight: 97 minus their remainder by 97.
 */
import type { Format } from '#core/mapping/formats.ts'
import { choice } from '#core/mapping/rows.ts'

/** A placeholder that passes the check: the real one is given with the agreement, and stands here alone. */
const IMMIGRATION_OFFICE = '0200000043'

export function isEnterpriseNumber(number: string): boolean {
  return /^[01]\d{9}$/.test(number) && 97 - (Number(number.slice(0, 8)) % 97) === Number(number.slice(8))
}

const immigrationOffice: Format = {
  rule: 'code',
  expected: 'the enterprise number of the Immigration Office, ten digits without dots',
  toCanonical: (wire) => (wire === IMMIGRATION_OFFICE && isEnterpriseNumber(wire) ? 'be' : undefined),
  toWire: (canonical) => (canonical === 'be' ? IMMIGRATION_OFFICE : undefined),
}

const others: Format = {
  rule: 'code',
  expected: 'the id of a party outside Belgium',
  toCanonical: (wire) => (wire === 'be' ? undefined : wire),
  toWire: (canonical) => (canonical === 'be' ? undefined : canonical),
}

/** A party, at a place in the head or in a list. */
export function party(path: string) {
  const at = (name: string) => (path === '.' ? name : `${path}/${name}`)
  return choice([at('numeroEntreprise'), immigrationOffice], [at('partie'), others])
}
