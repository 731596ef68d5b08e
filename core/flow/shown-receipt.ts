/**
 * After a backup was brought back, messages are missing for which their senders have our receipt. Such a sender repeats the message and shows the receipt:
 * our own signature over the digest of these very bytes proves that they had been accepted, and the message is stored under that receipt again.
 */
import { HubError, hubError } from '#core/errors.ts'
import { HUB, type Hub } from '#core/hub.ts'
import type { Envelope, Inbound, Receipt, SignedDocument } from '#core/message.ts'
import { verifyDocument } from '#core/signature/document.ts'
import { readReceipt } from '#core/signature/receipt.ts'
import { refuseWhileHeld } from './held.ts'

export interface ShownReceipt {
  /** As it was given; every repetition of the message gets it again. */
  readonly receipt: SignedDocument & { readonly receiptId: string }
  /** When the message had been accepted. */
  readonly at: Date
}

/**
 * `undefined` where none is shown, or one of a time from which nothing is missing. Throws SIGNATURE_INVALID, CERTIFICATE_UNTRUSTED or PAYLOAD_INVALID for
 * one that does not hold, RECEIPT_MISMATCH for one about something else.
 */
export async function shownReceiptOf(hub: Hub, inbound: Inbound, envelope: Envelope): Promise<ShownReceipt | undefined> {
  if (!inbound.shown) return undefined
  const mediaType = inbound.mediaType === 'application/jose' ? 'application/json' : inbound.mediaType
  const document: SignedDocument = { ...inbound.shown, mediaType }
  const { tree } = await verifyDocument(document, { kind: 'Receipt', root: undefined, from: 'hub' }, (sha256) => {
    const own = hub.keys.own().find(({ certificate }) => certificate.sha256 === sha256)
    return own && { party: HUB, certificate: own.certificate }
  })
  const receipt = readReceipt(tree)
  if (!isAbout(receipt, envelope)) throw hubError('RECEIPT_MISMATCH', { stage: 'duplicate' })
  const at = new Date(receipt.at)
  return hub.directory().inGap(at) ? { receipt: { ...document, receiptId: receipt.receiptId }, at } : undefined
}

/** Contents are not compared: where a dialect has no place for a nonce, the hub drew one that is lost. */
const isAbout = (receipt: Receipt, { header, verified }: Envelope): boolean =>
  receipt.by === HUB &&
  receipt.event === 'SubmissionAcceptance' &&
  receipt.messageId === header.messageId &&
  receipt.conversationId === header.conversationId &&
  receipt.digest === verified.digest &&
  receipt.signatureDigest === verified.signatureDigest

/** It was judged when it was accepted, and is judged as of then: certificates, signing time, agreements and expiry. */
export const asOf = (hub: Hub, { at }: ShownReceipt): Hub => ({ ...hub, clock: { now: () => at } })

/** While the hub is held, a message that does not fit its case may answer another that is still missing: throws HUB_PAUSED then. */
export function fitting<T>(hub: Hub, shown: ShownReceipt | undefined, judge: () => T): T {
  try {
    return judge()
  } catch (fault) {
    if (shown && fault instanceof HubError && fault.kind === 'conflict') {
      refuseWhileHeld(hub, 'Earlier messages of the case are not back yet: send the same bytes and the receipt again after Retry-After.')
    }
    throw fault
  }
}
