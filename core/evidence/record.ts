/** What the store keeps about a message, as far as one party may have it. */
import type { Erased } from '#core/erasure.ts'
import type { DeliveryState, MediaType, MessageType, PartyId, SignedDocument } from '#core/message.ts'
import type { StoredAttachment } from '#core/ports.ts'
import type { AuditLink } from './chain.ts'

export interface EvidenceRecord {
  /** Whose copy this is. */
  readonly viewer: PartyId
  readonly messageId: string
  readonly conversationId: string
  readonly inReplyTo: string | undefined
  readonly from: PartyId
  readonly to: PartyId
  readonly type: MessageType
  readonly version: string
  readonly agreement: string
  readonly createdAt: Date
  readonly receivedAt: Date
  readonly contentDigest: string
  /** How it came in; messages of the hub itself did not. */
  readonly arrival: Arrival | undefined
  /** When the certificate that signed it turned out to have been revoked before it came. */
  readonly contestedAt: Date | undefined
  /** When and under which rule its content was erased. */
  readonly erased: Erased | undefined
  /** For the sender alone, as long as it is kept. */
  readonly original: SignedDocument | undefined
  /** The hub's, for the sender. */
  readonly receipt: SignedDocument | undefined
  /** All of them for the sender, only its own for a recipient. */
  readonly deliveries: readonly EvidenceDelivery[]
  /** That it names, as long as they are kept. */
  readonly attachments: readonly StoredAttachment[]
  readonly links: readonly EvidenceLink[]
}

export interface Arrival {
  readonly signedAt: Date
  readonly signerSha256: string
  readonly mediaType: MediaType
  readonly digest: string
  readonly signatureDigest: string | undefined
}

export interface EvidenceDelivery {
  readonly deliveryId: string
  readonly party: PartyId
  readonly state: DeliveryState
  readonly deliveredAt: Date | undefined
  /** Of the bytes that were made for the party; `undefined` before that. */
  readonly digest: string | undefined
  readonly signatureDigest: string | undefined
  /** Of the version of the standard in which those bytes are. */
  readonly contentDigest: string
  /** For the party itself alone. */
  readonly document: SignedDocument | undefined
  /** The party's own. */
  readonly receipt: SignedDocument | undefined
}

export interface EvidenceLink extends AuditLink {
  /** Head of the chain before the link; empty for its first. */
  readonly before: Uint8Array
}
