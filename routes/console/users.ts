/** Accounts. Every change waits for a second administrator; the link for an account that two have agreed on is made at once. */
import { Type } from '@sinclair/typebox'
import { Hono } from 'hono'
import { ACCOUNT_NAME, type Account } from '#core/console/accounts.ts'
import { LINK_MS, linkTo } from '#core/console/link.ts'
import { refusal } from '#core/console/refusal.ts'
import { ROLES } from '#core/console/roles.ts'
import { hashOfToken, newToken } from '#core/console/session.ts'
import type { Console, ConsoleEnv } from './console.ts'
import { closed, oneOf, REASON, taking } from './input.ts'
import type { Requires } from './permission.ts'
import { doingOf } from './visitor.ts'

const name = Type.String({ pattern: ACCOUNT_NAME.source })
const role = oneOf(...ROLES)
const NewUser = Type.Object({ name, role, reason: REASON }, closed)
const NewRole = Type.Object({ role, reason: REASON }, closed)
const Reason = Type.Object({ reason: REASON }, closed)

export function userRoutes({ accounts, fourEyes, clock }: Console, requires: Requires) {
  return new Hono<ConsoleEnv>()
    .get('/', requires('users.read'), async (c) => c.json({ items: (await accounts.list()).map(shown) }))
    .post('/', requires('users.change'), taking(NewUser), async (c) => {
      const { reason, ...user } = c.req.valid('json')
      return c.json(await fourEyes.ask('user.invite', user, reason, doingOf(c.var.session, clock.now())))
    })
    .post('/:name/role', requires('users.change'), taking(NewRole), async (c) => {
      const { reason, role: to } = c.req.valid('json')
      const user = { name: c.req.param('name'), role: to }
      return c.json(await fourEyes.ask('user.role', user, reason, doingOf(c.var.session, clock.now())))
    })
    .post('/:name/disable', requires('users.change'), taking(Reason), async (c) => {
      const user = { name: c.req.param('name') }
      return c.json(await fourEyes.ask('user.disable', user, c.req.valid('json').reason, doingOf(c.var.session, clock.now())))
    })
    .post('/:name/reset', requires('users.change'), taking(Reason), async (c) => {
      const user = { name: c.req.param('name') }
      return c.json(await fourEyes.ask('user.reset', user, c.req.valid('json').reason, doingOf(c.var.session, clock.now())))
    })
    .post('/:name/link', requires('users.change', 'stepped-up'), async (c) => {
      const now = clock.now()
      const [token, endsAt] = [newToken(), new Date(now.getTime() + LINK_MS)]
      const made = await accounts.link(c.req.param('name'), hashOfToken(token), endsAt, doingOf(c.var.session, now))
      if (!made) throw refusal('CONFLICT')
      return c.json({ link: linkTo(c.var.origin, token), endsAt: endsAt.toISOString() })
    })
}

const shown = ({ name: account, role: as, state, createdAt, lastSignInAt, totp, passkeys, recoveryLeft }: Account) => ({
  name: account,
  role: as,
  state,
  createdAt: createdAt.toISOString(),
  lastSignInAt: lastSignInAt?.toISOString(),
  factors: { totp: totp !== undefined, passkeys: passkeys.length, recoveryLeft },
})
