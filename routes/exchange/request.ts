/** What the exchange reads off a request: the peer behind the connection, the body under its limit, the headers that count. */
import type { IncomingMessage } from 'node:http'
import type { TLSSocket } from 'node:tls'
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { hubError } from '#core/errors.ts'
import { type Inbound, isMediaType, type MediaType, type Peer } from '#core/message.ts'
import type { Clock } from '#core/ports.ts'

export interface ExchangeEnv {
  Bindings: HttpBindings
  Variables: {
    requestId: string
    peer: Peer | undefined
    /** The methods of an address that was called with another. */
    allow?: string
  }
}

export const MESSAGE_LIMIT_BYTES = 10 * 1024 * 1024
const MAX_ISSUERS = 4

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const isUuid = (text: string): boolean => UUID.test(text)

/** A connection keeps its certificate for life; whether it still counts is asked for every message. */
const peers = new WeakMap<object, Peer | undefined>()

export function peerOf(incoming: IncomingMessage): Peer | undefined {
  const socket = incoming.socket as TLSSocket
  if (!peers.has(socket)) peers.set(socket, readPeer(socket))
  return peers.get(socket)
}

function readPeer(socket: TLSSocket): Peer | undefined {
  const leaf = socket.getPeerX509Certificate?.()
  if (!leaf) return undefined
  const issuers: Uint8Array[] = []
  for (let above = leaf.issuerCertificate; above && issuers.length < MAX_ISSUERS; above = above.issuerCertificate) issuers.push(above.raw)
  return { certificate: leaf.raw, issuers }
}

/** Reads one document: size first, then media type (contract, section 3). */
export async function inboundOf(c: Context<ExchangeEnv>, clock: Clock): Promise<Inbound> {
  const { incoming } = c.env
  const bytes = await bodyOf(incoming, MESSAGE_LIMIT_BYTES)
  const mediaType = mediaTypeOf(incoming.headers['content-type'])
  const signature = incoming.headers['jws-signature']
  return {
    bytes,
    mediaType,
    signature: typeof signature === 'string' ? signature : undefined,
    peer: c.get('peer'),
    receivedAt: clock.now(),
    requestId: c.get('requestId'),
  }
}

function mediaTypeOf(header: string | undefined): MediaType {
  const [type, ...parameters] = (header ?? '').toLowerCase().split(';')
  const name = type?.trim() ?? ''
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='))
  if (!isMediaType(name)) throw hubError('MEDIA_TYPE')
  if (charset !== undefined && !/^charset="?utf-8"?$/.test(charset)) throw hubError('MEDIA_TYPE', { detail: 'Messages are UTF-8.' })
  return name
}

async function bodyOf(incoming: IncomingMessage, limit: number): Promise<Uint8Array> {
  if (Number(incoming.headers['content-length'] ?? 0) > limit) throw hubError('PAYLOAD_TOO_LARGE')
  const chunks: Buffer[] = []
  let length = 0
  try {
    // Left open where reading stops: the server takes in what still comes while the client reads why, and closes then.
    for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length > limit) throw hubError('PAYLOAD_TOO_LARGE')
      chunks.push(chunk)
    }
  } catch (cause) {
    if (length > limit) throw cause
    throw hubError('PAYLOAD_MALFORMED', { stage: 'receive', detail: 'The connection ended before the message did.', cause })
  }
  if (length === 0) throw hubError('PAYLOAD_MALFORMED', { stage: 'receive', detail: 'The body is empty.' })
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, length)
}
