/** A party's receipt or refusal arrives by itself, after a 202 or for what it took from its mailbox. */
import { hubError } from '#core/errors.ts'
import type { Hub } from '#core/hub.ts'
import type { Inbound, SignedDocument } from '#core/message.ts'
import type { Watched } from '#core/watch.ts'
import { eventOf } from './events.ts'
import { noticeFor } from './notice.ts'
import { outcomeOfReceipt, statementOf } from './party-receipt.ts'
import { senderOf } from './proof.ts'
import { settle } from './settle.ts'

/** Resolves when the delivery is settled; the same statement again is fine. */
export function acknowledge(hub: Hub, inbound: Inbound): Promise<void> {
  return hub.watch.act('acknowledge', { caller: inbound.trace }, (watched) => acknowledged(hub, inbound, watched))
}

async function acknowledged(hub: Hub, inbound: Inbound, { stage, note }: Watched): Promise<void> {
  const party = senderOf(hub, inbound)
  note({ requestId: inbound.requestId, party: party.id })
  const signed: SignedDocument = { bytes: inbound.bytes, mediaType: inbound.mediaType, signature: inbound.signature }
  const receipt = await stage('receipt', () => statementOf(hub, party, signed))
  const delivery = receipt.deliveryId === undefined ? undefined : await hub.store.delivery(receipt.deliveryId)
  if (receipt.deliveryId !== undefined && !delivery && (await hub.store.lab.handIn(party.id, receipt.deliveryId, signed, hub.clock.now())))
    return
  if (!delivery || delivery.party !== party.id || delivery.digest === undefined) throw hubError('NOT_FOUND', { stage: 'acknowledge' })
  const outcome = outcomeOfReceipt(receipt, signed, { ...delivery, digest: delivery.digest })
  const { deliveryId, messageId, conversationId, type } = delivery
  const code = 'code' in outcome ? { code: outcome.code } : {}
  note({ deliveryId, messageId, conversationId, type, outcome: outcome.state, ...code })
  if (delivery.state === outcome.state) return
  const notice = noticeFor(hub, delivery, outcome, delivery.state)
  const audit = { event: eventOf(outcome), party: party.id, at: hub.clock.now(), messageId, deliveryId, ...code }
  const result = await stage('store', () => settle(hub, delivery, outcome, { audit, ...(notice ? { notice } : {}) }))
  hub.log.info('receipt.received', { deliveryId, messageId, conversationId, type, party: party.id, state: outcome.state, ...code })
  if (result === 'late' && outcome.state !== 'delivered') {
    throw hubError('RECEIPT_MISMATCH', { detail: 'The delivery was settled otherwise before.' })
  }
  hub.wake.notify(party.id, ...(notice ? [notice.delivery.party] : []))
}
