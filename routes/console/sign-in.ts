/** Signing in: name and password, then a second factor. What is wrong, and whether there is such an account, is not told. */
import { Type } from '@sinclair/typebox'
import { type Context, Hono } from 'hono'
import { ACCOUNT_NAME, type Account, type SecondFactor } from '#core/console/accounts.ts'
import { guessesOf } from '#core/console/guesses.ts'
import { refusal } from '#core/console/refusal.ts'
import { unseal } from '#core/console/seal.ts'
import { ABSOLUTE_MS, HALF_WAY_MS, type Signed } from '#core/console/session.ts'
import type { Console, ConsoleEnv } from './console.ts'
import { isPassword } from './factors/password.ts'
import { stepOf } from './factors/totp.ts'
import { closed, line, taking } from './input.ts'
import { doingOf, giveToken, takeToken } from './visitor.ts'

const Named = Type.Object({ name: line(60), password: Type.String({ minLength: 1, maxLength: 200 }) }, closed)
const Code = Type.Object({ code: Type.String({ pattern: '^\\d{6}$' }) }, closed)

export function signInRoutes(console: Console) {
  const { accounts, sessions, clock, ids, settings } = console
  return new Hono<ConsoleEnv>()
    .get('/', (c) => c.json({ environment: settings.environment }))
    .post('/', taking(Named), async (c) => {
      const { password, ...given } = c.req.valid('json')
      const name = given.name.trim().toLowerCase()
      const tries = await tryFor(console, c, name)
      const found = ACCOUNT_NAME.test(name) ? await accounts.find(name) : undefined
      const account = found?.state === 'active' ? found : undefined
      if (!(await isPassword(password, account?.password)) || !account) throw refusal('SIGN_IN_FAILED')
      await accounts.guessed(tries, 'half')
      const now = clock.now()
      await sessions.open({
        token: giveToken(c),
        sessionId: ids.uuid(),
        account: account.name,
        level: 'half',
        createdAt: now,
        endsAt: new Date(now.getTime() + HALF_WAY_MS),
        address: c.var.address,
        agent: (c.req.header('user-agent') ?? '').slice(0, 200),
      })
      const methods = methodsOf(account)
      return c.json({ next: methods[0] ?? 'totp', methods })
    })
    .post('/totp', taking(Code), async (c) => {
      const half = halfOf(c)
      const tries = await tryFor(console, c, half.account)
      const step = await stepOfCode(console, half.account, c.req.valid('json').code)
      if (step === undefined || !(await accounts.useStep(half.account, step))) throw refusal('SIGN_IN_FAILED')
      await accounts.guessed(tries, 'whole')
      await completed(console, c, half, 'totp')
      return c.json({ signedIn: true as const })
    })
}

export function signOutRoutes({ sessions, clock }: Console) {
  return new Hono<ConsoleEnv>().post('/', async (c) => {
    const { visitor } = c.var
    if (visitor) await sessions.end(visitor.sessionId, doingOf(visitor, clock.now()))
    takeToken(c)
    return c.json({ signedOut: true as const })
  })
}

/** In the order in which they are offered. */
const methodsOf = ({ passkeys, totp, recoveryLeft }: Account): readonly ('passkey' | 'totp' | 'recovery')[] => [
  ...(passkeys.length > 0 ? (['passkey'] as const) : []),
  ...(totp ? (['totp'] as const) : []),
  ...(recoveryLeft > 0 ? (['recovery'] as const) : []),
]

/** Counts a try before it is made. */
export async function tryFor({ accounts, clock }: Console, c: Context<ConsoleEnv>, name: string) {
  const now = clock.now()
  const tries = guessesOf(name, c.var.address)
  const may = await accounts.guess(tries, now)
  if (may === 'go') return tries
  throw refusal('LOCKED', { retryAfterS: Math.max(1, Math.ceil((may.wait.getTime() - now.getTime()) / 1000)) })
}

/** Whose password was right just now. */
function halfOf(c: Context<ConsoleEnv>): Signed {
  if (c.var.visitor?.level !== 'half') throw refusal('SIGNED_OUT')
  return c.var.visitor
}

export async function stepOfCode({ accounts, clock, settings }: Console, name: string, code: string): Promise<number | undefined> {
  const account = await accounts.find(name)
  return account?.totp && stepOf(code, unseal(settings.secret, name, account.totp), clock.now())
}

/** The second factor was right: the session is full, under a new token. */
async function completed({ sessions, clock }: Console, c: Context<ConsoleEnv>, half: Signed, how: SecondFactor): Promise<void> {
  const now = clock.now()
  const old = c.var.token ?? Buffer.of()
  const yes = await sessions.complete(old, giveToken(c), new Date(now.getTime() + ABSOLUTE_MS), { ...doingOf(half, now), how })
  if (!yes) throw refusal('SIGNED_OUT')
}
