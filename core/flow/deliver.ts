/** One attempt of one delivery: the stored bytes go out, the answer is judged, the delivery is settled. Never throws: what fails is settled too. */
import type { PartyRecord } from '#core/directory.ts'
import { type ErrorCode, HubError, hubError } from '#core/errors.ts'
import { dialectOf, type Hub } from '#core/hub.ts'
import { isMediaType, type Message, type SignedDocument } from '#core/message.ts'
import type { Answer, Attempt, ClaimedDelivery, Outcome } from '#core/ports.ts'
import { signDocument } from '#core/signature/document.ts'
import { eventOf } from './events.ts'
import { noticeFor } from './notice.ts'
import { receiptOf } from './party-receipt.ts'
import { retryAt } from './retry.ts'
import { settle } from './settle.ts'

export async function deliver(hub: Hub, delivery: ClaimedDelivery): Promise<void> {
  const startedAt = hub.clock.now()
  let status: number | undefined
  let outcome: Outcome
  try {
    const party = hub.directory().party(delivery.party)
    if (!party) throw hubError('RECIPIENT_UNKNOWN')
    if (startedAt >= delivery.expiresAt) {
      outcome = { state: 'expired', code: 'MESSAGE_EXPIRED' }
    } else {
      const document = await encodedOf(hub, delivery, party)
      const answer = await pushed(hub, delivery, party, document)
      status = answer.status
      outcome = await outcomeOf(hub, delivery, party, document, answer)
    }
  } catch (fault) {
    outcome = afterFault(hub, delivery, fault)
  }
  const durationMs = hub.clock.now().getTime() - startedAt.getTime()
  await settled(hub, delivery, outcome, { startedAt, durationMs, status })
}

/** The signed bytes: made and stored at the first attempt, the very same ever after. */
export async function encodedOf(hub: Hub, delivery: ClaimedDelivery, party: PartyRecord): Promise<SignedDocument> {
  if (delivery.encoded) return delivery.encoded
  const { header, body } = JSON.parse(new TextDecoder().decode(delivery.content)) as Message
  const message = { header: { ...header, contentDigest: delivery.contentDigest }, body } as Message
  const bytes = dialectOf(hub, party).bytesOf(message)
  const document = await signDocument('Message', bytes, party.endpoint.signature, hub.keys.signing(), hub.clock.now())
  return hub.store.encoded(delivery.deliveryId, document)
}

async function pushed(hub: Hub, delivery: ClaimedDelivery, party: PartyRecord, document: SignedDocument): Promise<Answer> {
  const { deliveryId, messageId } = delivery
  try {
    return await hub.push.push({ party: party.id, deliveryId, messageId, document, timeoutMs: party.endpoint.timeoutS * 1000 })
  } catch (cause) {
    throw hubError('RECIPIENT_UNREACHABLE', { cause })
  }
}

/** Contract, section 3, Delivery. */
async function outcomeOf(
  hub: Hub,
  delivery: ClaimedDelivery,
  party: PartyRecord,
  document: SignedDocument,
  answer: Answer,
): Promise<Outcome> {
  const { status } = answer
  const signed = receiptIn(answer)
  if (status === 202 && !signed) {
    return { state: 'sent', dueAt: new Date(hub.clock.now().getTime() + party.endpoint.receiptTimeoutS * 1000) }
  }
  if (status >= 200 && status < 300) {
    return signed ? await statedBy(hub, delivery, party, document, signed) : retrying(hub, delivery, 'RECEIPT_MISSING')
  }
  if (status === 401 || status === 403) return { state: 'held', code: 'RECIPIENT_FORBIDS', dueAt: hub.clock.now() }
  if (status >= 400 && status < 500 && status !== 408 && status !== 429) return { state: 'dead', code: 'RECIPIENT_REFUSED' }
  return retrying(hub, delivery, 'RECIPIENT_BUSY', answer.retryAfterS)
}

/** What may be a receipt: a body in a media type that a receipt can have. */
function receiptIn({ bytes, mediaType, signature }: Answer): SignedDocument | undefined {
  return bytes.length > 0 && isMediaType(mediaType) ? { bytes, mediaType, signature } : undefined
}

async function statedBy(
  hub: Hub,
  delivery: ClaimedDelivery,
  party: PartyRecord,
  document: SignedDocument,
  signed: SignedDocument,
): Promise<Outcome> {
  try {
    return await receiptOf(hub, party, { ...delivery, document }, signed)
  } catch (fault) {
    if (!(fault instanceof HubError)) throw fault
    hub.log.warn('receipt.refused', { deliveryId: delivery.deliveryId, party: party.id, code: fault.code })
    return retrying(hub, delivery, 'RECEIPT_INVALID')
  }
}

function afterFault(hub: Hub, delivery: ClaimedDelivery, fault: unknown): Outcome {
  if (!(fault instanceof HubError)) hub.log.error('delivery.broken', { deliveryId: delivery.deliveryId, party: delivery.party }, fault)
  return retrying(hub, delivery, fault instanceof HubError ? fault.code : 'INTERNAL')
}

function retrying(hub: Hub, delivery: ClaimedDelivery, code: ErrorCode, retryAfterS?: number): Outcome {
  const schedule = hub.directory().party(delivery.party)?.endpoint.retry
  return { state: 'retrying', code, dueAt: retryAt(hub.clock.now(), delivery.attempt, schedule, retryAfterS) }
}

/** A settlement that the store cannot take now is tried again by the lease: it runs out, and the same bytes are sent again. */
async function settled(hub: Hub, delivery: ClaimedDelivery, outcome: Outcome, attempt: Attempt): Promise<void> {
  const { deliveryId, party, messageId, conversationId, type } = delivery
  const code = 'code' in outcome ? { code: outcome.code } : {}
  const line = { deliveryId, party, messageId, conversationId, type, state: outcome.state, attempt: delivery.attempt, ...code }
  try {
    const notice = noticeFor(hub, delivery, outcome)
    await settle(hub, delivery, outcome, {
      attempt,
      audit: { event: eventOf(outcome), party, at: hub.clock.now(), messageId, deliveryId, ...code },
      ...(notice ? { notice } : {}),
    })
    hub.log.info('delivery.attempted', {
      ...line,
      durationMs: attempt.durationMs,
      ...(attempt.status === undefined ? {} : { status: attempt.status }),
    })
  } catch (fault) {
    hub.log.error('delivery.unsettled', line, fault)
  }
}
