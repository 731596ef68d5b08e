/** Ways to a party that need nothing but HTTPS pass the one suite; queues at a broker do in queues.test.ts. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { expect } from 'vitest'
import { documentIn, type ExchangeServer, exchangeServer, problemIn } from '#test/exchange.ts'
import type { Handover } from '#test/letters.ts'
import { keysOf } from '#test/parties.ts'
import { hubWith, type TransportUnderTest, transportContract } from '#test/transport.contract.ts'
import { httpsPush } from './https.ts'

/** What a party does that is called, and hands in over HTTPS. */
const handingIn = (server: ExchangeServer) => async (receipt: Parameters<TransportUnderTest['handIn']>[0]) => {
  const reply = await server.as('xb').post('/v1/receipts', receipt)
  return reply.status === 204 ? undefined : (await problemIn(reply)).problem.code
}

transportContract('pushed over HTTPS, the receipt by itself', async () => {
  const arrived: Handover[] = []
  const { cert, key, ca } = keysOf('xb').tls
  const partner = createServer(
    { cert, key, ca, requestCert: true, rejectUnauthorized: true },
    (request, response) => void take(request, response),
  )
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
    arrived.push({
      deliveryId: headers['idempotency-key']?.slice(1, -1) ?? '',
      messageId: headers['korpu-message-id'] ?? '',
      document: documentIn({ status: 200, headers, bytes: Buffer.concat(chunks), text: '' }),
    })
    response.writeHead(202).end()
  }
  await new Promise<void>((resolve) => partner.listen(0, '127.0.0.1', resolve))
  const url = `https://localhost:${(partner.address() as AddressInfo).port}/inbox`
  const push = httpsPush(keysOf('hub').tls, (id) => memory.hub.directory().party(id))
  const memory = await hubWith('push', url, { push })
  const server = await exchangeServer(memory)
  return {
    memory,
    againS: 300,
    next: async () => {
      await memory.deliverDue()
      return arrived.shift() as Handover
    },
    nothing: async () => {
      expect(await memory.deliverDue()).toBe(0)
      expect(arrived).toEqual([])
    },
    handIn: handingIn(server),
    close: async () => {
      await push.close()
      partner.closeAllConnections()
      partner.close()
      await server.close()
    },
  }
})

transportContract('taken from the mailbox', async () => {
  const memory = await hubWith('mailbox')
  const server = await exchangeServer(memory)
  const party = server.as('xb')
  const free = async (): Promise<string | undefined> => {
    await memory.deliverDue()
    const { deliveries } = JSON.parse((await party.get('/v1/mailbox')).text)
    return deliveries.find((one: { leasedUntil?: string }) => !one.leasedUntil)?.deliveryId
  }
  return {
    memory,
    againS: 300,
    next: async () => {
      const deliveryId = (await free()) ?? ''
      const reply = await party.call('POST', `/v1/mailbox/${deliveryId}/lease`)
      return { deliveryId, messageId: reply.headers['korpu-message-id'] ?? '', document: documentIn(reply) }
    },
    nothing: async () => expect(await free()).toBeUndefined(),
    handIn: handingIn(server),
    close: server.close,
  }
})
