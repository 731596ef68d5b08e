/** Pushes deliveries over HTTPS with mutual TLS; one keep-alive pool a party. */
import { Agent, request } from 'undici'
import type { PartyRecord } from '#core/directory.ts'
import type { PartyId } from '#core/message.ts'
import type { Answer, PushTransport } from '#core/ports.ts'
import { retryAfterOf } from './retry-after.ts'

export interface ClientTls {
  readonly cert: string
  readonly key: string
}

/** An answer is a receipt or a problem; a party that sends more is cut off. */
const ANSWER_LIMIT_BYTES = 256 * 1024
const CONNECT_TIMEOUT_MS = 10_000

export function httpsPush(tls: ClientTls, partyOf: (id: PartyId) => PartyRecord | undefined): PushTransport {
  const pools = new Map<PartyId, { readonly key: string; readonly agent: Agent }>()

  const poolOf = (party: PartyRecord): Agent => {
    const key = JSON.stringify([party.endpoint.url, party.endpoint.parallel, party.serverAnchors])
    const known = pools.get(party.id)
    if (known?.key === key) return known.agent
    if (known) void known.agent.close()
    const agent = new Agent({
      connections: party.endpoint.parallel,
      pipelining: 1,
      connect: { ...tls, ca: [...party.serverAnchors], timeout: CONNECT_TIMEOUT_MS, minVersion: 'TLSv1.2' },
    })
    pools.set(party.id, { key, agent })
    return agent
  }

  return {
    async push({ party: id, deliveryId, messageId, document, trace, timeoutMs }) {
      const party = partyOf(id)
      if (!party?.endpoint.url) throw new Error('the party has no push address')
      const response = await request(party.endpoint.url, {
        method: 'POST',
        dispatcher: poolOf(party),
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          'content-type': document.mediaType,
          accept: 'application/xml, application/json, application/soap+xml, application/problem+json',
          'idempotency-key': `"${deliveryId}"`,
          'korpu-message-id': messageId,
          ...(trace === undefined ? {} : { traceparent: trace }),
          ...(document.signature === undefined ? {} : { 'jws-signature': document.signature }),
        },
        body: document.bytes,
      })
      return answerOf(response.statusCode, response.headers, await limited(response.body))
    },
    async close() {
      await Promise.all([...pools.values()].map(({ agent }) => agent.destroy()))
    },
  }
}

async function limited(body: AsyncIterable<Buffer>): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    if (length > ANSWER_LIMIT_BYTES) throw new Error('the answer is too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, length)
}

function answerOf(status: number, headers: Record<string, string | string[] | undefined>, bytes: Uint8Array): Answer {
  const one = (name: string): string | undefined => {
    const value = headers[name]
    return Array.isArray(value) ? value[0] : value
  }
  return {
    status,
    mediaType: one('content-type')?.split(';')[0]?.trim().toLowerCase(),
    bytes,
    signature: one('jws-signature'),
    retryAfterS: retryAfterOf(one('retry-after'), new Date()),
  }
}
