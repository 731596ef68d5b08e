/** Partners and certificates. */
import { Type } from '@sinclair/typebox'
import { Hono } from 'hono'
import { agreementsOf, partyRowsOf } from '#core/console/parties.ts'
import { refusal } from '#core/console/refusal.ts'
import type { CertificateRecord } from '#core/directory.ts'
import { time } from './asking.ts'
import type { Console, ConsoleEnv } from './console.ts'
import { closed, oneOf, REASON, taking } from './input.ts'
import type { Requires } from './permission.ts'
import { certificateSheet } from './signer.ts'
import { doingOf } from './visitor.ts'

const WHY = Type.Object({ reason: REASON }, closed)
const SUCCESSOR = {
  /** SHA-256 of the certificate that it takes over from. */
  succeeds: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  use: oneOf('tls', 'signing'),
  /** The file in base64, PEM or DER. */
  certificate: Type.String({ maxLength: 40_000, pattern: '^[A-Za-z0-9+/]+={0,2}$' }),
  /** When the older one stops to count, if sooner than it ends by itself. */
  until: Type.Optional(time),
}
const PLAN = Type.Object(SUCCESSOR, closed)
const SUCCEED = Type.Object({ ...SUCCESSOR, reason: REASON }, closed)

export function partyRoutes({ reading, hub, probing, trail, clock, fourEyes }: Console, requires: Requires) {
  const newest = async (event: string, id: string) => (await trail.links({ acts: true, event, party: id }, { limit: 1 })).items[0]
  /** Who holds it since when, and why; nothing of that when it is the hub, which is not let in there. */
  const holdOf = async (id: string) => {
    const [held, resumed] = await Promise.all([newest('party.held', id), newest('party.resumed', id)])
    const { at, by, reason } = held && (!resumed || resumed.at < held.at) ? held : {}
    return { at, by, reason }
  }
  const rows = async () => {
    const now = hub.clock.now()
    return partyRowsOf(await reading.standing(now), hub.directory(), now)
  }
  return new Hono<ConsoleEnv>()
    .get('/', requires('overview.read'), async (c) => c.json({ items: await rows() }))
    .get('/:id', requires('overview.read'), async (c) => {
      const id = c.req.param('id')
      const party = hub.directory().party(id)
      const row = (await rows()).find((one) => one.id === id)
      if (!party || !row) throw refusal('NOT_FOUND')
      const { endpoint, roles, allowance, certificates, brokerUser } = party
      const { retry, breaker, timeoutS, receiptTimeoutS, parallel } = endpoint
      return c.json({
        ...row,
        ...(row.state === 'held' && { hold: await holdOf(id) }),
        roles,
        ...(brokerUser !== undefined && { brokerUser }),
        endpoint: { retry, breaker, timeoutS, receiptTimeoutS, parallel },
        allowance,
        certificates: certificates.map((record) => certificateSheet(record, hub.clock.now())),
        agreements: agreementsOf((await hub.store.directory()).agreements, id),
      })
    })
    .post('/:id/hold', requires('party.hold'), taking(WHY), async (c) => {
      const { reason } = c.req.valid('json')
      return c.json(await fourEyes.ask('party.hold', { party: c.req.param('id') }, reason, doingOf(c.var.session, clock.now())))
    })
    .post('/:id/resume', requires('party.hold'), taking(WHY), async (c) => {
      const { reason } = c.req.valid('json')
      return c.json(await fourEyes.ask('party.resume', { party: c.req.param('id') }, reason, doingOf(c.var.session, clock.now())))
    })
    .post('/:id/certificates/plan', requires('party.change'), taking(PLAN), async (c) =>
      c.json(await fourEyes.plan('certificate.succeed', { party: c.req.param('id'), ...c.req.valid('json') })),
    )
    .post('/:id/certificates', requires('party.change'), taking(SUCCEED), async (c) => {
      const { reason, ...successor } = c.req.valid('json')
      const params = { party: c.req.param('id'), ...successor }
      return c.json(await fourEyes.ask('certificate.succeed', params, reason, doingOf(c.var.session, clock.now())), 202)
    })
    .post('/:id/test', requires('party.test'), async (c) => {
      const party = hub.directory().party(c.req.param('id'))
      if (!party) throw refusal('NOT_FOUND')
      const steps = await probing.probe(party)
      const failed = steps?.find(({ ok }) => !ok)
      const object = `${party.id} ${failed?.step ?? 'reached'}`
      await trail.record({ ...doingOf(c.var.session, clock.now()), event: 'party.tested', party: 'hub', object })
      /** Without steps: it fetches what is for it, nobody calls it. */
      return c.json({ party: party.id, transport: party.endpoint.transport, ...(steps && { steps, ok: failed === undefined }) })
    })
}

/** Theirs and ours, the first to end first. */
export function certificateRoutes({ hub }: Console, requires: Requires) {
  return new Hono<ConsoleEnv>().get('/', requires('certificates.read'), (c) => {
    const now = hub.clock.now()
    const items = [
      ...hub.own.map((record) => ({ party: 'hub', ...certificateSheet(record, now) })),
      ...hub
        .directory()
        .parties.flatMap(({ id, certificates }) =>
          certificates.map((record) => ({ party: id, ...certificateSheet(record, now), ...successorOf(record, certificates) })),
        ),
    ]
    return c.json({ items: items.toSorted((a, b) => a.validUntil.getTime() - b.validUntil.getTime()) })
  })
}

/** One for the same use that ends later and is not withdrawn. */
function successorOf({ use, validUntil, sha256 }: CertificateRecord, all: readonly CertificateRecord[]): { readonly successor?: string } {
  const next = all.find(
    (one) =>
      one.use === use && one.sha256 !== sha256 && one.validUntil > validUntil && (one.status === 'active' || one.status === 'pending'),
  )
  return next ? { successor: next.sha256 } : {}
}
