/** A party's signed statement about one delivery: it must hold, be the party's own, and be about exactly the bytes that were sent. */
import type { PartyRecord } from '#core/directory.ts'
import { hubError } from '#core/errors.ts'
import type { Hub } from '#core/hub.ts'
import type { Receipt, SignedDocument } from '#core/message.ts'
import type { Outcome } from '#core/ports.ts'
import { digestsOf } from '#core/signature/digest.ts'
import { readReceipt } from '#core/signature/receipt.ts'
import { signerMayStillSign, verifiedOf } from './proof.ts'

/** What a receipt is held against. */
export interface Sent {
  readonly deliveryId: string
  readonly messageId: string
  readonly digest: string
  readonly signatureDigest: string | undefined
  readonly contentDigest: string
}

/** The signed receipt of a party, read but not yet matched. */
export async function statementOf(hub: Hub, party: PartyRecord, signed: SignedDocument): Promise<Receipt> {
  const verified = await verifiedOf(hub, signed, party, 'Receipt')
  signerMayStillSign(hub, verified.signer)
  const receipt = readReceipt(verified.tree)
  if (receipt.by !== party.id) throw hubError('SENDER_MISMATCH', { stage: 'acknowledge' })
  return receipt
}

/** `delivered` for a hand-over, `dead` for a signed refusal; RECEIPT_MISMATCH for a statement about something else. */
export function outcomeOfReceipt(receipt: Receipt, signed: SignedDocument, sent: Sent): Outcome {
  const matches =
    receipt.deliveryId === sent.deliveryId &&
    receipt.messageId === sent.messageId &&
    receipt.digest === sent.digest &&
    (receipt.signatureDigest === undefined || receipt.signatureDigest === sent.signatureDigest) &&
    (receipt.contentDigest === undefined || receipt.contentDigest === sent.contentDigest)
  if (!matches) throw hubError('RECEIPT_MISMATCH')
  if (receipt.event === 'ContentHandover') {
    return { state: 'delivered', receipt: signed, receiptId: receipt.receiptId, digest: receipt.digest, at: new Date(receipt.at) }
  }
  if (receipt.event === 'ConsignmentRejection') {
    return { state: 'dead', code: 'RECIPIENT_REFUSED', receipt: signed, receiptId: receipt.receiptId }
  }
  throw hubError('RECEIPT_MISMATCH', { detail: 'A party states ContentHandover or ConsignmentRejection.' })
}

/** The receipt that came with the answer to a push. */
export async function receiptOf(
  hub: Hub,
  party: PartyRecord,
  delivery: { readonly deliveryId: string; readonly messageId: string; readonly contentDigest: string; readonly document: SignedDocument },
  signed: SignedDocument,
): Promise<Outcome> {
  const receipt = await statementOf(hub, party, signed)
  return outcomeOfReceipt(receipt, signed, {
    deliveryId: delivery.deliveryId,
    messageId: delivery.messageId,
    contentDigest: delivery.contentDigest,
    ...digestsOf(delivery.document),
  })
}
