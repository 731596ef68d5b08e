/** Whose request it is: the cookie, the session that it stands for, and how it gets another one. */
import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Person } from '#core/console/four-eyes.ts'
import { hashOfToken, isLive, newToken, type Signed, TOUCH_MS } from '#core/console/session.ts'
import type { Console, ConsoleEnv } from './console.ts'

const NAME = 'sid'

/** A request that a page makes by itself, as polling: it does not keep the session alive. */
const BY_ITSELF = 'korpu-background'

export function visitors(console: Console): MiddlewareHandler<ConsoleEnv> {
  return async (c, next) => {
    c.set('address', addressOf(c, console.settings.proxied))
    const cookie = getCookie(c, NAME, 'host')
    if (cookie !== undefined) {
      const token = hashOfToken(cookie)
      const session = await console.sessions.find(token)
      c.set('token', token)
      if (session && isLive(session, console.clock.now())) c.set('visitor', session)
    }
    await next()
  }
}

/** The last address in X-Forwarded-For is what the proxy itself saw. */
function addressOf(c: Context<ConsoleEnv>, proxied: boolean): string {
  const told = proxied ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return told || (c.env.incoming.socket.remoteAddress ?? '')
}

export async function keepAlive({ sessions, clock }: Console, c: Context<ConsoleEnv>): Promise<void> {
  const { token, visitor } = c.var
  const now = clock.now()
  if (!token || !visitor || c.req.header(BY_ITSELF) !== undefined || now.getTime() - visitor.seenAt.getTime() < TOUCH_MS) return
  await sessions.touch(token, now)
}

/** A new token, in the cookie; answers with what the database may know of it. */
export function giveToken(c: Context<ConsoleEnv>): Buffer {
  const token = newToken()
  setCookie(c, NAME, token, { prefix: 'host', httpOnly: true, secure: true, sameSite: 'Strict', path: '/' })
  return hashOfToken(token)
}

export const takeToken = (c: Context<ConsoleEnv>): void => {
  deleteCookie(c, NAME, { prefix: 'host', secure: true, path: '/' })
}

/** Who does something, as the audit trail has it. */
export const doingOf = ({ account, role, sessionId }: Signed, at: Date): Person => ({ by: account, role, session: sessionId, at })
