/** One request of the partner lab to an endpoint: on a connection of its own, with the certificate that the step asks for. */
import type { ClientRequest, IncomingMessage } from 'node:http'
import { request } from 'node:https'
import type { LabClient, LabLine, LabSilence } from '#core/lab/lab.ts'
import type { Answer } from '#core/ports.ts'
import type { ClientTls } from './https.ts'
import { retryAfterOf } from './retry-after.ts'

const ANSWER_LIMIT_BYTES = 256 * 1024
/** Of a request that is broken off: so that what was written is on its way. */
const CUT_MS = 100

const UNREACHABLE: readonly string[] = ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN', 'ETIMEDOUT']

/** @param tls certificates by who seems to connect; nobody has none */
export function labLine(tls: Readonly<Record<Exclude<LabClient, 'nobody'>, ClientTls>>): LabLine {
  return {
    call: ({ party, client, delivery, labId, cutAfter, signal }) =>
      new Promise((resolve) => {
        const { document, deliveryId, messageId } = delivery
        const asked = request(party.endpoint.url ?? '', {
          method: 'POST',
          ...(client === 'nobody' ? {} : tls[client]),
          ca: [...party.serverAnchors],
          minVersion: 'TLSv1.2',
          agent: false,
          signal: AbortSignal.any([signal, AbortSignal.timeout(party.endpoint.timeoutS * 1000)]),
          headers: {
            'content-type': document.mediaType,
            'content-length': document.bytes.length,
            accept: 'application/xml, application/json, application/soap+xml, application/problem+json',
            'idempotency-key': `"${deliveryId}"`,
            'korpu-message-id': messageId,
            'korpu-lab': labId,
            ...(document.signature === undefined ? {} : { 'jws-signature': document.signature }),
          },
        })
        asked.once('response', (response) => void answerIn(response).then(resolve, () => resolve('broken')))
        asked.once('error', (fault) => resolve(silenceOf(asked, fault)))
        if (cutAfter === undefined) return asked.end(document.bytes)
        return asked.write(document.bytes.subarray(0, cutAfter), () => setTimeout(() => asked.destroy(), CUT_MS))
      }),
  }
}

function silenceOf(asked: ClientRequest, fault: NodeJS.ErrnoException): LabSilence {
  const code = fault.code ?? ''
  if (fault.name === 'TimeoutError' || (fault.cause as Error | undefined)?.name === 'TimeoutError') return 'late'
  if (UNREACHABLE.includes(code)) return 'unreachable'
  return /^ERR_(TLS|SSL)|CERT|SIGNATURE|ISSUER|SELF_SIGNED|^EPROTO/.test(code) || asked.socket?.connecting ? 'tls' : 'broken'
}

async function answerIn(response: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > ANSWER_LIMIT_BYTES) throw new Error('the answer is too large')
    chunks.push(chunk)
  }
  const [signature] = [response.headers['jws-signature']].flat()
  return {
    status: response.statusCode ?? 0,
    mediaType: response.headers['content-type']?.split(';')[0]?.trim().toLowerCase(),
    bytes: Buffer.concat(chunks, length),
    signature,
    retryAfterS: retryAfterOf(response.headers['retry-after'], new Date()),
  }
}
