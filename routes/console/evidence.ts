/** The evidence of one message as a file (ASiC-E): asked for, and taken out after a step-up, audited before a byte leaves. */
import { ReadableStream } from 'node:stream/web'
import { Type } from '@sinclair/typebox'
import { Hono } from 'hono'
import { opens } from '#core/console/evidence-acts.ts'
import { refusal } from '#core/console/refusal.ts'
import { grantOf } from '#core/console/roles.ts'
import { CONTAINER_TYPE } from '#core/evidence/files.ts'
import { evidenceOf } from '#core/flow/evidence.ts'
import { HUB } from '#core/hub.ts'
import { party, uuid } from './asking.ts'
import type { Console, ConsoleEnv } from './console.ts'
import { closed, REASON, taking } from './input.ts'
import type { Requires } from './permission.ts'
import { doingOf } from './visitor.ts'

const ASKED = Type.Object({ party, reason: REASON }, closed)
const TAKEN = Type.Object({ party, reason: Type.Optional(REASON), approvalId: Type.Optional(uuid) }, closed)

export function evidenceRoutes({ approvals, fourEyes, trail, hub, clock, log }: Console, requires: Requires) {
  return new Hono<ConsoleEnv>()
    .post('/:id/evidence/request', requires('evidence.export'), taking(ASKED), async (c) => {
      const { party: id, reason } = c.req.valid('json')
      const wish = { messageId: c.req.param('id'), party: id }
      return c.json(await fourEyes.ask('evidence.export', wish, reason, doingOf(c.var.session, clock.now())), 202)
    })
    .post('/:id/evidence', requires('evidence.export', 'stepped-up'), taking(TAKEN), async (c) => {
      const { party: id, approvalId, reason } = c.req.valid('json')
      const wish = { messageId: c.req.param('id'), party: id }
      const doing = doingOf(c.var.session, clock.now())
      const approval = approvalId === undefined ? undefined : await approvals.find(approvalId, doing.at)
      const approved = opens(approval, doing.by, wish, doing.at)
      if (grantOf(doing.role, 'evidence.export') !== 'do' && !approved) throw refusal('EVIDENCE_UNASKED')
      const why = approved ? approval?.reason : reason
      if (why === undefined) throw refusal('BAD_INPUT', { issues: [{ path: '/reason', expected: 'a reason' }] })
      const container = await evidenceOf({ ...hub, log }, wish.messageId, wish.party)
      if (!container) throw refusal('NOT_FOUND')
      await trail.record({ ...doing, event: 'evidence.exported', party: HUB, messageId: wish.messageId, reason: why, object: wish.party })
      return c.body(ReadableStream.from(container.chunks()) as globalThis.ReadableStream<Uint8Array>, 200, {
        'content-type': CONTAINER_TYPE,
        'content-length': String(container.size),
        'content-disposition': `attachment; filename="${wish.messageId}.asice"`,
      })
    })
}
