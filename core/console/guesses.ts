/** How long somebody who guesses has to wait: longer with every try, by account and by address. */
import { hash } from 'node:crypto'

/** Seconds of waiting after the first try, the second, and so on; the last one from then on. The account: a person errs a few times. */
const ACCOUNT_DELAYS_S = [0, 0, 0, 0, 5, 15, 30, 60, 120, 300, 900]
/** The address: a whole office may come from one. */
const ADDRESS_DELAYS_S = [...Array<number>(20).fill(0), 5, 15, 30, 60, 120, 300, 900]

/** After this long without a try, it is forgotten. */
export const FORGOTTEN_MS = 86_400_000

export interface Guess {
  readonly key: string
  readonly delaysS: readonly number[]
}

/** The account's first. What is typed as a name may be a password: only its hash is kept. */
export const guessesOf = (name: string, address: string): readonly Guess[] => [
  { key: `account:${hash('sha256', name)}`, delaysS: ACCOUNT_DELAYS_S },
  { key: `address:${hash('sha256', address)}`, delaysS: ADDRESS_DELAYS_S },
]
