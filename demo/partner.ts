/**
 * A partner's system, simulated but complete: it has its own keys, its own dialect and its own way to be reached; it signs what it sends and
 * repeats it until the hub's receipt is there; it verifies what it gets and answers each delivery with a signed receipt.
 */
import type { Dialect } from '#core/adapter.ts'
import type { Header, Message, MessageType, PartyId, SignatureProfile, SignedDocument } from '#core/message.ts'
import { signDocument, verifyDocument } from '#core/signature/document.ts'
import type { SigningKey } from '#core/signature/key.ts'
import { readReceipt, receiptBytesOf } from '#core/signature/receipt.ts'
import type { SignerOf } from '#core/signature/signer.ts'
import { digestsOf } from '#core/flow/party-receipt.ts'
import { NAMESPACE } from '#schemas/index.ts'
import { randomIds } from '#ids'
import type { HubClient } from './hub-client.ts'

export interface PartnerSettings {
  readonly party: PartyId
  readonly dialect: Dialect
  readonly signature: SignatureProfile
  readonly key: SigningKey
  /** Knows the hub's signing certificate and nobody else's. */
  readonly hubSigner: SignerOf
  readonly client: HubClient
}

export interface Draft {
  readonly type: MessageType
  readonly to: PartyId
  readonly copyTo?: readonly PartyId[]
  readonly conversationId: string
  /** A new one when left out. */
  readonly messageId?: string
  readonly inReplyTo?: string
  readonly body: object
}

export interface SentMessage {
  readonly header: Header
  /** The hub's receipt was verified against the exact bytes. */
  readonly receiptId: string
}

export interface Partner {
  readonly party: PartyId
  send(draft: Draft): Promise<SentMessage>
  /** Verifies a delivery and answers with the signed receipt for it; the same delivery again gets the same receipt and no `message`. */
  take(deliveryId: string, document: SignedDocument): Promise<{ readonly receipt: SignedDocument; readonly message: Message | undefined }>
}

export function createPartner(settings: PartnerSettings): Partner {
  const { party, dialect, signature, key, client, hubSigner } = settings
  /** Deliveries taken: what makes at-least-once exactly-once. */
  const taken = new Map<string, SignedDocument>()

  const send = async (draft: Draft): Promise<SentMessage> => {
    const header = headerOf(party, draft)
    const bytes = dialect.bytesOf({ header, body: draft.body } as Message)
    const document = await signDocument('Message', bytes, signature, key, new Date())
    const answer = await client.submit(document)
    const verified = await verifyDocument(answer, { kind: 'Receipt', root: undefined, from: 'hub' }, hubSigner)
    const receipt = readReceipt(verified.tree)
    const { digest } = digestsOf(document)
    if (receipt.messageId !== header.messageId || receipt.digest !== digest) throw new Error('the receipt is for other bytes')
    return { header, receiptId: receipt.receiptId }
  }

  const take: Partner['take'] = async (deliveryId, document) => {
    const known = taken.get(deliveryId)
    if (known) return { receipt: known, message: undefined }
    const expect = { kind: 'Message', root: dialect.root ?? { name: 'Message', namespace: NAMESPACE }, from: 'hub' } as const
    const { tree } = await verifyDocument(document, expect, hubSigner)
    const header = dialect.headerOf(tree, { nonce: randomIds.nonce })
    const { message } = dialect.messageOf(tree, header)
    const receipt = await handOver(deliveryId, header, document)
    taken.set(deliveryId, receipt)
    return { receipt, message }
  }

  const handOver = (deliveryId: string, header: Header, document: SignedDocument): Promise<SignedDocument> => {
    const { digest, signatureDigest } = digestsOf(document)
    const statement = {
      receiptId: randomIds.uuid(),
      messageId: header.messageId,
      conversationId: header.conversationId,
      deliveryId,
      digest,
      ...(signatureDigest === undefined ? {} : { signatureDigest }),
      event: 'ContentHandover',
      at: new Date().toISOString(),
      by: party,
    } as const
    const profile = dialect.syntax === 'xml' ? 'xades' : 'jades'
    return signDocument('Receipt', receiptBytesOf(statement, dialect.syntax), profile, key, new Date())
  }

  return { party, send, take }
}

function headerOf(from: PartyId, draft: Draft): Header {
  return {
    messageId: draft.messageId ?? randomIds.uuid(),
    conversationId: draft.conversationId,
    ...(draft.inReplyTo === undefined ? {} : { inReplyTo: draft.inReplyTo }),
    from,
    to: draft.to,
    ...(draft.copyTo === undefined ? {} : { copyTo: [...draft.copyTo] }),
    type: draft.type,
    version: '1.0',
    agreement: 'eu-az-2014',
    createdAt: new Date().toISOString(),
    nonce: randomIds.nonce(),
  }
}
