/**
 * The words of the hub.
 *
 * - **party**: a system that may send or receive; `hub` is a party too
 * - **inbound**: bytes as they arrived, nothing proven yet
 * - **original**: the exact bytes that were signed; kept, never re-serialised
 * - **tree**: what the one parser made of the original, as plain data
 * - **message**: header and body in canonical form, equal for XML, JSON and every dialect
 * - **conversation**: all messages of one case
 * - **receipt**: signed statement that exact bytes were accepted or handed over
 * - **delivery**: one message on its way to one recipient; **attempt**: one try of it
 * - **signed document**: bytes that leave the hub (message, receipt, problem) with the signature inside or beside them
 *
 * Times are `Date` inside and `YYYY-MM-DDThh:mm:ss.sssZ` on the wire; digests are SHA-256 in lower-case hex.
 */
import type { Header, Message, MessageType, Receipt } from '#schemas/generated/types.ts'
import type { Certificate } from './signature/certificate.ts'

export type { Header, Message, MessageType, Receipt }

export type PartyId = string
export type Syntax = 'xml' | 'json'

export const MEDIA_TYPES = ['application/xml', 'application/json', 'application/jose'] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

export function isMediaType(type: string | undefined): type is MediaType {
  return MEDIA_TYPES.some((known) => known === type)
}

/** How a party signs: XAdES inside XML, JAdES detached beside JSON, or the whole message as a compact JWS. */
export type SignatureProfile = 'xades' | 'jades' | 'jws'

/** What a signed document is; signed under different names so that one can never pass for another. */
export type DocumentKind = 'Message' | 'Receipt' | 'Problem'

/** The TLS client, as the door saw it. */
export interface Peer {
  readonly certificate: Uint8Array
  /** Certificates that the client sent above its own, leaf's issuer first. */
  readonly issuers: readonly Uint8Array[]
}

export interface Inbound {
  readonly bytes: Uint8Array
  readonly mediaType: MediaType
  /** The `JWS-Signature` header, for detached JSON signatures. */
  readonly signature: string | undefined
  readonly peer: Peer | undefined
  readonly receivedAt: Date
  readonly requestId: string
}

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject
export interface JsonObject {
  readonly [name: string]: JsonValue
}

/** An XML element as plain data. `text` is the text of an element without children, as written; white space between elements is not kept. */
export interface Element {
  readonly name: string
  readonly namespace: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
}

export type Tree = { readonly syntax: 'xml'; readonly root: Element } | { readonly syntax: 'json'; readonly root: JsonObject }

/** Who signed a document and when, read from the signature that was verified. Validity and revocation are not judged yet. */
export interface Signer {
  readonly party: PartyId
  readonly certificate: Certificate
  readonly signedAt: Date
}

/** A document whose signature holds: everything after this reads `tree` only, which was made of the bytes that were signed. */
export interface Verified {
  readonly tree: Tree
  readonly signer: Signer
  /** SHA-256 of the bytes as they arrived (for detached JSON: the body). */
  readonly digest: string
  /** SHA-256 of the signature that stood beside the bytes. */
  readonly signatureDigest: string | undefined
}

/** Bytes ready to leave, with the detached signature where the profile has one. */
export interface SignedDocument {
  readonly mediaType: MediaType
  readonly bytes: Uint8Array
  readonly signature: string | undefined
}

/** The routing head, after it was proven that `from` is the party that signed and connected. */
export interface Envelope {
  readonly header: Header
  readonly verified: Verified
}

export type DeliveryState = 'pending' | 'sent' | 'delivered' | 'retrying' | 'held' | 'dead' | 'cancelled' | 'expired'

export type Transport = 'push' | 'mailbox'
