/** Who may use the console, and with what they prove who they are. */
import type { Guess } from './guesses.ts'
import type { Role } from './roles.ts'
import type { Session, Signed } from './session.ts'

/** Lower case, so that nobody is mistaken for another. */
export const ACCOUNT_NAME = /^[a-z][a-z0-9._-]{1,39}$/

/** `invited` until the one-time link was used. */
export type AccountState = 'invited' | 'active' | 'disabled'

export interface Account {
  readonly name: string
  readonly role: Role
  readonly state: AccountState
  readonly createdAt: Date
  readonly lastSignInAt: Date | undefined
  /** Argon2id, as PHC string. */
  readonly password: string | undefined
  /** Of the authenticator app, sealed (seal.ts). */
  readonly totp: Uint8Array | undefined
  readonly passkeys: readonly Passkey[]
  /** How many recovery codes are left. */
  readonly recoveryLeft: number
}

export interface Passkey {
  /** Credential id, base64url. */
  readonly id: string
  /** COSE key. */
  readonly publicKey: Uint8Array
  readonly counter: number
  readonly transports: readonly string[]
  readonly createdAt: Date
}

export type NewAccount = Pick<Account, 'name' | 'role'> & Partial<Pick<Account, 'password' | 'totp'>>

/** By whom, and in which session, something is done to accounts: every change is audited with it, in the same transaction. */
export interface Doing {
  readonly by: string
  readonly at: Date
  readonly role?: Role
  readonly session?: string
  readonly reason?: string
}

export interface Accounts {
  find(name: string): Promise<Account | undefined>
  /** By name. */
  list(): Promise<readonly Account[]>
  /** `false` when the name is taken. With a password and a second factor it is active at once, else it is invited. */
  add(account: NewAccount, doing: Doing): Promise<boolean>
  /** Counts a try for all of these before it is made. `wait` until then when one of them has made too many. */
  guess(guesses: readonly Guess[], now: Date): Promise<'go' | { readonly wait: Date }>
  /** The try was right, so it was no guess. After a `whole` sign-in all tries for the account are forgotten. */
  guessed(guesses: readonly Guess[], how: 'half' | 'whole'): Promise<void>
  /** A code of an authenticator app counts once: `false` when this step or a later one was used. */
  useStep(name: string, step: number): Promise<boolean>
}

export interface NewSession extends Omit<Session, 'steppedUpAt' | 'seenAt'> {
  readonly token: Uint8Array
}

/** Tokens are given as their hashes. */
export interface Sessions {
  open(session: NewSession): Promise<void>
  /** Of an account that is active; it may be over. */
  find(token: Uint8Array): Promise<Signed | undefined>
  touch(token: Uint8Array, at: Date): Promise<void>
  /** The second factor was right: a new token for the same session, which is full from now on. Audited. `false` when it is gone. */
  complete(token: Uint8Array, next: Uint8Array, endsAt: Date, doing: Doing & { readonly how: SecondFactor }): Promise<boolean>
  /** Ends one; audited. `false` when it was over already. */
  end(sessionId: string, doing: Doing): Promise<boolean>
}

export type SecondFactor = 'totp' | 'passkey' | 'recovery' | 'sso'
