/** Signing in: name and password, then a second factor. What is wrong, and whether there is such an account, is not told. */
import { Type } from '@sinclair/typebox'
import { type Context, Hono } from 'hono'
import { ACCOUNT_NAME, type Account } from '#core/console/accounts.ts'
import { refusal } from '#core/console/refusal.ts'
import { ABSOLUTE_MS, HALF_WAY_MS, type Signed } from '#core/console/session.ts'
import type { Console, ConsoleEnv } from './console.ts'
import { isPassword } from './factors/password.ts'
import { Code, closed, line, SignedByKey, taking } from './input.ts'
import { challengeFor, type Given, prove, tryFor } from './proof.ts'
import { doingOf, giveToken, takeToken } from './visitor.ts'

const Named = Type.Object({ name: line(60), password: Type.String({ minLength: 1, maxLength: 200 }) }, closed)
const Recovery = Type.Object({ code: line(40) }, closed)

export function signInRoutes(console: Console) {
  const { accounts, sessions, provider, clock, ids, settings } = console

  const complete = async (c: Context<ConsoleEnv>, given: Given) => {
    const half = halfOf(c)
    const how = await prove(console, c, half.account, given)
    const now = clock.now()
    const until = new Date(now.getTime() + ABSOLUTE_MS)
    const yes = await sessions.complete(c.var.token ?? Buffer.of(), giveToken(c), until, { ...doingOf(half, now), how })
    if (!yes) throw refusal('SIGNED_OUT')
    return { signedIn: true as const }
  }

  return new Hono<ConsoleEnv>()
    .get('/', (c) => c.json({ environment: settings.environment, singleSignOn: provider !== undefined }))
    .post('/', taking(Named), async (c) => {
      const { password, ...given } = c.req.valid('json')
      const name = given.name.trim().toLowerCase()
      const attempt = await tryFor(console, c, name)
      const found = ACCOUNT_NAME.test(name) ? await accounts.find(name) : undefined
      const account = found?.state === 'active' ? found : undefined
      if (!(await isPassword(password, account?.password)) || !account) return attempt.failed(found)
      await attempt.held('half')
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
    .post('/totp', taking(Code), async (c) => c.json(await complete(c, { totp: c.req.valid('json').code })))
    .post('/recovery', taking(Recovery), async (c) => c.json(await complete(c, { recovery: c.req.valid('json').code })))
    .post('/passkey/options', async (c) => c.json(await challengeFor(console, c, halfOf(c).account)))
    .post('/passkey', taking(SignedByKey), async (c) => c.json(await complete(c, { passkey: c.req.valid('json').response })))
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

/** Whose password was right just now. */
function halfOf(c: Context<ConsoleEnv>): Signed {
  if (c.var.visitor?.level !== 'half') throw refusal('SIGNED_OUT')
  return c.var.visitor
}
