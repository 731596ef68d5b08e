/** The audit trail: read, verified, exported with the hub's signature. */
import { Type } from '@sinclair/typebox'
import { Hono } from 'hono'
import { canonicalJson } from '#core/codec/jcs.ts'
import { can } from '#core/console/roles.ts'
import type { TrailFilter, TrailRow } from '#core/console/trail.ts'
import { signDetached } from '#core/signature/jws.ts'
import { askedOf, listOf, paging, party, time, uuid, windowOf } from './asking.ts'
import type { Console, ConsoleEnv } from './console.ts'
import { asking, closed } from './input.ts'
import type { Requires } from './permission.ts'
import { doingOf } from './visitor.ts'

const filtering = {
  /** What people did alone; everything when left out. */
  acts: Type.Optional(Type.Literal('true')),
  by: Type.Optional(Type.String({ pattern: '^[\\w.:@-]{1,100}$' })),
  event: Type.Optional(Type.String({ pattern: '^[\\w.-]{1,60}$' })),
  party: Type.Optional(party),
  message: Type.Optional(uuid),
  since: Type.Optional(time),
  until: Type.Optional(time),
}
const LIST = Type.Object({ ...filtering, ...paging }, closed)
const EXPORT = Type.Object(filtering, closed)
const EXPORTED = 10_000

type Query = Partial<Readonly<Record<keyof typeof filtering, string>>>

const filterOf = ({ acts, by, event, party: id, message, since, until }: Query): TrailFilter => ({
  acts: acts !== undefined,
  by,
  event,
  party: id,
  messageId: message,
  ...windowOf({ since, until }),
})

export function auditRoutes(console: Console, requires: Requires) {
  const { trail, hub, clock, verifying: check } = console
  return new Hono<ConsoleEnv>()
    .get('/', requires('audit.own'), asking(LIST), async (c) => {
      const { cursor, limit, ...query } = c.req.valid('query')
      const { session } = c.var
      const own = can(session.role, 'audit.read') ? {} : { by: session.account }
      const seen = doingOf(session, clock.now())
      const looked = Object.keys(c.req.valid('query')).join(' ') || 'all'
      await trail.record({ ...seen, event: 'audit.viewed', party: 'hub', object: looked })
      return c.json(
        listOf(
          await trail.links(
            { ...filterOf(query), ...own },
            askedOf({ ...(cursor !== undefined && { cursor }), ...(limit !== undefined && { limit }) }),
          ),
        ),
      )
    })
    .get('/verification', requires('audit.own'), async (c) => c.json(await check.last()))
    .post('/verify', requires('audit.verify'), async (c) => {
      await trail.record({ ...doingOf(c.var.session, clock.now()), event: 'audit.verified', party: 'hub' })
      await check.begin()
      return c.json(await check.last(), 202)
    })
    .get('/export', requires('audit.export'), asking(EXPORT), async (c) => {
      const query = c.req.valid('query')
      await trail.record({
        ...doingOf(c.var.session, clock.now()),
        event: 'audit.exported',
        party: 'hub',
        object: Object.keys(query).join(' ') || 'all',
      })
      const links: TrailRow[] = []
      let page = await trail.links(filterOf(query), { limit: 500 })
      for (;;) {
        links.push(...page.items)
        if (!page.older || links.length >= EXPORTED) break
        page = await trail.links(filterOf(query), { limit: 500, place: page.older })
      }
      const at = hub.clock.now()
      const bytes = Buffer.from(canonicalJson(JSON.parse(JSON.stringify({ at, filter: query, complete: page.older === undefined, links }))))
      const signature = await signDetached('AuditExport', bytes, hub.keys.signing(), at)
      return c.body(bytes, 200, {
        'content-type': 'application/json',
        'content-disposition': 'attachment; filename="audit.json"',
        'jws-signature': signature,
      })
    })
}
