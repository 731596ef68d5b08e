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
  /** Who it is at the identity provider; `undefined` for an account of our own. */
  readonly subject: string | undefined
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
  /** What its owner calls it. */
  readonly label: string | undefined
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

/** Whether it may be made, and until when there may be no other. */
export interface Guessing {
  readonly may: boolean
  readonly until: Date
}

export interface Accounts {
  find(name: string): Promise<Account | undefined>
  /** By name. */
  list(): Promise<readonly Account[]>
  /** `false` when the name is taken. With a password and a second factor it is active at once, else it is invited. */
  add(account: NewAccount, doing: Doing): Promise<boolean>
  /** Counts a try for all of these before it is made. */
  guess(guesses: readonly Guess[], now: Date): Promise<Guessing>
  /** The try was right, so it was no guess. After a `whole` sign-in all tries for the account are forgotten. */
  guessed(guesses: readonly Guess[], how: 'half' | 'whole'): Promise<void>
  /**
   * Somebody whom the identity provider knows: the account of that subject, with the role that it says now, or a new one. Answers with its name;
   * `undefined` when it is disabled, or the name of a new one is taken.
   */
  fromProvider(known: { readonly subject: string; readonly name: string; readonly role: Role }, doing: Doing): Promise<string | undefined>
  /** A code of an authenticator app counts once: `false` when this step or a later one was used. */
  useStep(name: string, step: number): Promise<boolean>
  /** A recovery code, by its SHA-256, counts once. */
  useRecovery(name: string, code: string): Promise<boolean>
  /** What the authenticator counts must grow, unless it counts nothing (0): `false` for a copy of it. */
  usePasskey(id: string, counter: number): Promise<boolean>
  /** `false` when somebody has it already. */
  addPasskey(name: string, passkey: NewPasskey, label: string, doing: Doing): Promise<boolean>
  namePasskey(name: string, id: string, label: string, doing: Doing): Promise<boolean>
  /** `false` when there is none, or it is the only second factor. */
  removePasskey(name: string, id: string, doing: Doing): Promise<boolean>
  /** Ends all other sessions of the account. */
  setPassword(name: string, password: string, doing: Doing): Promise<boolean>
  /** New recovery codes, by their SHA-256; those before are over. */
  setRecovery(name: string, recovery: readonly string[], doing: Doing): Promise<boolean>
  /** Makes a link for an account that is invited; an earlier one is over. `false` when it is not invited. */
  link(name: string, token: Uint8Array, endsAt: Date, doing: Doing): Promise<boolean>
  /** Whose link it is, while it counts. */
  linked(token: Uint8Array, now: Date): Promise<Invited | undefined>
  /** What the next step of a link needs: a sealed secret, or what a passkey has to sign. */
  prepare(name: string, what: { readonly totp?: Uint8Array; readonly challenge?: string }): Promise<void>
  /** The link is used: the account is active with these. `false` when it was used meanwhile. */
  enrol(token: Uint8Array, proofs: Enrolment, doing: Doing): Promise<boolean>
  /** Ends all sessions of the account. `false` when there is nothing to change. */
  setRole(name: string, role: Role, doing: Doing): Promise<boolean>
  /** Ends all sessions of the account. */
  disable(name: string, doing: Doing): Promise<boolean>
  /** Takes away password, factors and sessions: it is invited again. Also for one that was disabled. */
  reset(name: string, doing: Doing): Promise<boolean>
}

export type NewPasskey = Omit<Passkey, 'createdAt' | 'label'>

export interface Invited extends Account {
  readonly challenge: string | undefined
}

/** With one second factor. `recovery` are SHA-256, hex. */
export interface Enrolment {
  readonly password: string
  readonly factor: 'totp' | NewPasskey
  readonly recovery: readonly string[]
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
  /** The second factor was given again: a new token, and for some minutes what needs it may be done. Audited. */
  stepUp(token: Uint8Array, next: Uint8Array, doing: Doing & { readonly how: SecondFactor }): Promise<boolean>
  /** What a passkey has to sign next, in this session. */
  challenge(token: Uint8Array, challenge: string): Promise<void>
  /** It counts once. */
  takeChallenge(token: Uint8Array): Promise<string | undefined>
  /** Full ones that are not over, newest first; of one account, or of all. */
  list(now: Date, account?: string): Promise<readonly Signed[]>
  /** Ends one; audited. `false` when it was over already. */
  end(sessionId: string, doing: Doing): Promise<boolean>
}

export type SecondFactor = 'totp' | 'passkey' | 'recovery' | 'sso'
