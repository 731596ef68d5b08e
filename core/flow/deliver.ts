/** One attempt of one delivery: the stored bytes go out, the answer is judged, the delivery is settled. Never throws: what fails is settled too. */
import type { PartyRecord } from '#core/directory.ts'
import { type ErrorCode, HubError, hubError } from '#core/errors.ts'
import { type Hub, pushTo } from '#core/hub.ts'
import { isMediaType, type Message, type SignedDocument } from '#core/message.ts'
import type { Answer, Attempt, AttemptEnd, ClaimedDelivery, Outcome } from '#core/ports.ts'
import { type ActFacts, UNWATCHED, type Watched } from '#core/watch.ts'
import { heardFrom } from './breaker.ts'
import { type Encoded, encodedFor } from './encode.ts'
import { eventOf } from './events.ts'
import { noticeFor } from './notice.ts'
import { receiptOf } from './party-receipt.ts'
import { BREAKS, quarantined } from './quarantine.ts'
import { retryAt, scheduleFor } from './retry.ts'
import { settle } from './settle.ts'

/** Once `handedBack`, it is another's: what fails after that is not settled. `false`: the store was away when it ended. */
export function deliver(hub: Hub, delivery: ClaimedDelivery, handedBack?: AbortSignal): Promise<boolean> {
  return hub.watch.act('deliver', { parent: delivery.trace }, async (watched) => {
    const { deliveryId, messageId, conversationId, party, type, attempt } = delivery
    watched.note({ deliveryId, messageId, conversationId, party, type, attempt })
    const startedAt = hub.clock.now()
    const { outcome, end, answer } = await attempted(hub, delivery, watched)
    if (handedBack?.aborted && outcome.state !== 'delivered') {
      watched.note({ outcome: 'handed back' })
      await heardFrom(hub, delivery, 'unsent')
      return true
    }
    watched.note(factsOf(outcome, answer))
    const durationMs = hub.clock.now().getTime() - startedAt.getTime()
    const made = { startedAt, durationMs, status: answer?.status, end }
    const isSettled = await watched.stage('store', () => settled(hub, delivery, outcome, made))
    await heardFrom(hub, delivery, end, answer?.retryAfterS)
    return isSettled
  })
}

const factsOf = (outcome: Outcome, answer: Answer | undefined): ActFacts => ({
  outcome: outcome.state,
  ...('code' in outcome ? { code: outcome.code } : {}),
  ...(answer ? { status: answer.status } : {}),
})

interface Attempted {
  readonly outcome: Outcome
  readonly end: AttemptEnd
  readonly answer: Answer | undefined
}

async function attempted(hub: Hub, delivery: ClaimedDelivery, watched: Watched): Promise<Attempted> {
  let answer: Answer | undefined
  try {
    const party = hub.directory().party(delivery.party)
    if (!party) throw hubError('RECIPIENT_UNKNOWN')
    if (hub.clock.now() >= delivery.expiresAt) return { outcome: { state: 'expired', code: 'MESSAGE_EXPIRED' }, end: 'unsent', answer }
    if (delivery.unended > BREAKS) return { outcome: quarantined(hub, delivery), end: 'unsent', answer }
    const encoded = await encodedOf(hub, delivery, party, watched)
    const answered = await watched.stage('deliver', () => pushed(hub, delivery, party, encoded.document, watched.trace))
    answer = answered
    const outcome = await watched.stage('receipt', () => outcomeOf(hub, { ...delivery, ...encoded }, party, answered))
    return { outcome, end: isBusy(answer) ? 'silent' : 'answered', answer }
  } catch (fault) {
    if (fault instanceof HubError) {
      return { outcome: retrying(hub, delivery, fault.code), end: fault.code === 'RECIPIENT_UNREACHABLE' ? 'silent' : 'unsent', answer }
    }
    hub.log.error('delivery.broken', { deliveryId: delivery.deliveryId, party: delivery.party, count: delivery.unended }, fault)
    const outcome = delivery.unended < BREAKS ? retrying(hub, delivery, 'INTERNAL') : quarantined(hub, delivery)
    return { outcome, end: 'broken', answer }
  }
}

/** The signed bytes: made and stored at the first attempt, the very same ever after. */
export async function encodedOf(
  hub: Hub,
  delivery: ClaimedDelivery,
  party: PartyRecord,
  { stage }: Pick<Watched, 'stage'> = UNWATCHED,
): Promise<Encoded> {
  if (delivery.encoded) return { document: delivery.encoded, contentDigest: delivery.contentDigest }
  const { deliveryId, content, contentDigest } = delivery
  const message: Message = JSON.parse(new TextDecoder().decode(content))
  const made = await encodedFor(hub, party, deliveryId, { message, contentDigest }, { stage })
  const document = await stage('store', () => hub.store.encoded(deliveryId, made.document, made.contentDigest))
  return { ...made, document }
}

