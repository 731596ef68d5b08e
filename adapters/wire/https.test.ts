import type { IncomingHttpHeaders } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { keysOf } from '#test/parties.ts'
import { hubWith } from '#test/transport.contract.ts'
import { httpsPush } from './https.ts'

it('a push says which trace it belongs to, where there is one', async () => {
  const { cert, key, ca } = keysOf('xb').tls
  const heard: IncomingHttpHeaders[] = []
  const partner = createServer({ cert, key, ca, requestCert: true, rejectUnauthorized: true }, (request, response) => {
    heard.push(request.headers)
    request.resume().once('end', () => response.writeHead(202).end())
  })
  await new Promise<void>((resolve) => partner.listen(0, '127.0.0.1', resolve))
  const memory = await hubWith('push', `https://localhost:${(partner.address() as AddressInfo).port}/inbox`)
  const push = httpsPush(keysOf('hub').tls, (id) => memory.hub.directory().party(id))
  const document = { mediaType: 'application/json', bytes: Buffer.from('{}'), signature: undefined } as const
  const trace = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
  const one = { party: 'xb', deliveryId: '1', messageId: '2', document, timeoutMs: 5_000 }
  await push.push({ ...one, trace })
  await push.push({ ...one, trace: undefined })
  await push.close()
  partner.closeAllConnections()
  partner.close()
  expect(heard.map(({ traceparent }) => traceparent)).toEqual([trace, undefined])
})
