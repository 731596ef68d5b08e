/** The hub at a glance, and its charts. */
import { Type } from '@sinclair/typebox'
import { Hono } from 'hono'
import { overviewFor, stateOf } from '#core/console/overview.ts'
import { chartFor, RANGES, type Range, stretchOf } from '#core/console/traffic.ts'
import { party } from './asking.ts'
import type { Console, ConsoleEnv } from './console.ts'
import { asking, closed } from './input.ts'
import type { Requires } from './permission.ts'

const range = Type.Unsafe<Range>(Type.Union(Object.keys(RANGES).map((name) => Type.Literal(name))))
const CHART = Type.Object({ range: Type.Optional(range), party: Type.Optional(party) }, closed)
const PICTURE = Type.Object({ range: Type.Optional(range) }, closed)

const MOST_APPROVALS = 200

export function overviewRoutes({ reading, hub, approvals, clock }: Console, requires: Requires) {
  return new Hono<ConsoleEnv>().get('/', requires('overview.read'), async (c) => {
    const now = hub.clock.now()
    const [standing, open] = await Promise.all([reading.standing(now), approvals.list('open', clock.now(), MOST_APPROVALS)])
    const since = open.at(-1)?.askedAt
    return c.json(overviewFor(standing, hub.directory(), hub.own, { count: open.length, ...(since && { since }) }, now))
  })
}

export function chartRoutes({ traffic, hub }: Console, requires: Requires) {
  return new Hono<ConsoleEnv>().get('/throughput', requires('overview.read'), asking(CHART), async (c) => {
    const { range: over = '24h', party: id } = c.req.valid('query')
    return c.json(await chartFor(traffic, over, hub.clock.now(), id))
  })
}

/** Parties as nodes, and what goes between them. */
export function exchangeRoutes({ reading, traffic, hub }: Console, requires: Requires) {
  return new Hono<ConsoleEnv>().get('/', requires('overview.read'), asking(PICTURE), async (c) => {
    const now = hub.clock.now()
    const { step, seconds } = RANGES[c.req.valid('query').range ?? '24h']
    const [links, { parties }] = await Promise.all([
      traffic.flows(step, stretchOf(new Date(now.getTime() - seconds * 1000), step)),
      reading.standing(now),
    ])
    const nodes = hub.directory().parties.map(({ id, title, status, home }) => ({
      party: id,
      title,
      /** Of the state it acts for, ISO 3166-1 alpha-3. */
      home: home?.state,
      state: stateOf(
        status,
        parties.find((one) => one.party === id),
        now,
      ),
    }))
    return c.json({ nodes, links })
  })
}
