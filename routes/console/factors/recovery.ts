/** Recovery codes: for the day on which the second factor is lost. Each counts once. */
import { hash, randomInt } from 'node:crypto'

const HOW_MANY = 10
/** Crockford's base 32: nothing in it is mistaken for something else. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'
const LENGTH = 16

/** 80 bits each, as people copy them: `xxxx-xxxx-xxxx-xxxx`. */
export const newCodes = (): readonly string[] =>
  Array.from({ length: HOW_MANY }, () =>
    Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)])
      .join('')
      .replace(/(.{4})(?=.)/g, '$1-'),
  )

/** What is kept of it; the codes are as random as keys are. */
export const keptOf = (code: string): string => hash('sha256', code.toLowerCase().replaceAll(/[^0-9a-z]/g, ''))
