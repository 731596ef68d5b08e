/** What parties write: messages with the bodies of the published samples, receipts for what reached them, and what they read. */
import { randomBytes, randomUUID } from 'node:crypto'
import type { Header, Message, MessageType, PartyId, Receipt, SignedDocument } from '#core/message.ts'
import { digestsOf } from '#core/signature/digest.ts'
import { signDocument, verifyDocument } from '#core/signature/document.ts'
import type { SigningKey } from '#core/signature/key.ts'
import { readReceipt, receiptBytesOf } from '#core/signature/receipt.ts'
import type { SignerOf } from '#core/signature/signer.ts'
import { NAMESPACE } from '#schemas/index.ts'
import { sampleOf } from '#schemas/samples/messages.ts'
import { dialectOf, keysOf, PARTIES } from './parties.ts'

/** What differs from the usual; `body` replaces the small sample. */
export type Draft = Partial<Omit<Header, 'from' | 'type' | 'createdAt'>> & { readonly body?: object }

const USUAL_RECIPIENT: Readonly<Record<PartyId, PartyId>> = { de: 'az-sms', 'az-sms': 'de', 'az-mfa': 'de', xa: 'xb', xb: 'xa' }

/** A message that says who is meant with the invented names of the samples. */
export function letter(from: PartyId, type: MessageType, createdAt: Date, draft: Draft = {}): Message {
  const { body = sampleOf(type, 'small').body, ...header } = draft
  return {
    header: {
      messageId: randomUUID(),
      conversationId: randomUUID(),
      from,
      to: USUAL_RECIPIENT[from] ?? '',
      type,
      version: '1.0',
      agreement: 'eu-az-2014',
      createdAt: createdAt.toISOString(),
      nonce: randomBytes(16).toString('base64url'),
      ...header,
    },
    body,
  } as Message
}

export interface Signing {
  readonly at: Date
  /** The author's own when left out. */
  readonly key?: SigningKey
}

export function signed(message: Message, { at, key }: Signing): Promise<SignedDocument> {
  const { from } = message.header
  return signedBytes(from, dialectOf(from).bytesOf(message), { at, ...(key ? { key } : {}) })
}

/** Bytes that a party signs as a message, whatever they are; for XML in exclusive canonical form. */
export function signedBytes(from: PartyId, bytes: Uint8Array, { at, key = keysOf(from).signing }: Signing): Promise<SignedDocument> {
  return signDocument('Message', bytes, PARTIES[from]?.signature ?? 'xades', key, at)
}

export const hubSigner: SignerOf = (sha256) => {
  const certificate = keysOf('hub').signingCertificate
  return sha256 === certificate.sha256 ? { party: 'hub', certificate } : undefined
}

/** What a party reads in a delivery, after the hub's signature held. */
export async function opened(party: PartyId, document: SignedDocument): Promise<Message> {
  const dialect = dialectOf(party)
  const root = dialect.root ?? { name: 'Message', namespace: NAMESPACE }
  const { tree } = await verifyDocument(document, { kind: 'Message', root, from: 'hub' }, hubSigner)
  const header = dialect.headerOf(tree, { nonce: () => 'A'.repeat(22) })
  return dialect.messageOf(tree, header).message
}

/** The hub's own receipt, after its signature held. */
export async function receiptIn(document: SignedDocument): Promise<Receipt> {
  const { tree } = await verifyDocument(document, { kind: 'Receipt', root: undefined, from: 'hub' }, hubSigner)
  return readReceipt(tree)
}

export interface Handover {
  readonly deliveryId: string
  readonly messageId: string
  readonly document: SignedDocument
}

/** A party's signed statement about a delivery. `more` makes it another one than the honest hand-over, `signer` lets somebody else sign it. */
export async function receiptOf(
  party: PartyId,
  handover: Handover,
  at: Date,
  more: Partial<Receipt> = {},
  signer = party,
): Promise<SignedDocument> {
  const { header } = await opened(party, handover.document)
  return statementOf(party, { ...handover, conversationId: header.conversationId }, at, more, signer)
}

/** The same, of a party that does not look into what the hub signed. */
export function statementOf(
  party: PartyId,
  handover: Handover & { readonly conversationId: string },
  at: Date,
  more: Partial<Receipt> = {},
  signer = party,
): Promise<SignedDocument> {
  const { digest, signatureDigest } = digestsOf(handover.document)
  const receipt: Receipt = {
    receiptId: randomUUID(),
    messageId: handover.messageId,
    conversationId: handover.conversationId,
    deliveryId: handover.deliveryId,
    digest,
    ...(signatureDigest === undefined ? {} : { signatureDigest }),
    event: 'ContentHandover',
    at: at.toISOString(),
    by: party,
    ...more,
  }
  const { syntax } = dialectOf(party)
  const profile = syntax === 'xml' ? 'xades' : 'jades'
  return signDocument('Receipt', receiptBytesOf(receipt, syntax), profile, keysOf(signer).signing, at)
}

/** What of a document goes over the wire, to be compared and read in a diff. */
export function onWire({ mediaType, bytes, signature }: SignedDocument) {
  return { mediaType, text: Buffer.from(bytes).toString(), signature }
}
