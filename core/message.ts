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
 * - **flag**: a rule that an accepted message does not keep
 * - **signed document**: bytes that leave the hub (message, receipt, problem) with the signature inside or beside them
 *
 * Times are `Date` inside and `YYYY-MM-DDThh:mm:ss.sssZ` on the wire; digests are SHA-256 in lower-case hex.
 */
import type { Header, Message, MessageType, Receipt } from '#schemas/generated/types.ts'
import type { Certificate } from './signature/certificate.ts'

export type { Header, Message, MessageType, Receipt }

export type PartyId = string
export type Syntax = 'xml' | 'json'

export const MEDIA_TYPES = ['application/xml', 'application/json', 'application/jose', 'application/soap+xml'] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

export function isMediaType(type: string | undefined): type is MediaType {
  return MEDIA_TYPES.some((known) => known === type)
}

/** How a party signs: XAdES inside XML, JAdES detached beside JSON, the whole message as a compact JWS, or WS-Security around it in a SOAP envelope. */
export type SignatureProfile = 'xades' | 'jades' | 'jws' | 'wss'

/** What a signed document is; signed under different names so that one can never pass for another. */
export type DocumentKind = 'Message' | 'Receipt' | 'Problem' | 'TreeHead' | 'TestReport' | 'LabReport' | 'AuditExport' | 'Alert'

/** Who is at the other end, as the door proved it: each way in has its own proof. */
export type Peer = TlsPeer | BrokerPeer | FolderPeer

/** A TLS client that holds the key of this certificate. */
export interface TlsPeer {
  readonly certificate: Uint8Array
  /** Certificates that the client sent above its own, leaf's issuer first. */
  readonly issuers: readonly Uint8Array[]
}

/** A user that the broker let in, and whose name the broker itself vouches for on this very message. */
export interface BrokerPeer {
  readonly brokerUser: string
}

/** Whoever may write into a folder of a file server that proved to hold this key. */
export interface FolderPeer {
  /** Account, server and folder, as in `Endpoint.url`. */
  readonly folder: string
  /** As in `Endpoint.hostKeys`. */
  readonly hostKey: string
}

export interface Inbound {
  readonly bytes: Uint8Array
  readonly mediaType: MediaType
  /** The `JWS-Signature` header, for detached JSON signatures. */
  readonly signature: string | undefined
  readonly peer: Peer | undefined
  readonly receivedAt: Date
  readonly requestId: string
  /** W3C `traceparent` that the sender gave, unproven. */
  readonly trace?: string | undefined
  /** A receipt of the hub that the sender holds for these bytes, and shows because the hub may have lost them (see shown-receipt.ts). */
  readonly shown?: Pick<SignedDocument, 'bytes' | 'signature'>
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
  /** When the signer said that it ends (WS-Security alone). */
  readonly signedUntil?: Date
}

/** A document whose signature holds: everything after this reads `tree` only, which was made of the bytes that were signed. */
export interface Verified {
  readonly tree: Tree
  readonly signer: Signer
  /** SHA-256 of the bytes as they arrived (for detached JSON: the body). */
  readonly digest: string
  /** SHA-256 of the signature that stood beside the bytes. */
  readonly signatureDigest: string | undefined
  /** Of a SOAP envelope, which its answer relates to. */
  readonly envelopeId?: string
  /** What the party's portal put beside the signature of a SOAP envelope. */
  readonly token?: Element
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

export interface Flag {
  /** Name of the rule. */
  readonly rule: string
  /** As in `Issue`: into the sender's own bytes. Never a value. */
  readonly path: string
}

/** As others than the sender see it, without the path: nobody else has those bytes. */
export type SeenFlag = Pick<Flag, 'rule'> & Partial<Flag>

export type DeliveryState = 'pending' | 'sent' | 'delivered' | 'retrying' | 'held' | 'dead' | 'cancelled' | 'expired'

/** Ways to a party: pushed over HTTPS, taken by itself, put into its queue at the broker, or into a folder of its file server. */
export const TRANSPORTS = ['push', 'mailbox', 'amqp', 'sftp'] as const
export type Transport = (typeof TRANSPORTS)[number]
