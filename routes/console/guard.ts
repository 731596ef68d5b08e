/** Against pages of other sites. */
import type { MiddlewareHandler } from 'hono'
import { refusal } from '#core/console/refusal.ts'
import type { ConsoleEnv, ConsoleSettings } from './console.ts'

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])
/** Names of the machine itself, with any port. */
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/

/** A page elsewhere may give its own name the address of this machine (DNS rebinding): only names that are ours are answered. */
export function servedHere({ origin, proxied }: ConsoleSettings): MiddlewareHandler<ConsoleEnv> {
  return async (c, next) => {
    const host = c.req.header('host') ?? ''
    // What Host a proxy passes on is its own affair; the browser has already checked the name that its certificate is for.
    const ours = proxied || (origin === undefined ? LOOPBACK.test(host) : host === new URL(origin).host)
    if (!ours) throw refusal('WRONG_HOST')
    c.set('origin', origin ?? `http://${host}`)
    await next()
  }
}

/** Every unsafe method, whatever the content type: the browser says that the page is ours, or, an old one, names our origin. */
export const sameSite: MiddlewareHandler<ConsoleEnv> = async (c, next) => {
  if (!SAFE.has(c.req.method)) {
    const site = c.req.header('sec-fetch-site')
    const same = site === undefined ? c.req.header('origin') === c.var.origin : site === 'same-origin'
    if (!same) throw refusal('CROSS_SITE')
  }
  await next()
}
