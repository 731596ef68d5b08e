/** The exchange API (contract, section 3). Routes only turn HTTP into calls of the flows and back. */
import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { ERRORS, HubError, hubError } from '#core/errors.ts'
import type { Admission } from '#core/flow/admission.ts'
import type { AttachmentLimits } from '#core/flow/upload.ts'
import type { Hub } from '#core/hub.ts'
import { problemResponse } from '#routes/problem.ts'
import { attachmentRoutes } from './attachments.ts'
import { docsRoutes } from './docs.ts'
import { keyRoutes } from './keys.ts'
import { mailboxRoutes } from './mailbox.ts'
import { messageRoutes } from './messages.ts'
import { pingRoutes } from './ping.ts'
import { callerOf } from './proxy.ts'
import { type ExchangeEnv, holdUntilAnswered, passedBy, peerOf } from './request.ts'
import { schemaRoutes } from './schemas.ts'
import { SOAP_PATH, soapRoutes } from './soap.ts'

export interface ExchangeSettings {
  readonly leaseMs: number
  /** SHA-256 of the TLS certificates of proxies that may speak for clients. */
  readonly proxies: ReadonlySet<string>
  readonly attachments: AttachmentLimits
  /** Whatever comes in goes through it, whichever way it comes. */
  readonly door: Admission
  /** Resolves when the hub knows its parties. Until then requests wait: a party must not be told that it is unknown. */
  readonly open: Promise<void>
}

export function exchangeApp(hub: Hub, settings: ExchangeSettings): Hono<ExchangeEnv> {
  const app = new Hono<ExchangeEnv>()
  const { door } = settings
  app.use(async (c, next) => {
    await settings.open
    const requestId = randomUUID()
    c.set('requestId', requestId)
    // Said to Node: an answer whose headers are changed afterwards would leave as a stream.
    c.env.outgoing.setHeader('korpu-request-id', requestId)
    c.set('peer', callerOf(c.env.incoming.headers, peerOf(c.env.incoming), settings.proxies))
    const party = c.var.peer && hub.directory().peerOf(c.var.peer, hub.clock.now())
    if (party) holdUntilAnswered(c, door.enter(party))
    await next()
  })
  app.route('/v1', messageRoutes(hub, door))
  app.route('/v1', soapRoutes(hub, door))
  app.route('/v1', mailboxRoutes(hub, settings.leaseMs))
  app.route('/v1', attachmentRoutes(hub, door, settings.attachments))
  app.route('/v1', pingRoutes(hub))
  app.route('/v1', keyRoutes(hub))
  app.route('/v1', schemaRoutes())
  app.route('/v1', docsRoutes())
  app.notFound(() => {
    throw hubError('NOT_FOUND')
  })
  app.onError(async (fault, c) => {
    const { requestId, peer, allow } = c.var
    if (fault instanceof HubError && (fault.kind === 'hurried' || fault.kind === 'unavailable')) await passedBy(c.env.incoming)
    report(hub, fault, requestId)
    const isSoap = c.req.path === `/v1${SOAP_PATH}`
    return problemResponse(hub, fault, { requestId, peer, accept: c.req.header('accept'), allow, isSoap })
  })
  return app
}

function report(hub: Hub, fault: unknown, requestId: string): void {
  if (!(fault instanceof HubError)) hub.log.error('request.broken', { requestId, code: 'INTERNAL' }, fault)
  else if (ERRORS[fault.code].fault === 'hub') hub.log.error('request.failed', { requestId, code: fault.code, stage: fault.stage }, fault)
  else hub.log.info('request.refused', { requestId, code: fault.code, stage: fault.stage })
}
