/** Sessions: one's own, and for administrators those of others. */
import { Hono } from 'hono'
import { refusal } from '#core/console/refusal.ts'
import { can } from '#core/console/roles.ts'
import { idleEndOf, type Signed } from '#core/console/session.ts'
import type { Console, ConsoleEnv } from './console.ts'
import type { Requires } from './permission.ts'
import { doingOf } from './visitor.ts'

export function sessionRoutes({ sessions, clock }: Console, requires: Requires) {
  return new Hono<ConsoleEnv>()
    .get('/', requires('self'), async (c) => {
      const { account, sessionId } = c.var.session
      return c.json({ items: (await sessions.list(clock.now(), account)).map((one) => shown(one, sessionId)) })
    })
    .get('/all', requires('users.read'), async (c) => {
      const { sessionId } = c.var.session
      return c.json({ items: (await sessions.list(clock.now())).map((one) => shown(one, sessionId)) })
    })
    .delete('/:id', requires('self'), async (c) => {
      const { account, role } = c.var.session
      const now = clock.now()
      const found = (await sessions.list(now)).find(({ sessionId }) => sessionId === c.req.param('id'))
      // Whoever may not end it is not told that there is such a session.
      if (!found || (found.account !== account && !can(role, 'sessions.end'))) throw refusal('NOT_FOUND')
      await sessions.end(found.sessionId, doingOf(c.var.session, now))
      return c.json({ ended: true as const })
    })
}

const shown = (session: Signed, own: string) => ({
  sessionId: session.sessionId,
  account: session.account,
  role: session.role,
  createdAt: session.createdAt.toISOString(),
  seenAt: session.seenAt.toISOString(),
  endsAt: idleEndOf(session).toISOString(),
  address: session.address,
  agent: session.agent,
  isThis: session.sessionId === own,
})
