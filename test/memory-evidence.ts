/** The evidence of the Store in memory. */
import { type AuditLink, EMPTY } from '#core/evidence/chain.ts'
import type { EvidenceRecord } from '#core/evidence/record.ts'
import type { PartyId } from '#core/message.ts'
import type { StoredAttachment } from '#core/ports.ts'
import { erasedIn } from './memory-erasure.ts'
import { type Kept, type Outgoing, recordOf } from './memory-store.ts'

interface Inside {
  readonly outbox: readonly Outgoing[]
  readonly links: readonly AuditLink[]
  readonly attachments: readonly StoredAttachment[]
}

export function memoryEvidence(viewer: PartyId, kept: Kept, { outbox, links, attachments }: Inside): EvidenceRecord {
  const { message, receivedAt, first } = kept
  const { messageId, conversationId, inReplyTo, from, to, type, version, agreement, createdAt, contentDigest } = message
  const isSender = viewer === from
  const seen = outbox.filter(({ party }) => isSender || party === viewer).sort((a, b) => (a.deliveryId < b.deliveryId ? -1 : 1))
  const ids = new Set(seen.map(({ deliveryId }) => deliveryId))
  return {
    viewer,
    messageId,
    conversationId,
    inReplyTo,
    from,
    to,
    type,
    version,
    agreement,
    createdAt,
    receivedAt,
    contentDigest,
    contestedAt: kept.contestedAt,
    erased: erasedIn(kept),
    arrival: 'original' in message ? arrivalOf(message) : undefined,
    original:
      isSender && !kept.erasedAt && 'original' in message
        ? { mediaType: message.mediaType, bytes: message.original, signature: message.signature }
        : undefined,
    receipt: isSender ? first?.receipt : undefined,
    deliveries: seen.map((one) => {
      const { deliveryId, party, state, deliveredAt, digest, signatureDigest, contentDigest: sent } = recordOf(one)
      const document = party === viewer ? one.encoded : undefined
      return { deliveryId, party, state, deliveredAt, digest, signatureDigest, contentDigest: sent, document, receipt: one.receipt }
    }),
    attachments,
    links: links
      .filter((link) => link.messageId === messageId && (link.deliveryId === undefined ? link.party === from : ids.has(link.deliveryId)))
      .map((link) => ({
        ...link,
        before: links.find(({ party, number }) => party === link.party && number === link.number - 1)?.head ?? EMPTY.head,
      })),
  }
}

const arrivalOf = ({ signedAt, signerSha256, mediaType, digest, signatureDigest }: NonNullable<EvidenceRecord['arrival']>) => ({
  signedAt,
  signerSha256,
  mediaType,
  digest,
  signatureDigest,
})
