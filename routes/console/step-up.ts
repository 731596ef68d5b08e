/** Proving again that it is oneself, for what must not be done by whoever finds an open page. */
import { type Context, Hono } from 'hono'
import { refusal } from '#core/console/refusal.ts'
import { STEP_UP_MS } from '#core/console/session.ts'
import type { Console, ConsoleEnv } from './console.ts'
import { Code, SignedByKey, taking } from './input.ts'
import type { Requires } from './permission.ts'
import { challengeFor, type Given, prove } from './proof.ts'
import { doingOf, giveToken } from './visitor.ts'

export function stepUpRoutes(console: Console, requires: Requires) {
  const stepUp = async (c: Context<ConsoleEnv>, given: Given) => {
    const { session, token } = c.var
    const how = await prove(console, c, session.account, given)
    const now = console.clock.now()
    const yes = await console.sessions.stepUp(token ?? Buffer.of(), giveToken(c), { ...doingOf(session, now), how })
    if (!yes) throw refusal('SIGNED_OUT')
    return { steppedUpUntil: new Date(now.getTime() + STEP_UP_MS).toISOString() }
  }
  return new Hono<ConsoleEnv>()
    .post('/totp', requires('self'), taking(Code), async (c) => c.json(await stepUp(c, { totp: c.req.valid('json').code })))
    .post('/passkey/options', requires('self'), async (c) => c.json(await challengeFor(console, c, c.var.session.account)))
    .post('/passkey', requires('self'), taking(SignedByKey), async (c) =>
      c.json(await stepUp(c, { passkey: c.req.valid('json').response })),
    )
}
