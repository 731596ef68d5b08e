/** Who is signed in, and what the page may offer. */
import { Hono } from 'hono'
import { refusal } from '#core/console/refusal.ts'
import { actionsOf } from '#core/console/roles.ts'
import { idleEndOf, stepUpEndOf } from '#core/console/session.ts'
import type { Console, ConsoleEnv } from './console.ts'
import type { Requires } from './permission.ts'

export function meRoutes({ accounts, clock, settings }: Console, requires: Requires) {
  return new Hono<ConsoleEnv>().get('/', requires('self'), async (c) => {
    const { session } = c.var
    const account = await accounts.find(session.account)
    if (!account) throw refusal('SIGNED_OUT')
    const { name, role, totp, passkeys, recoveryLeft, subject } = account
    return c.json({
      /** By the clock that ends sessions. */
      at: clock.now().toISOString(),
      name,
      role,
      /** What the page offers; of these, `asks` only go to another person for approval. */
      permissions: actionsOf(role),
      asks: actionsOf(role, 'ask'),
      factors: { totp: totp !== undefined, passkeys: passkeys.length, recoveryLeft, singleSignOn: subject !== undefined },
      session: {
        sessionId: session.sessionId,
        idleEndsAt: idleEndOf(session).toISOString(),
        endsAt: session.endsAt.toISOString(),
        steppedUpUntil: stepUpEndOf(session, clock.now())?.toISOString(),
      },
      environment: settings.environment,
      version: settings.version,
    })
  })
}
