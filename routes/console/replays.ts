/** Replays: planned, begun at once or after another person's approval, looked after, cancelled. */
import { type Static, Type } from '@sinclair/typebox'
import { Hono } from 'hono'
import { FEW, replayFilterOf } from '#core/console/exchange-acts.ts'
import { refusal } from '#core/console/refusal.ts'
import type { JsonObject } from '#core/message.ts'
import { REPLAYABLE } from '#core/operations.ts'
import { errorCode, filtering, filterOf, messageType, oneOf, party, time, uuid } from './asking.ts'
import type { Console, ConsoleEnv } from './console.ts'
import { asking, closed, REASON, taking } from './input.ts'
import type { Requires } from './permission.ts'
import { doingOf } from './visitor.ts'

const MOST_NAMED = 200
const MOST_JOBS = 200
const PAGE = 50

const FILTER = Type.Object(
  {
    states: Type.Array(oneOf(REPLAYABLE), { minItems: 1, maxItems: 4 }),
    deliveryIds: Type.Optional(Type.Array(uuid, { minItems: 1, maxItems: MOST_NAMED })),
    party: Type.Optional(party),
    code: Type.Optional(errorCode),
    type: Type.Optional(messageType),
    conversationId: Type.Optional(uuid),
    since: Type.Optional(time),
    until: Type.Optional(time),
  },
  closed,
)
const DELIVERIES = Type.Object({ state: filtering.state, after: Type.Optional(Type.String({ pattern: '^\\d{1,9}$' })) }, closed)
const PLAN = Type.Object({ filter: FILTER }, closed)
const START = Type.Object({ filter: FILTER, reason: REASON }, closed)
const WHY = Type.Object({ reason: REASON }, closed)

export function replayRoutes(console: Console, requires: Requires) {
  const { operations, reading, fourEyes, hub, clock } = console
  return new Hono<ConsoleEnv>()
    .get('/', requires('messages.read'), async (c) => c.json({ items: await operations.jobs(MOST_JOBS) }))
    .get('/:id', requires('messages.read'), async (c) => {
      const job = await operations.job(c.req.param('id'))
      if (!job) throw refusal('NOT_FOUND')
      /** `states`: of the deliveries that it has reached, as they are now. */
      return c.json({ ...job, states: await reading.jobStates(job.jobId) })
    })
    .get('/:id/deliveries', requires('messages.read'), asking(DELIVERIES), async (c) => {
      const { state, after = '0' } = c.req.valid('query')
      const states = filterOf({ ...(state && { state }) }).states
      const found = await reading.jobDeliveries(c.req.param('id'), { states, after: Number(after), limit: PAGE + 1 })
      const items = found.slice(0, PAGE)
      return c.json({ items, ...(found.length > PAGE && { after: items.at(-1)?.number }) })
    })
    .post('/plan', requires('replay.few'), taking(PLAN), async (c) => {
      const filter = boundBy(c.req.valid('json').filter, hub.clock.now())
      const plan = await operations.plan(replayFilterOf(filter), hub.clock.now())
      /** `filter` goes back when it is begun: it ends at the moment of the plan. Above `few` another person approves. */
      return c.json({ ...plan, filter, few: FEW, needsApproval: plan.count > FEW })
    })
    .post('/', requires('replay.few'), taking(START), async (c) => {
      const { filter, reason } = c.req.valid('json')
      const bound = boundBy(filter, hub.clock.now())
      const { count } = await operations.plan(replayFilterOf(bound), hub.clock.now())
      const answer = await fourEyes.ask(
        count > FEW ? 'replay.many' : 'replay.few',
        { filter: bound },
        reason,
        doingOf(c.var.session, clock.now()),
      )
      return c.json(answer, 202)
    })
    .post('/:id/cancel', requires('replay.few'), taking(WHY), async (c) => {
      const { reason } = c.req.valid('json')
      return c.json(await fourEyes.ask('replay.cancel', { jobId: c.req.param('id') }, reason, doingOf(c.var.session, clock.now())))
    })
}

const boundBy = (filter: Static<typeof FILTER>, now: Date): JsonObject => ({ ...filter, until: filter.until ?? now.toISOString() })

/** One delivery: sent again, let go, or given up. */
export function deliveryRoutes({ fourEyes, clock }: Console, requires: Requires) {
  return new Hono<ConsoleEnv>()
    .post('/:id/replay', requires('replay.few'), taking(WHY), async (c) => {
      const filter = { states: [...REPLAYABLE], deliveryIds: [c.req.param('id')] }
      return c.json(await fourEyes.ask('replay.few', { filter }, c.req.valid('json').reason, doingOf(c.var.session, clock.now())))
    })
    .post('/:id/skip', requires('delivery.skip'), taking(WHY), async (c) => {
      const { reason } = c.req.valid('json')
      return c.json(await fourEyes.ask('delivery.skip', { deliveryId: c.req.param('id') }, reason, doingOf(c.var.session, clock.now())))
    })
    .post('/:id/cancel', requires('delivery.cancel'), taking(WHY), async (c) => {
      const { reason } = c.req.valid('json')
      return c.json(await fourEyes.ask('delivery.cancel', { deliveryId: c.req.param('id') }, reason, doingOf(c.var.session, clock.now())))
    })
}
