/** Makes the signed envelopes of the SOAP binding. Every part is written in canonical form, so nothing is parsed to sign it. */
import { hash } from 'node:crypto'
import { xmlBytesOf } from '#core/codec/xml-writer.ts'
import type { Element } from '#core/message.ts'
import type { SigningKey } from './key.ts'
import { base64, elementIn, reference, withLastChild } from './written.ts'
import { BASE64, ID, MUST_UNDERSTAND, SOAP, WSA, WSSE, WSU, X509_TOKEN } from './wss-names.ts'
import { DS, digestNameFor, EXCLUSIVE_C14N, PROPERTIES_TRANSFORMS } from './xades-names.ts'

/** How an envelope is addressed (WS-Addressing 1.0). */
export interface Address {
  /** UUID; of the content where it is left out. */
  readonly messageId?: string | undefined
  readonly to?: string | undefined
  /** MessageID of the envelope that this one answers. */
  readonly relatesTo?: string | undefined
  /** What the party's portal wants to see in Security. */
  readonly token?: Element | undefined
}

interface Part {
  readonly id: string
  readonly bytes: Uint8Array
}

const ds = elementIn(DS)
const wsse = elementIn(WSSE)
const wsu = elementIn(WSU)
const wsa = elementIn(WSA)

const CERTIFICATE_ID = 'korpu-certificate'
const BODY_ID = 'korpu-body'

/** `content` is the child of Body, in exclusive canonical form. */
export async function signWss(content: Uint8Array, action: string, key: SigningKey, at: Date, address: Address = {}): Promise<Uint8Array> {
  const headers = addressingFor(action, content, address)
  const timestamp = part('korpu-timestamp', wsu('Timestamp', {}, [wsu('Created', {}, at.toISOString())]))
  const token = address.token ? [part('korpu-token', address.token)] : []
  const body = { id: BODY_ID, bytes: bodyOf(content, ` xmlns:wsu="${WSU}" wsu:Id="${BODY_ID}"`) }
  const signed = [...headers, timestamp, ...token, body]
  const certificate = part(
    CERTIFICATE_ID,
    wsse('BinarySecurityToken', { EncodingType: BASE64, ValueType: X509_TOKEN }, base64(key.certificate)),
  )
  const security = withLastChild(
    xmlBytesOf(wsse('Security', { [MUST_UNDERSTAND]: 'true' })),
    ...[certificate, timestamp, ...token].map(({ bytes }) => bytes),
    xmlBytesOf(await signatureOver(signed, key)),
  )
  return envelopeOf([...headers.map(({ bytes }) => bytes), security], body.bytes)
}

/** An envelope without a signature, for whom the hub does not know. */
export function unsignedEnvelope(content: Uint8Array): Uint8Array {
  return envelopeOf([], bodyOf(content, ''))
}

function addressingFor(action: string, content: Uint8Array, { messageId, to, relatesTo }: Address): readonly Part[] {
  const said = { Action: action, MessageID: `urn:uuid:${messageId ?? uuidOf(content)}`, To: to, RelatesTo: relatesTo }
  return Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [part(`korpu-${name}`, wsa(name, {}, value))]))
}

function part(id: string, element: Element): Part {
  return { id, bytes: xmlBytesOf({ ...element, attributes: { ...element.attributes, [ID]: id } }) }
}

async function signatureOver(parts: readonly Part[], key: SigningKey): Promise<Element> {
  const digest = digestNameFor(key.algorithm)
  const signedInfo = ds('SignedInfo', {}, [
    ds('CanonicalizationMethod', { Algorithm: EXCLUSIVE_C14N }),
    ds('SignatureMethod', { Algorithm: key.algorithm.xml }),
    ...parts.map(({ id, ...content }) => reference({ URI: `#${id}` }, PROPERTIES_TRANSFORMS, digest, content)),
  ])
  const value = await key.sign(xmlBytesOf(signedInfo))
  const pointer = wsse('Reference', { URI: `#${CERTIFICATE_ID}`, ValueType: X509_TOKEN })
  return ds('Signature', {}, [
    signedInfo,
    ds('SignatureValue', {}, base64(value)),
    ds('KeyInfo', {}, [wsse('SecurityTokenReference', {}, [pointer])]),
  ])
}

// With a prefix, so that a fault in it, which is SOAP too, declares its own namespace; in canonical form, namespaces come by prefix.
function bodyOf(content: Uint8Array, id: string): Uint8Array {
  return Buffer.concat([Buffer.from(`<soap:Body xmlns:soap="${SOAP}"${id}>`), content, Buffer.from('</soap:Body>')])
}

// The prefix is declared here because a fault names its code by it.
function envelopeOf(headers: readonly Uint8Array[], body: Uint8Array): Uint8Array {
  const text = (part: string) => Buffer.from(part)
  return Buffer.concat([
    text(`<soap:Envelope xmlns:soap="${SOAP}"><soap:Header>`),
    ...headers,
    text('</soap:Header>'),
    body,
    text('</soap:Envelope>'),
  ])
}

/** UUIDv8 (RFC 9562, section 5.8) made of the content: the same content has the same name. */
function uuidOf(content: Uint8Array): string {
  const hex = hash('sha256', content, 'hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}
