/** How long contents are kept, and erasing one of them on request. Both wait for a second administrator. */
import { Type } from '@sinclair/typebox'
import { Hono } from 'hono'
import { refusal } from '#core/console/refusal.ts'
import { dueUnder } from '#core/console/retention.ts'
import { caseState } from '#schemas/codelists/case-state.ts'
import { messageType, oneOf, party, uuid } from './asking.ts'
import type { Console, ConsoleEnv } from './console.ts'
import { closed, REASON, taking } from './input.ts'
import type { Requires } from './permission.ts'
import { doingOf } from './visitor.ts'

const MOST_DAYS = 36_500

const Rule = Type.Object(
  {
    rule: Type.String({ pattern: '^[\\w.-]{1,40}$' }),
    types: Type.Optional(Type.Array(messageType, { minItems: 1, uniqueItems: true })),
    outcomes: Type.Optional(Type.Array(oneOf(Object.keys(caseState.codes)), { minItems: 1, uniqueItems: true })),
    days: Type.Integer({ minimum: 1, maximum: MOST_DAYS }),
  },
  closed,
)
const Change = Type.Object({ rules: Type.Array(Rule, { maxItems: 50 }), reason: REASON }, closed)
const One = Type.Object({ messageId: uuid, from: party, reason: REASON }, closed)

export function retentionRoutes({ retention, fourEyes, hub, clock }: Console, requires: Requires) {
  return new Hono<ConsoleEnv>()
    .get('/', requires('retention.read'), async (c) => c.json({ source: retention.source, rules: await retention.rules() }))
    .get('/due', requires('retention.read'), async (c) =>
      c.json(await dueUnder(hub.store.erasure, await retention.rules(), hub.clock.now())),
    )
    .post('/', requires('retention.change'), taking(Change), async (c) => {
      const { rules, reason } = c.req.valid('json')
      const taken = rules.findIndex(({ rule }, index) => rules.findIndex((other) => other.rule === rule) !== index)
      if (taken !== -1) throw refusal('BAD_INPUT', { issues: [{ path: `/rules/${taken}/rule`, expected: 'a name of its own' }] })
      return c.json(await fourEyes.ask('retention.change', { rules }, reason, doingOf(c.var.session, clock.now())))
    })
    .post('/erasures', requires('content.erase'), taking(One), async (c) => {
      const { reason, ...one } = c.req.valid('json')
      return c.json(await fourEyes.ask('content.erase', one, reason, doingOf(c.var.session, clock.now())))
    })
}
