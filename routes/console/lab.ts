/** The partner lab: who can be tested, sessions as they run and as they ended, their signed reports. */
import { Type } from '@sinclair/typebox'
import { Hono } from 'hono'
import { refusal } from '#core/console/refusal.ts'
import { reportHtml, reportMarkdown } from '#core/lab/page.ts'
import type { LabReport } from '#core/lab/report.ts'
import { party } from './asking.ts'
import type { Console, ConsoleEnv } from './console.ts'
import { asking, closed, oneOf, REASON, taking } from './input.ts'
import type { Requires } from './permission.ts'
import { doingOf } from './visitor.ts'

const MOST = 100
const WAIT_S = 60

const LIST = Type.Object({ party: Type.Optional(party) }, closed)
const BEGIN = Type.Object(
  {
    party,
    reason: REASON,
    /** How long a receipt may follow, or the party may take to pull. */
    waitS: Type.Optional(Type.Integer({ minimum: 1, maximum: 3600 })),
    /** Also a production system of a production hub: it has agreed to be tested as it is. */
    inProduction: Type.Optional(Type.Boolean()),
  },
  closed,
)
const WHY = Type.Object({ reason: REASON }, closed)
const PAGE = Type.Object({ form: oneOf('json', 'jws', 'html', 'md'), language: Type.Optional(oneOf('en', 'az')) }, closed)

const MEDIA_TYPES = {
  json: 'application/json',
  jws: 'application/jose',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
} as const

export function labRoutes({ labSessions: sessions, testing, clock }: Console, requires: Requires) {
  return (
    new Hono<ConsoleEnv>()
      .get('/', requires('lab.read'), asking(LIST), async (c) =>
        c.json({ items: await sessions.list(c.req.valid('query').party, MOST, clock.now()) }),
      )
      /** Whom one could test: with how many steps, or which refusal stands in the way (`LAB_PRODUCTION` yields to `inProduction`). */
      .get('/parties', requires('lab.read'), (c) => c.json({ items: testing.candidates() }))
      .post('/', requires('lab.run'), taking(BEGIN), async (c) => {
        const { party: id, reason, waitS = WAIT_S, inProduction = false } = c.req.valid('json')
        const doing = { ...doingOf(c.var.session, clock.now()), reason }
        return c.json({ labId: await testing.begin({ party: id, inProduction, waitMs: waitS * 1000 }, doing) }, 202)
      })
      .get('/:id', requires('lab.read'), async (c) => {
        const session = await sessions.find(c.req.param('id'), clock.now())
        if (!session) throw refusal('NOT_FOUND')
        return c.json(session)
      })
      .post('/:id/stop', requires('lab.run'), taking(WHY), async (c) => {
        const doing = { ...doingOf(c.var.session, clock.now()), reason: c.req.valid('json').reason }
        if (!(await sessions.end(c.req.param('id'), { state: 'stopped' }, doing))) throw refusal('CONFLICT')
        return c.json({ stopped: true as const })
      })
      /** `json` is what the hub has signed, `jws` its detached signature; the others are to be read. */
      .get('/:id/report', requires('lab.read'), asking(PAGE), async (c) => {
        const id = c.req.param('id')
        const document = await sessions.report(id)
        if (!document) throw refusal('NOT_FOUND')
        const { form, language = 'en' } = c.req.valid('query')
        const report = (): LabReport => JSON.parse(Buffer.from(document.bytes).toString()) as LabReport
        const pages = {
          json: () => document.bytes,
          jws: () => `${document.signature}\n`,
          html: () => reportHtml(report(), language),
          md: () => reportMarkdown(report(), language),
        }
        return c.body(Buffer.from(pages[form]()), 200, {
          'content-type': MEDIA_TYPES[form],
          'content-disposition': `attachment; filename="lab-${id}.${form}"`,
        })
      })
  )
}
