/** Submit a message, try one out, ask what became of one, hand in a receipt. */
import { Hono } from 'hono'
import { hubError } from '#core/errors.ts'
import { CONTAINER_TYPE } from '#core/evidence/files.ts'
import { acknowledge } from '#core/flow/acknowledge.ts'
import type { Admission } from '#core/flow/admission.ts'
import { evidenceFor } from '#core/flow/evidence.ts'
import { senderOf } from '#core/flow/proof.ts'
import { receive } from '#core/flow/receive.ts'
import { testRun } from '#core/flow/test-run.ts'
import type { Hub } from '#core/hub.ts'
import type { Inbound } from '#core/message.ts'
import { onlyMethods } from './method.ts'
import { type ExchangeEnv, isUuid, taking } from './request.ts'
import { signedResponse } from './signed-response.ts'

export function messageRoutes(hub: Hub, door: Admission): Hono<ExchangeEnv> {
  const app = new Hono<ExchangeEnv>()

  app.post('/messages', (c) =>
    taking(c, hub, door, async (inbound) => {
      if (inbound.mediaType === 'application/soap+xml') throw hubError('MEDIA_TYPE', { detail: 'SOAP envelopes go to POST /v1/soap.' })
      return signedResponse(await receive(hub, inbound), 202)
    }),
  )
  onlyMethods(app, '/messages', 'POST')

  app.post('/test', (c) => taking(c, hub, door, async (inbound) => signedResponse(await testRun(hub, inbound), 200)))
  onlyMethods(app, '/test', 'POST')

  app.post('/receipts', (c) =>
    taking(c, hub, door, async (inbound) => {
      await acknowledge(hub, inbound)
      return c.body(null, 204)
    }),
  )
  onlyMethods(app, '/receipts', 'POST')

  app.get('/messages/:messageId', async (c) => {
    const { receipt: _, deliveries, timeline, ...message } = await messageFor(hub, c.get('peer'), c.req.param('messageId'))
    return c.json({
      ...message,
      state: 'accepted',
      deliveries: deliveries.map(({ deliveryId, party, state, attempts, code, deliveredAt }) => ({
        deliveryId,
        party,
        state,
        attempts,
        code,
        deliveredAt,
      })),
      timeline,
    })
  })
  onlyMethods(app, '/messages/:messageId', 'GET')

  app.get('/messages/:messageId/receipt', async (c) => {
    const { receipt } = await messageFor(hub, c.get('peer'), c.req.param('messageId'))
    if (!receipt) throw hubError('NOT_FOUND')
    return signedResponse(receipt, 200)
  })
  onlyMethods(app, '/messages/:messageId/receipt', 'GET')

  app.get('/messages/:messageId/evidence', async (c) => {
    const messageId = c.req.param('messageId')
    const container = await evidenceFor(hub, c.get('peer'), messageId)
    return new Response(ReadableStream.from(container.chunks()) as ReadableStream<Uint8Array>, {
      headers: {
        'content-type': CONTAINER_TYPE,
        'content-length': String(container.size),
        'content-disposition': `attachment; filename="${messageId}.asice"`,
        'x-content-type-options': 'nosniff',
      },
    })
  })
  onlyMethods(app, '/messages/:messageId/evidence', 'GET')
  return app
}

async function messageFor(hub: Hub, peer: Inbound['peer'], messageId: string) {
  const party = senderOf(hub, { peer })
  const message = isUuid(messageId) ? await hub.store.message(messageId, party.id) : undefined
  if (!message) throw hubError('NOT_FOUND')
  return message
}
