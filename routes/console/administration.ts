/** What the hub is made of and goes by: versions, sizes, rule sets with who confirmed what. */
import { Hono } from 'hono'
import { unconfirmedRows } from '#core/clocks/confirmed.ts'
import type { Console, ConsoleEnv } from './console.ts'
import type { Requires } from './permission.ts'

export function administrationRoutes({ hub, system, settings, verifying }: Console, requires: Requires) {
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
    .get('/system', requires('system.read'), async (c) => {
      const now = hub.clock.now()
      return c.json({
        at: now,
        version: settings.version,
        environment: settings.environment,
        node: process.versions.node,
        uptimeS: Math.round(process.uptime()),
        held: hub.directory().held,
        audit: verifying.last(),
        ...(await system(now)),
      })
    })
}
