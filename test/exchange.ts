/** The exchange of a memory hub on a real TLS port, and clients that connect with a certificate of their choice. */
import { connect, type TLSSocket } from 'node:tls'
import { Agent, request } from 'undici'
import { parseJson } from '#core/codec/json.ts'
import { parseXml, xmlTreeOf } from '#core/codec/xml.ts'
import { type AdmissionLimits, admission } from '#core/flow/admission.ts'
import type { AttachmentLimits } from '#core/flow/upload.ts'
import { isMediaType, type PartyId, type SignedDocument, type Tree } from '#core/message.ts'
import { verifyDocument } from '#core/signature/document.ts'
import { readProblem } from '#core/signature/receipt.ts'
import { exchangeApp } from '#routes/exchange/app.ts'
import { type ExchangeTimeouts, listenExchange } from '#routes/exchange/server.ts'
import type { Problem } from '#schemas/generated/types.ts'
import type { MemoryHub } from './hub.ts'
import { hubSigner } from './letters.ts'
import { keysOf } from './parties.ts'

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Uint8Array
  readonly text: string
}

export type Headers = Readonly<Record<string, string>>

export interface ExchangeClient {
  call(method: string, path: string, body?: Uint8Array | AsyncIterable<Uint8Array>, headers?: Headers): Promise<Reply>
  post(path: string, document: SignedDocument, headers?: Headers): Promise<Reply>
  get(path: string, headers?: Headers): Promise<Reply>
}

export interface ClientCertificate {
  readonly cert: string
  readonly key: string
}

export interface ExchangeServer {
  readonly port: number
  /** A party, somebody with another certificate, or nobody. */
  as(who: PartyId | ClientCertificate | undefined): ExchangeClient
  /** A bare TLS connection with the certificate of a party, for clients that do not keep to HTTP. */
  socket(party: PartyId): Promise<TLSSocket>
  close(): Promise<void>
}

/** Small enough that a test reaches them. */
export const LIMITS: AttachmentLimits = { maxBytes: 2 ** 20, quotaBytes: 3 * 2 ** 20 }

export const ADMISSION: AdmissionLimits = { roomBytes: 64 * 2 ** 20, turns: 16 }

export async function exchangeServer(
  memory: MemoryHub,
  timeouts?: ExchangeTimeouts,
  proxies: readonly string[] = [],
  limits: AdmissionLimits = ADMISSION,
  open = Promise.resolve(),
): Promise<ExchangeServer> {
  const { tls } = keysOf('hub')
  const server = await listenExchange(
    exchangeApp(memory.hub, {
      leaseMs: 300_000,
      proxies: new Set(proxies),
      attachments: LIMITS,
      door: admission(memory.clock, limits),
      open,
    }),
    0,
    '127.0.0.1',
    tls,
    timeouts,
  )
  const agents: Agent[] = []
  const sockets: TLSSocket[] = []
  return {
    port: server.port,
    as(who) {
      const certificate = typeof who === 'string' ? keysOf(who).tls : who
      const agent = new Agent({ connect: { ca: tls.ca, cert: certificate?.cert, key: certificate?.key, servername: 'localhost' } })
      agents.push(agent)
      return clientOf(`https://127.0.0.1:${server.port}`, agent)
    },
    async socket(party) {
      const { cert, key, ca } = keysOf(party).tls
      const socket = connect({ port: server.port, host: '127.0.0.1', servername: 'localhost', cert, key, ca })
      sockets.push(socket)
      await new Promise<void>((resolve, reject) => socket.once('secureConnect', resolve).once('error', reject))
      return socket
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await Promise.all(agents.map((agent) => agent.destroy()))
      await server.close()
    },
  }
}

function clientOf(origin: string, dispatcher: Agent): ExchangeClient {
  const call: ExchangeClient['call'] = async (method, path, body, headers = {}) => {
    const response = await request(`${origin}${path}`, { method, dispatcher, headers, ...(body ? { body: body as Buffer } : {}) })
    const bytes = new Uint8Array(await response.body.arrayBuffer())
    const flat = Object.entries(response.headers).map(([name, value]) => [name, String(value)])
    return { status: response.statusCode, headers: Object.fromEntries(flat), bytes, text: Buffer.from(bytes).toString() }
  }
  return {
    call,
    post: (path, { bytes, mediaType, signature }, headers) =>
      call('POST', path, bytes, {
        'content-type': mediaType,
        ...(signature === undefined ? {} : { 'jws-signature': signature }),
        ...headers,
      }),
    get: (path, headers) => call('GET', path, undefined, headers),
  }
}

/** A signed document in an answer: a receipt, or a message out of the mailbox. */
export function documentIn({ headers, bytes }: Reply): SignedDocument {
  const mediaType = headers['content-type']
  if (!isMediaType(mediaType)) throw new Error('the answer is no signed document')
  return { mediaType, bytes, signature: headers['jws-signature'] }
}

/** The problem in an answer, in either syntax; `signed` when the hub's signature stands with it, which must then hold. */
export async function problemIn({ headers, bytes, text }: Reply): Promise<{ readonly problem: Problem; readonly signed: boolean }> {
  const syntax = /^application\/problem\+(xml|json)$/.exec(headers['content-type'] ?? '')?.[1] as 'xml' | 'json' | undefined
  if (!syntax) throw new Error('the answer is no problem document')
  const signature = headers['jws-signature']
  const signed = signature !== undefined || text.includes('<Signature ')
  if (!signed) return { problem: readProblem(unprovenTree(bytes, syntax)), signed }
  const document: SignedDocument = { mediaType: `application/${syntax}`, bytes, signature }
  const { tree } = await verifyDocument(document, { kind: 'Problem', root: undefined, from: 'hub' }, hubSigner)
  return { problem: readProblem(tree), signed }
}

function unprovenTree(bytes: Uint8Array, syntax: 'xml' | 'json'): Tree {
  if (syntax === 'json') return { syntax, root: parseJson(bytes) }
  using parsed = parseXml(bytes)
  return { syntax, root: xmlTreeOf(parsed) }
}
