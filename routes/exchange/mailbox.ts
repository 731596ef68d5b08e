/** The mailbox of a party that pulls. */
import { Hono } from 'hono'
import { hubError } from '#core/errors.ts'
import { leaseFor, waitingFor } from '#core/flow/mailbox.ts'
import type { Hub } from '#core/hub.ts'
import { onlyMethods } from './method.ts'
import { type ExchangeEnv, isUuid } from './request.ts'
import { signedResponse } from './signed-response.ts'

const LIMIT = { least: 1, most: 100, usual: 20 }
const WAIT_S = { least: 0, most: 30, usual: 0 }

export function mailboxRoutes(hub: Hub, leaseMs: number): Hono<ExchangeEnv> {
  const app = new Hono<ExchangeEnv>()

  app.get('/mailbox', async (c) => {
    const limit = within(c.req.query('limit'), LIMIT)
    const waitS = within(c.req.query('wait'), WAIT_S)
    const deliveries = await waitingFor(hub, c.get('peer'), limit, waitS * 1000, c.req.raw.signal)
    return c.json({ deliveries })
  })
  onlyMethods(app, '/mailbox', 'GET')

  app.post('/mailbox/:deliveryId/lease', async (c) => {
    const deliveryId = c.req.param('deliveryId')
    if (!isUuid(deliveryId)) throw hubError('NOT_FOUND')
    const leased = await leaseFor(hub, c.get('peer'), deliveryId, leaseMs)
    return signedResponse(leased.document, 200, {
      'idempotency-key': `"${leased.deliveryId}"`,
      'korpu-message-id': leased.messageId,
    })
  })
  onlyMethods(app, '/mailbox/:deliveryId/lease', 'POST')
  return app
}

/** A whole number of the query, the usual one when absent, the nearest allowed one when outside. */
function within(text: string | undefined, range: typeof LIMIT): number {
  const asked = text === undefined ? range.usual : Number(text)
  if (!Number.isInteger(asked)) return range.usual
  return Math.min(Math.max(asked, range.least), range.most)
}
