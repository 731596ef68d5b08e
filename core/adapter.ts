/**
 * The adapter contract: how one party speaks. Data, one folder a party, nothing else to touch.
 *
 * A `Dialect` is what the flows use; `defineAdapter` builds one from the tables of a folder, and the two canonical syntaxes are dialects themselves.
 */
import type { Issue } from './errors.ts'
import type { Element, Header, Message, MessageType, PartyId, SignatureProfile, Syntax, Tree } from './message.ts'

export interface Dialect {
  /** `xml`, `json`, or the name of the adapter's folder. */
  readonly name: string
  readonly syntax: Syntax
  /** How the signed root element is called; only for XML. */
  readonly root: { readonly name: string; readonly namespace: string } | undefined
  /** What stands beside the signature of the party's SOAP envelopes. */
  readonly token?: PortalToken | undefined
  /** Message types that the dialect can carry; `undefined` = all. */
  readonly types: readonly MessageType[] | undefined

  /**
   * The routing head. Throws PAYLOAD_INVALID, TYPE_UNKNOWN or VERSION_UNSUPPORTED with paths into the party's own tree.
   * `fill` supplies what a dialect has no place for (the nonce).
   */
  headerOf(tree: Tree, fill: { readonly nonce: () => string }): Header

  /** The whole message in canonical form, not validated against the schema yet; what does not fit the dialect's own shape comes back as issues. */
  messageOf(tree: Tree, header: Header): { readonly message: Message; readonly issues: readonly Issue[] }

  /** Where a canonical leaf (JSON Pointer into the message, e.g. `/body/subject/familyName`) stands in the party's own bytes. */
  pathOf(pointer: string, type: MessageType): string

  /** Unsigned bytes of a message in this dialect; for XML in exclusive canonical form. */
  bytesOf(message: Message): Uint8Array

  /** The leaves of this message that the dialect cannot carry. */
  lossOf(message: Message): readonly Loss[]
}

/** A statement of the party's portal about who calls, in the Security of every SOAP envelope and signed with it. */
export interface PortalToken {
  readonly name: string
  readonly namespace: string
  /** What the hub says of itself. */
  readonly written: Element
  /** What the hub does not take in one of the party's. */
  issuesOf(token: Element): readonly Issue[]
}

/** A leaf that will not arrive. */
export interface Loss {
  /** JSON Pointer into the message. */
  readonly pointer: string
  /** For people, where it is for the value and not for want of a place: what can be carried, and what about this value cannot, without repeating it. */
  readonly expected?: string
  readonly hint?: string
}

export interface Adapter {
  readonly party: PartyId
  /** What the party is, for people. */
  readonly title: string
  readonly dialect: Dialect
  readonly signature: SignatureProfile
}
