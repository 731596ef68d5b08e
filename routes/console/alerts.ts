/** Alerts: what lasts, what was, the rules, and a test of the channels. */
import { Type } from '@sinclair/typebox'
import { Hono } from 'hono'
import { type AlertSettings, RULE_NAMES, RULES } from '#core/console/alerts.ts'
import { tell } from '#core/flow/alerting.ts'
import type { Console, ConsoleEnv } from './console.ts'
import { closed, taking } from './input.ts'
import type { Requires } from './permission.ts'
import { doingOf } from './visitor.ts'

const MOST = 200

const RULE = Type.Object({ enabled: Type.Boolean(), threshold: Type.Integer({ minimum: 0, maximum: 1_000_000 }) }, closed)
const TIME = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })
const SETTINGS = Type.Object(
  {
    rules: Type.Unsafe<AlertSettings['rules']>(Type.Object(Object.fromEntries(RULE_NAMES.map((rule) => [rule, RULE])), closed)),
    quiet: Type.Optional(Type.Object({ from: TIME, to: TIME }, closed)),
  },
  closed,
)

export function alertRoutes({ alerts, channels, trail, hub, clock, settings, log }: Console, requires: Requires) {
  return new Hono<ConsoleEnv>()
    .get('/', requires('alerts.read'), async (c) => c.json({ items: await alerts.list(MOST) }))
    .get('/settings', requires('alerts.read'), async (c) => {
      const { rules, quiet } = await alerts.settings()
      const units = Object.fromEntries(RULE_NAMES.map((rule) => [rule, RULES[rule].unit]))
      return c.json({ rules, ...(quiet && { quiet }), units, channels: channels.map(({ kind }) => kind) })
    })
    .post('/settings', requires('alerts.change'), taking(SETTINGS), async (c) => {
      const { rules, quiet } = c.req.valid('json')
      await alerts.change({ rules, ...(quiet && { quiet }) }, doingOf(c.var.session, clock.now()))
      return c.json({ changed: true as const })
    })
    .post('/test', requires('alerts.change'), async (c) => {
      await trail.record({ ...doingOf(c.var.session, clock.now()), event: 'alerts.tested', party: 'hub' })
      const notice = { at: hub.clock.now().toISOString(), environment: settings.environment, alerts: [], test: true }
      return c.json({ results: (await tell({ channels, log }, notice)).results })
    })
}
