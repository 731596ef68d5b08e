/** Signing in at the ministry's own identity provider, and stepping up there. */
import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { ACCOUNT_NAME } from '#core/console/accounts.ts'
import { refusal } from '#core/console/refusal.ts'
import { seal, unseal } from '#core/console/seal.ts'
import { ABSOLUTE_MS, HALF_WAY_MS } from '#core/console/session.ts'
import type { Console, ConsoleEnv } from './console.ts'
import type { Begun, Known } from './factors/provider.ts'
import { giveToken } from './visitor.ts'

/** Lax, for the way back begins at another site; it lets nobody in. */
const COOKIE = 'oidc'
const PATH = '/api/single-sign-on/callback'
const MINUTES_MS = 600_000

export function singleSignOnRoutes(console: Console) {
  const { provider, clock, settings, log } = console
  return new Hono<ConsoleEnv>()
    .get('/start', async (c) => {
      if (!provider) throw refusal('NOT_FOUND')
      const { visitor, token } = c.var
      const stepUp = c.req.query('for') === 'step-up' && visitor?.level === 'full' && token ? { token: token.toString('hex') } : undefined
      const { url, begun } = await provider.begin(`${c.var.origin}${PATH}`, stepUp, clock.now().getTime() + MINUTES_MS)
      const sealed = Buffer.from(seal(settings.secret, COOKIE, Buffer.from(JSON.stringify(begun)))).toString('base64url')
      setCookie(c, COOKIE, sealed, { prefix: 'host', httpOnly: true, secure: true, sameSite: 'Lax', path: '/', maxAge: MINUTES_MS / 1000 })
      return c.redirect(url)
    })
    .get('/callback', async (c) => {
      const begun = begunOf(c, settings.secret)
      deleteCookie(c, COOKIE, { prefix: 'host', secure: true, path: '/' })
      if (!provider || !begun || clock.now().getTime() > begun.endsAt) return c.redirect('/sign-in?refused=failed')
      const came = await provider.end(new URL(c.req.url.replace(/^[^?]*/, `${c.var.origin}${PATH}`)), begun)
      if (typeof came === 'string') {
        log.info('sign-in.refused', { state: came })
        return c.redirect(`/sign-in?refused=${came}`)
      }
      const yes = await (begun.token === undefined ? signIn(console, c, came) : stepUp(console, c, came, Buffer.from(begun.token, 'hex')))
      return c.redirect(yes ? '/' : '/sign-in?refused=failed')
    })
}

function begunOf(c: Context<ConsoleEnv>, secret: Uint8Array): Begun | undefined {
  const sealed = getCookie(c, COOKIE, 'host')
  if (sealed === undefined) return undefined
  try {
    return JSON.parse(Buffer.from(unseal(secret, COOKIE, Buffer.from(sealed, 'base64url'))).toString()) as Begun
  } catch {
    return undefined
  }
}

/** Who is known by the provider has an account here, with the role that the groups say now. A name that somebody else has is not given twice. */
async function signIn({ accounts, sessions, clock, ids }: Console, c: Context<ConsoleEnv>, { name, ...known }: Known): Promise<boolean> {
  const now = clock.now()
  const account = ACCOUNT_NAME.test(name)
    ? await accounts.fromProvider({ name, ...known }, { by: name, role: known.role, at: now })
    : undefined
  if (account === undefined) return false
  const token = giveToken(c)
  const sessionId = ids.uuid()
  const half = { sessionId, account, level: 'half' as const, createdAt: now, endsAt: new Date(now.getTime() + HALF_WAY_MS) }
  await sessions.open({ ...half, token, address: c.var.address, agent: (c.req.header('user-agent') ?? '').slice(0, 200) })
  const doing = { by: account, role: known.role, session: sessionId, at: now, how: 'sso' as const }
  return sessions.complete(token, giveToken(c), new Date(now.getTime() + ABSOLUTE_MS), doing)
}

/** The same person again, or it counts for nothing. */
async function stepUp({ accounts, sessions, clock }: Console, c: Context<ConsoleEnv>, { subject }: Known, token: Buffer): Promise<boolean> {
  const session = await sessions.find(token)
  const account = session && (await accounts.find(session.account))
  if (!session || account?.subject !== subject) return false
  const doing = { by: session.account, role: session.role, session: session.sessionId, at: clock.now(), how: 'sso' as const }
  return sessions.stepUp(token, giveToken(c), doing)
}
