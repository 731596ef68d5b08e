/**
 * A partner's system, simulated but complete: it has its own keys, its own dialect and its own way to be reached; it signs what it sends and
 * repeats it until the hub's receipt is there; it verifies what it gets and answers each delivery with a signed receipt.
 */
import type { Dialect } from '#core/adapter.ts'
import type { Element, Header, Message, MessageType, PartyId, Receipt, SignatureProfile, SignedDocument } from '#core/message.ts'
import type { Clock } from '#core/ports.ts'
import { digestsOf } from '#core/signature/digest.ts'
import { signDocument, verifyDocument } from '#core/signature/document.ts'
import type { SigningKey } from '#core/signature/key.ts'
import { readReceipt, receiptBytesOf } from '#core/signature/receipt.ts'
import type { SignerOf } from '#core/signature/signer.ts'
import { randomIds } from '#ids'
import { FIRST_VERSION, NAMESPACE } from '#schemas/index.ts'
import type { HubClient } from './hub-client.ts'

export interface PartnerSettings {
  readonly party: PartyId
  readonly dialect: Dialect
  readonly signature: SignatureProfile
  readonly key: SigningKey
  /** What its portal says of it, beside the signature of its envelopes. */
  readonly token?: Element | undefined
  /** Knows the hub's signing certificate and nobody else's. */
  readonly hubSigner: SignerOf
  readonly client: Pick<HubClient, 'submit'>
  readonly clock: Clock
  /** Its official reads a message: once for each delivery, however often that is sent. */
  readonly onMessage?: (message: Message, deliveryId: string) => void
}

export interface Draft {
  readonly type: MessageType
  readonly to: PartyId
  readonly copyTo?: readonly PartyId[]
  readonly conversationId: string
  /** A new one when left out. */
  readonly messageId?: string
  readonly inReplyTo?: string
  /** `eu-az-2014` when left out. */
  readonly agreement?: string
  readonly body: object
}

/** What was sent, and the hub's receipt for it, verified against the exact bytes. */
export interface SentMessage {
  readonly header: Header
  readonly document: SignedDocument
  readonly receipt: Receipt
  readonly receiptDocument: SignedDocument
}

export interface Partner {
  readonly party: PartyId
  send(draft: Draft): Promise<SentMessage>
  /** Verifies a delivery and answers with the signed receipt for it; the same delivery again gets the same receipt. */
  take(deliveryId: string, document: SignedDocument): Promise<SignedDocument>
}

const CANONICAL = { name: 'Message', namespace: NAMESPACE }

export function createPartner(settings: PartnerSettings): Partner {
  const { party, dialect, signature, key, token, client, clock, hubSigner, onMessage } = settings
  /** Receipts by delivery: what makes at-least-once exactly-once. A promise, for the same delivery may come again while the first is looked at. */
  const receipts = new Map<string, Promise<SignedDocument>>()

  const send = async (draft: Draft): Promise<SentMessage> => {
    const header = headerOf(party, draft, clock.now())
    const bytes = dialect.bytesOf({ header, body: draft.body } as Message)
    const document = await signDocument('Message', bytes, signature, key, clock.now(), { messageId: header.messageId, token })
    const receiptDocument = await client.submit(document)
    const verified = await verifyDocument(receiptDocument, { kind: 'Receipt', root: undefined, from: 'hub' }, hubSigner)
    const receipt = readReceipt(verified.tree)
    const { digest } = digestsOf(document)
    if (receipt.messageId !== header.messageId || receipt.digest !== digest) throw new Error('the receipt is for other bytes')
    return { header, document, receipt, receiptDocument }
  }

  const take: Partner['take'] = (deliveryId, document) => {
    const known = receipts.get(deliveryId)
    if (known) return known
    const receipt = takeFirst(deliveryId, document)
    receipts.set(deliveryId, receipt)
    // Not taken: the next attempt is the first again.
    receipt.catch(() => receipts.delete(deliveryId))
    return receipt
  }

  const takeFirst: Partner['take'] = async (deliveryId, document) => {
    const expect = { kind: 'Message', root: dialect.root ?? CANONICAL, token: dialect.token, from: 'hub' } as const
    const { tree, envelopeId } = await verifyDocument(document, expect, hubSigner)
    const header = dialect.headerOf(tree, { nonce: randomIds.nonce })
    const { message } = dialect.messageOf(tree, header)
    const receipt = await handOver(deliveryId, header, document, envelopeId)
    onMessage?.(message, deliveryId)
    return receipt
  }

  const handOver = (deliveryId: string, header: Header, document: SignedDocument, relatesTo?: string): Promise<SignedDocument> => {
    const { digest, signatureDigest } = digestsOf(document)
    const statement = {
      receiptId: randomIds.uuid(),
      messageId: header.messageId,
      conversationId: header.conversationId,
      deliveryId,
      digest,
      ...(signatureDigest === undefined ? {} : { signatureDigest }),
      event: 'ContentHandover',
      at: clock.now().toISOString(),
      by: party,
    } as const
    const profile = signature === 'jws' ? 'jades' : signature
    const address = { messageId: statement.receiptId, relatesTo, token }
    return signDocument('Receipt', receiptBytesOf(statement, dialect.syntax), profile, key, clock.now(), address)
  }

  return { party, send, take }
}

function headerOf(from: PartyId, draft: Draft, at: Date): Header {
  return {
    messageId: draft.messageId ?? randomIds.uuid(),
    conversationId: draft.conversationId,
    ...(draft.inReplyTo === undefined ? {} : { inReplyTo: draft.inReplyTo }),
    from,
    to: draft.to,
    ...(draft.copyTo === undefined ? {} : { copyTo: [...draft.copyTo] }),
    type: draft.type,
    version: FIRST_VERSION,
    agreement: draft.agreement ?? 'eu-az-2014',
    createdAt: at.toISOString(),
    nonce: randomIds.nonce(),
  }
}
