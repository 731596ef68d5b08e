/** The hub's exchange API as a partner's system calls it: mutual TLS, and patience while the hub is away. */
import { Agent, request } from 'undici'
import { isMediaType, type SignedDocument } from '#core/message.ts'

export interface HubClient {
  /** Sends the same bytes until the hub answers for good; answers with its receipt. Throws `Refused`. */
  submit(document: SignedDocument): Promise<SignedDocument>
  handIn(receipt: SignedDocument): Promise<void>
  waiting(waitS: number): Promise<readonly { readonly deliveryId: string; readonly leasedUntil?: string }[]>
  lease(deliveryId: string): Promise<SignedDocument>
  /** States of a message's deliveries, as the hub tells its sender. */
  deliveries(messageId: string): Promise<readonly { readonly party: string; readonly state: string }[]>
  close(): Promise<void>
}

export class Refused extends Error {
  readonly code: string
  constructor(status: number, problem: string) {
    const { code = `HTTP_${status}`, detail = '' } = safeJson(problem)
    super(`${code}: ${detail}`)
    this.name = 'Refused'
    this.code = code
  }
}

const PAUSE_MS = 500
const PATIENCE_MS = 120_000

export function hubClient(
  origin: string,
  tls: { readonly cert: string; readonly key: string; readonly ca: string },
  patienceMs = PATIENCE_MS,
): HubClient {
  const agent = new Agent({ connections: 8, connect: { ...tls, servername: 'localhost' } })

  let closed = false

  const call = async (method: 'GET' | 'POST', path: string, document?: SignedDocument) => {
    const until = Date.now() + patienceMs
    for (;;) {
      try {
        const response = await request(`${origin}${path}`, {
          method,
          dispatcher: agent,
          ...(document
            ? {
                body: document.bytes,
                headers: {
                  'content-type': document.mediaType,
                  ...(document.signature === undefined ? {} : { 'jws-signature': document.signature }),
                },
              }
            : {}),
        })
        const bytes = new Uint8Array(await response.body.arrayBuffer())
        if ((response.statusCode < 500 && response.statusCode !== 429) || Date.now() > until)
          return { status: response.statusCode, headers: response.headers, bytes }
      } catch (fault) {
        if (closed || Date.now() > until) throw fault
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  }

  const ok = async (method: 'GET' | 'POST', path: string, document?: SignedDocument) => {
    const answer = await call(method, path, document)
    if (answer.status >= 300) throw new Refused(answer.status, new TextDecoder().decode(answer.bytes))
    return answer
  }

  const signed = async (method: 'GET' | 'POST', path: string, document?: SignedDocument): Promise<SignedDocument> => {
    const { headers, bytes } = await ok(method, path, document)
    const mediaType = String(headers['content-type'])
    if (!isMediaType(mediaType)) throw new Error('the hub answered in an unknown media type')
    const signature = headers['jws-signature']
    return { mediaType, bytes, signature: typeof signature === 'string' ? signature : undefined }
  }

  const json = async (path: string) => JSON.parse(new TextDecoder().decode((await ok('GET', path)).bytes))

  return {
    submit: (document) => signed('POST', document.mediaType === 'application/soap+xml' ? '/v1/soap' : '/v1/messages', document),
    handIn: async (receipt) => void (await ok('POST', '/v1/receipts', receipt)),
    waiting: async (waitS) => (await json(`/v1/mailbox?wait=${waitS}`)).deliveries,
    lease: (deliveryId) => signed('POST', `/v1/mailbox/${deliveryId}/lease`),
    deliveries: async (messageId) => (await json(`/v1/messages/${messageId}`)).deliveries,
    close: () => {
      closed = true
      return agent.destroy()
    },
  }
}

function safeJson(text: string): { readonly code?: string; readonly detail?: string } {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
