/** What the hub is made of and goes by: versions, sizes, rule sets with who confirmed what. */
import { Hono } from 'hono'
import { unconfirmedRows } from '#core/clocks/confirmed.ts'
import { diagnosisOf } from '#core/console/diagnosis.ts'
import type { Console, ConsoleEnv } from './console.ts'
import type { Requires } from './permission.ts'
import { doingOf } from './visitor.ts'

const ALERTS = 50

export function administrationRoutes(console: Console, requires: Requires) {
  const { hub, system, settings, verifying, reading, alerts, trail, clock } = console
  const systemAt = async (now: Date) => ({
    at: now,
    version: settings.version,
    environment: settings.environment,
    node: process.versions.node,
    uptimeS: Math.round(process.uptime()),
    held: hub.directory().held,
    audit: await verifying.last(),
    ...(await system(now)),
  })
  return new Hono<ConsoleEnv>()
    .get('/rules', requires('system.read'), (c) => {
      const items = hub.ruleSets.map((ruleSet) => {
        const { id, version, title, published, inForceSince, states, limits } = ruleSet
        const confirmations = hub.directory().confirmations(id, version)
        const rows = Object.entries(limits).map(([row, { title: name, article, value, unit, confidence, source }]) => ({
          row,
          title: name,
          article,
          ...(value !== undefined && { value }),
          ...(unit !== undefined && { unit }),
          confidence,
          source,
          /** As long as there are any, the hub only warns. */
          unconfirmed: unconfirmedRows(ruleSet, row, confirmations),
        }))
        return { id, version, title, published, inForceSince, states, rows }
      })
      return c.json({ items })
    })
    .get('/system', requires('system.read'), async (c) => c.json(await systemAt(hub.clock.now())))
    .get('/diagnosis', requires('system.read'), async (c) => {
      await trail.record({ ...doingOf(c.var.session, clock.now()), event: 'system.diagnosed', party: 'hub' })
      const now = hub.clock.now()
      const [standsOn, standing, list, alertSettings] = await Promise.all([
        systemAt(now),
        reading.standing(now),
        alerts.list(ALERTS),
        alerts.settings(),
      ])
      const { own, ruleSets } = hub
      const diagnosis = diagnosisOf({ standing, directory: hub.directory(), own, ruleSets, alerts: list, alertSettings })
      return c.body(JSON.stringify({ system: standsOn, ...diagnosis }, null, 2), 200, {
        'content-type': 'application/json',
        'content-disposition': 'attachment; filename="diagnosis.json"',
      })
    })
}
