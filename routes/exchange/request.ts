/** What the exchange reads off a request: the peer behind the connection, the body under its limit, the headers that count. */
import type { IncomingMessage } from 'node:http'
import { finished } from 'node:stream/promises'
import type { TLSSocket } from 'node:tls'
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { hubError } from '#core/errors.ts'
import type { Admission } from '#core/flow/admission.ts'
import { senderOf } from '#core/flow/proof.ts'
import type { Hub } from '#core/hub.ts'
import { MESSAGE_LIMIT_BYTES, mediaTypeOf } from '#core/inbound.ts'
import type { Inbound, TlsPeer } from '#core/message.ts'

export interface ExchangeEnv {
  Bindings: HttpBindings
  Variables: {
    requestId: string
    peer: TlsPeer | undefined
    /** The methods of an address that was called with another. */
    allow?: string
  }
}

const MAX_ISSUERS = 4

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const isUuid = (text: string): boolean => UUID.test(text)

/** A connection keeps its certificate for life; whether it still counts is asked for every message. */
const peers = new WeakMap<object, TlsPeer | undefined>()

export function peerOf(incoming: IncomingMessage): TlsPeer | undefined {
  const socket = incoming.socket as TLSSocket
  if (!peers.has(socket)) peers.set(socket, readPeer(socket))
  return peers.get(socket)
}

function readPeer(socket: TLSSocket): TlsPeer | undefined {
  const leaf = socket.getPeerX509Certificate?.()
  if (!leaf) return undefined
  const issuers: Uint8Array[] = []
  for (let above = leaf.issuerCertificate; above && issuers.length < MAX_ISSUERS; above = above.issuerCertificate) issuers.push(above.raw)
  return { certificate: leaf.raw, issuers }
}

/** What was let in goes when its answer has left, or the client has. */
export function holdUntilAnswered(c: Context<ExchangeEnv>, entered: Disposable): void {
  c.env.outgoing.once('close', () => entered[Symbol.dispose]())
}

/** Lets the rest of a body pass by, unread: a client that is still sending would see a broken connection instead of the answer. */
export async function passedBy(incoming: IncomingMessage): Promise<void> {
  if (incoming.complete || incoming.destroyed) return
  await finished(incoming.resume()).catch(() => undefined)
}

/**
 * Takes one document in, and acts on it when it is its turn. Size, media type and sender are looked at before anything is read (contract, section 3):
 * a stranger fills no memory. The room for the document stays taken until the answer has been made.
 */
export async function taking(
  c: Context<ExchangeEnv>,
  hub: Hub,
  door: Admission,
  act: (inbound: Inbound) => Promise<Response>,
): Promise<Response> {
  const { incoming } = c.env
  const { headers } = incoming
  const most = Number(headers['content-length'] ?? MESSAGE_LIMIT_BYTES)
  if (most > MESSAGE_LIMIT_BYTES) throw hubError('PAYLOAD_TOO_LARGE')
  const mediaType = mediaTypeOf(headers['content-type'])
  const sender = senderOf(hub, { peer: c.get('peer') })
  using _room = await door.room.enter(sender.id, most)
  const bytes = await bodyOf(incoming, MESSAGE_LIMIT_BYTES)
  const receivedAt = hub.clock.now()
  using _turn = await door.turns.enter(sender.id, door.weightOf(bytes.length))
  const { 'jws-signature': signature, traceparent: trace } = headers
  return await act({
    bytes,
    mediaType,
    signature: typeof signature === 'string' ? signature : undefined,
    peer: c.get('peer'),
    receivedAt,
    requestId: c.get('requestId'),
    trace: typeof trace === 'string' ? trace : undefined,
    ...shownIn(headers),
  })
}

/** `Korpu-Receipt`: a receipt of the hub, base64; for one in JSON with the signature that stood beside it. */
function shownIn(headers: IncomingMessage['headers']): Pick<Inbound, 'shown'> {
  const { 'korpu-receipt': receipt, 'korpu-receipt-signature': signature } = headers
  if (typeof receipt !== 'string') return {}
  return { shown: { bytes: Buffer.from(receipt, 'base64'), signature: typeof signature === 'string' ? signature : undefined } }
}

function bodyOf(incoming: IncomingMessage, limit: number): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  const chunks: Buffer[] = []
  let length = 0
  const take = (chunk: Buffer): void => {
    length += chunk.length
    chunks.push(chunk)
    if (length <= limit) return
    // Left open where reading stops: the server takes in what still comes while the client reads why, and closes then.
    incoming.off('data', take).pause()
    reject(hubError('PAYLOAD_TOO_LARGE'))
  }
  const brokenOff = (cause?: unknown): void => {
    if (incoming.readableEnded) return
    reject(hubError('PAYLOAD_MALFORMED', { stage: 'receive', detail: 'The connection ended before the message did.', cause }))
  }
  const whole = (): void => {
    if (length === 0) reject(hubError('PAYLOAD_MALFORMED', { stage: 'receive', detail: 'The body is empty.' }))
    else resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, length))
  }
  if (incoming.destroyed) brokenOff()
  incoming.on('data', take).once('end', whole).once('error', brokenOff).once('close', brokenOff)
  return promise
}
