/** Requests that wait for another person, and those that were decided. */
import { Type } from '@sinclair/typebox'
import { Hono } from 'hono'
import type { Approval, ApprovalFilter } from '#core/console/approvals.ts'
import { refusal } from '#core/console/refusal.ts'
import type { JsonObject } from '#core/message.ts'
import type { Console, ConsoleEnv } from './console.ts'
import { asking, closed, oneOf, REASON, taking } from './input.ts'
import type { Requires } from './permission.ts'
import { doingOf } from './visitor.ts'

const MOST = 200
const Filter = Type.Object({ state: Type.Optional(oneOf<ApprovalFilter[]>('open', 'closed', 'review')) }, closed)
const Seen = Type.Object({ seen: Type.String({ pattern: '^[0-9a-f]{64}$' }) }, closed)
const Alone = Type.Object({ seen: Seen.properties.seen, reason: REASON }, closed)
const Reason = Type.Object({ reason: REASON }, closed)
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const idOf = (given: string): string => {
  if (!ID.test(given)) throw refusal('NOT_FOUND')
  return given
}

export function approvalRoutes({ approvals, fourEyes, clock }: Console, requires: Requires) {
  return new Hono<ConsoleEnv>()
    .get('/', requires('approvals.read'), asking(Filter), async (c) => {
      const items = await approvals.list(c.req.valid('query').state ?? 'open', clock.now(), MOST)
      return c.json({ items: items.map((one) => shown(one, c.var.session.account)) })
    })
    .get('/:id', requires('approvals.read'), async (c) => {
      const { approval, effect, seen, fits } = await fourEyes.look(idOf(c.req.param('id')))
      /** `now` is what it would do now, `seen` goes back with the decision: it says that this was looked at. */
      return c.json({
        ...shown(approval, c.var.session.account),
        params: JSON.parse(approval.params) as JsonObject,
        now: effect,
        seen,
        fits,
      })
    })
    .post('/:id/approve', requires('approvals.decide', 'stepped-up'), taking(Seen), async (c) => {
      const doing = doingOf(c.var.session, clock.now())
      return c.json(shown(await fourEyes.approve(idOf(c.req.param('id')), c.req.valid('json').seen, doing), doing.by))
    })
    .post('/:id/reject', requires('approvals.decide'), taking(Reason), async (c) => {
      await fourEyes.reject(idOf(c.req.param('id')), c.req.valid('json').reason, doingOf(c.var.session, clock.now()))
      return c.json({ rejected: true as const })
    })
    .post('/:id/withdraw', requires('approvals.read'), async (c) => {
      await fourEyes.withdraw(idOf(c.req.param('id')), doingOf(c.var.session, clock.now()))
      return c.json({ withdrawn: true as const })
    })
    .post('/:id/break-glass', requires('glass.break', 'stepped-up'), taking(Alone), async (c) => {
      const { seen, reason } = c.req.valid('json')
      const doing = doingOf(c.var.session, clock.now())
      return c.json(shown(await fourEyes.breakGlass(idOf(c.req.param('id')), seen, reason, doing), doing.by))
    })
    .post('/:id/review', requires('glass.review'), async (c) => {
      await fourEyes.review(idOf(c.req.param('id')), doingOf(c.var.session, clock.now()))
      return c.json({ reviewed: true as const })
    })
}

const shown = (approval: Approval, viewer: string) => ({
  approvalId: approval.approvalId,
  act: approval.act,
  effect: approval.effect,
  askedBy: approval.askedBy,
  askedRole: approval.askedRole,
  askedAt: approval.askedAt.toISOString(),
  reason: approval.reason,
  expiresAt: approval.expiresAt.toISOString(),
  state: approval.state,
  decidedBy: approval.decidedBy,
  decidedAt: approval.decidedAt?.toISOString(),
  decision: approval.decision,
  outcome: approval.outcome,
  alone: approval.alone,
  reviewedBy: approval.reviewedBy,
  isOwn: approval.askedBy === viewer,
})