async function pushed(
  hub: Hub,
  delivery: ClaimedDelivery,
  party: PartyRecord,
  document: SignedDocument,
  trace: string | undefined,
): Promise<Answer> {
  const { deliveryId, messageId } = delivery
  const transport = pushTo(hub, party)
  if (!transport) throw hubError('RECIPIENT_UNREACHABLE', { detail: 'The party has come to take from its mailbox meanwhile.' })
  try {
    return await transport.push({ party: party.id, deliveryId, messageId, document, trace, timeoutMs: party.endpoint.timeoutS * 1000 })
  } catch (cause) {
    throw hubError('RECIPIENT_UNREACHABLE', { cause })
  }
}

/** Contract, section 3, Delivery. */
async function outcomeOf(hub: Hub, delivery: ClaimedDelivery & Encoded, party: PartyRecord, answer: Answer): Promise<Outcome> {
  const { status } = answer
  const signed = receiptIn(answer)
  if (status === 202 && !signed) {
    return { state: 'sent', dueAt: new Date(hub.clock.now().getTime() + party.endpoint.receiptTimeoutS * 1000) }
  }
  if (status >= 200 && status < 300) {
    return signed ? await statedBy(hub, delivery, party, signed) : retrying(hub, delivery, 'RECEIPT_MISSING')
  }
  if (status === 401 || status === 403) return { state: 'held', code: 'RECIPIENT_FORBIDS', dueAt: hub.clock.now(), holds: 'party' }
  return isBusy(answer) ? retrying(hub, delivery, 'RECIPIENT_BUSY', answer.retryAfterS) : { state: 'dead', code: 'RECIPIENT_REFUSED' }
}

/** Neither took it nor refused it. */
function isBusy({ status }: Answer): boolean {
  return status === 408 || status === 429 || status < 200 || (status >= 300 && status < 400) || status >= 500
}

/** What may be a receipt: a body in a media type that a receipt can have. */
function receiptIn({ bytes, mediaType, signature }: Answer): SignedDocument | undefined {
  return bytes.length > 0 && isMediaType(mediaType) ? { bytes, mediaType, signature } : undefined
}

async function statedBy(hub: Hub, delivery: ClaimedDelivery & Encoded, party: PartyRecord, signed: SignedDocument): Promise<Outcome> {
  try {
    return await receiptOf(hub, party, delivery, signed)
  } catch (fault) {
    if (!(fault instanceof HubError)) throw fault
    hub.log.warn('receipt.refused', { deliveryId: delivery.deliveryId, party: party.id, code: fault.code })
    return retrying(hub, delivery, 'RECEIPT_INVALID')
  }
}

/** When its time is over it is due in any case: then it ends as expired. */
function retrying(hub: Hub, delivery: ClaimedDelivery, code: ErrorCode, retryAfterS?: number): Outcome {
  const next = retryAt(hub.clock.now(), delivery.tries, scheduleFor(hub, delivery), retryAfterS)
  return { state: 'retrying', code, dueAt: new Date(Math.min(next.getTime(), delivery.expiresAt.getTime())) }
}

/** A settlement that the store cannot take now is not tried again: the delivery is, with the same bytes. */
export async function settled(hub: Hub, delivery: ClaimedDelivery, outcome: Outcome, attempt?: Attempt): Promise<boolean> {
  const { deliveryId, party, messageId, conversationId, type } = delivery
  const code = 'code' in outcome ? { code: outcome.code } : {}
  const line = { deliveryId, party, messageId, conversationId, type, state: outcome.state, attempt: delivery.attempt, ...code }
  try {
    const notice = noticeFor(hub, delivery, outcome)
    await settle(hub, delivery, outcome, {
      ...(attempt ? { attempt } : {}),
      audit: { event: eventOf(outcome), party, at: hub.clock.now(), by: hub.process, messageId, deliveryId, ...code },
      ...(notice ? { notice } : {}),
    })
    if (notice) hub.wake.notify(notice.delivery.party)
    hub.log.info('delivery.attempted', {
      ...line,
      ...(attempt ? { durationMs: attempt.durationMs } : {}),
      ...(attempt?.status === undefined ? {} : { status: attempt.status }),
    })
    return true
  } catch (fault) {
    hub.log.error('delivery.unsettled', line, fault)
    return !(fault instanceof HubError && fault.code === 'STORE_UNAVAILABLE')
  }
}
