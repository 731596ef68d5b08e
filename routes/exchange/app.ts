/** The exchange API (contract, section 3). Routes only turn HTTP into calls of the flows and back. */
import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { ERRORS, HubError, hubError } from '#core/errors.ts'
import type { AttachmentLimits } from '#core/flow/upload.ts'
import type { Hub } from '#core/hub.ts'
import { problemResponse } from '#routes/problem.ts'
import { attachmentRoutes } from './attachments.ts'
import { docsRoutes } from './docs.ts'
import { mailboxRoutes } from './mailbox.ts'
import { messageRoutes } from './messages.ts'
import { pingRoutes } from './ping.ts'
import { callerOf } from './proxy.ts'
import { type ExchangeEnv, peerOf } from './request.ts'
import { schemaRoutes } from './schemas.ts'

export interface ExchangeSettings {
  readonly leaseMs: number
  /** SHA-256 of the TLS certificates of proxies that may speak for clients. */
  readonly proxies: ReadonlySet<string>
  readonly attachments: AttachmentLimits
}

export function exchangeApp(hub: Hub, settings: ExchangeSettings): Hono<ExchangeEnv> {
  const app = new Hono<ExchangeEnv>()
  app.use(async (c, next) => {
    c.set('requestId', randomUUID())
    c.set('peer', callerOf(c.env.incoming.headers, peerOf(c.env.incoming), settings.proxies))
    await next()
    c.header('korpu-request-id', c.get('requestId'))
  })
  app.route('/v1', messageRoutes(hub))
  app.route('/v1', mailboxRoutes(hub, settings.leaseMs))
  app.route('/v1', attachmentRoutes(hub, settings.attachments))
  app.route('/v1', pingRoutes(hub))
  app.route('/v1', schemaRoutes())
  app.route('/v1', docsRoutes())
  app.notFound(() => {
    throw hubError('NOT_FOUND')
  })
  app.onError((fault, c) => {
    const { requestId, peer, allow } = c.var
    report(hub, fault, requestId)
    return problemResponse(hub, fault, { requestId, peer, accept: c.req.header('accept'), allow })
  })
  return app
}

function report(hub: Hub, fault: unknown, requestId: string): void {
  if (!(fault instanceof HubError)) hub.log.error('request.broken', { requestId, code: 'INTERNAL' }, fault)
  else if (ERRORS[fault.code].fault === 'hub') hub.log.error('request.failed', { requestId, code: fault.code, stage: fault.stage }, fault)
  else hub.log.info('request.refused', { requestId, code: fault.code, stage: fault.stage })
}
