/** Questions to authorities: responders, lists and timestamps. One request without redirects, a bounded answer, never to this machine itself. */
import { request } from 'undici'
import { type Allowed, demandAllowed, guardedAgent, outside } from './guard.ts'

const TIMEOUT_MS = 10_000

export interface Question {
  readonly url: string
  /** Posted, where there is one. */
  readonly body?: { readonly mediaType: string; readonly bytes: Uint8Array }
  readonly answer: { readonly mediaType: string; readonly maxBytes: number }
}

export interface Authorities {
  /** Throws when there is no answer of that kind and size. */
  ask(question: Question): Promise<Uint8Array>
  close(): Promise<void>
}

export function authorities(allowed: Allowed = outside): Authorities {
  const dispatcher = guardedAgent(allowed, TIMEOUT_MS)
  return {
    async ask({ url, body, answer }) {
      demandAllowed(url, allowed)
      const response = await request(url, {
        method: body ? 'POST' : 'GET',
        dispatcher,
        headers: { accept: answer.mediaType, ...(body && { 'content-type': body.mediaType }) },
        ...(body && { body: body.bytes }),
        headersTimeout: TIMEOUT_MS,
        bodyTimeout: TIMEOUT_MS,
        signal: AbortSignal.timeout(3 * TIMEOUT_MS),
      })
      if (response.statusCode !== 200) {
        await response.body.dump({ limit: 65_536 })
        throw new Error(`the authority answered with ${response.statusCode}`)
      }
      return limited(response.body, answer.maxBytes)
    },
    close: () => dispatcher.destroy(),
  }
}

async function limited(body: AsyncIterable<Buffer>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    if (length > maxBytes) throw new Error('the answer is too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, length)
}
