/** A second factor that somebody gives, at sign-in or again for a step-up. Every try is counted before it is made. */
import type { Context } from 'hono'
import type { Account, SecondFactor } from '#core/console/accounts.ts'
import { guessesOf } from '#core/console/guesses.ts'
import { refusal } from '#core/console/refusal.ts'
import { unseal } from '#core/console/seal.ts'
import { HUB } from '#core/hub.ts'
import type { Console, ConsoleEnv } from './console.ts'
import { signedBy, signingOptions } from './factors/passkey.ts'
import { keptOf } from './factors/recovery.ts'
import { stepOf } from './factors/totp.ts'

export type Given = { readonly totp: string } | { readonly recovery: string } | { readonly passkey: unknown }

/** Which factor it was. Throws a `Refusal` when it is not right. */
export async function prove(console: Console, c: Context<ConsoleEnv>, name: string, given: Given): Promise<SecondFactor> {
  const attempt = await tryFor(console, c, name)
  const account = await console.accounts.find(name)
  if (!account || !(await holds(console, c, account, given))) return attempt.failed(account)
  await attempt.held('whole')
  if ('totp' in given) return 'totp'
  return 'recovery' in given ? 'recovery' : 'passkey'
}

async function holds(
  { accounts, sessions, clock, settings }: Console,
  c: Context<ConsoleEnv>,
  account: Account,
  given: Given,
): Promise<boolean> {
  const { name, totp, passkeys } = account
  if ('totp' in given) {
    const step = totp && stepOf(given.totp, unseal(settings.secret, name, totp), clock.now())
    return step !== undefined && accounts.useStep(name, step)
  }
  if ('recovery' in given) return accounts.useRecovery(name, keptOf(given.recovery))
  const challenge = c.var.token && (await sessions.takeChallenge(c.var.token))
  const signed = challenge === undefined ? undefined : await signedBy(c.var.origin, challenge, given.passkey, passkeys)
  return signed !== undefined && accounts.usePasskey(signed.id, signed.counter)
}

/** What the authenticator has to sign; kept with the session until it has. */
export async function challengeFor({ accounts, sessions }: Console, c: Context<ConsoleEnv>, name: string) {
  const account = await accounts.find(name)
  if (!account || !c.var.token || account.passkeys.length === 0) throw refusal('NOT_FOUND')
  const options = await signingOptions(c.var.origin, account.passkeys)
  await sessions.challenge(c.var.token, options.challenge)
  return options
}

/** A try that was counted, and how it ended. */
interface Attempt {
  held(how: 'half' | 'whole'): Promise<void>
  /** Audited, and when it was one too many that too; by whom is not known, and a name that is no account's is not kept: it may be a password. */
  failed(account: Pick<Account, 'name'> | undefined): Promise<never>
}

/** Throws a `Refusal` while no other may be made. */
export async function tryFor({ accounts, trail, clock }: Console, c: Context<ConsoleEnv>, name: string): Promise<Attempt> {
  const now = clock.now()
  const tries = guessesOf(name, c.var.address)
  const { may, until } = await accounts.guess(tries, now)
  if (!may) throw refusal('LOCKED', { retryAfterS: Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000)) })
  return {
    held: (how) => accounts.guessed(tries, how),
    async failed(account) {
      const tried = { party: HUB, at: now, object: account?.name ?? 'unknown' }
      await trail.record({ ...tried, event: 'sign-in.failed' })
      if (until > now) await trail.record({ ...tried, event: 'sign-in.locked' })
      throw refusal('SIGN_IN_FAILED')
    },
  }
}
