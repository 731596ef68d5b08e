/** Behind a proxy that ends TLS: the client's certificate comes in a header (RFC 9440), believed only from a proxy that has proven itself. */
import type { IncomingHttpHeaders } from 'node:http'
import { hubError } from '#core/errors.ts'
import type { TlsPeer } from '#core/message.ts'
import { sha256Hex } from '#core/signature/digest.ts'

/** A byte sequence of RFC 8941, section 3.3.5: base64 between colons. */
const BYTES = /^:([A-Za-z0-9+/]+={0,2}):$/
const MAX_ISSUERS = 4

/**
 * Who calls: the TLS client itself, or, when that is one of the proxies (SHA-256 of their certificates), the client it speaks for.
 * Throws SENDER_UNKNOWN for the header from anyone else, and for one that cannot be read.
 */
export function callerOf(headers: IncomingHttpHeaders, connected: TlsPeer | undefined, proxies: ReadonlySet<string>): TlsPeer | undefined {
  const named = headers['client-cert']
  const viaProxy = connected !== undefined && proxies.has(sha256Hex(connected.certificate))
  if (named === undefined && headers['client-cert-chain'] === undefined) return viaProxy ? undefined : connected
  if (!viaProxy) throw hubError('SENDER_UNKNOWN', { detail: 'Client-Cert is believed only from a registered proxy.' })
  const chain = String(headers['client-cert-chain'] ?? '')
  return {
    certificate: bytesOf(String(named ?? '')),
    issuers:
      chain === ''
        ? []
        : chain
            .split(',')
            .slice(0, MAX_ISSUERS)
            .map((item) => bytesOf(item.trim())),
  }
}

function bytesOf(item: string): Uint8Array {
  const [, base64] = BYTES.exec(item) ?? []
  if (base64 === undefined) throw hubError('SENDER_UNKNOWN', { detail: 'Client-Cert is not a byte sequence (RFC 9440, section 2.2).' })
  return Buffer.from(base64, 'base64')
}
