/** A party that pulls: what waits for it, and one delivery taken out under a lease. */
import { hubError } from '#core/errors.ts'
import type { Hub } from '#core/hub.ts'
import type { Peer, SignedDocument } from '#core/message.ts'
import type { WaitingDelivery } from '#core/ports.ts'
import { encodedOf } from './deliver.ts'
import { senderOf } from './proof.ts'

const LOOK_AGAIN_MS = 250

/** Deliveries that wait, head of each conversation, oldest first. Waits up to `waitMs` for the first. */
export async function waitingFor(
  hub: Hub,
  peer: Peer | undefined,
  limit: number,
  waitMs: number,
  gone: AbortSignal,
): Promise<readonly WaitingDelivery[]> {
  const party = senderOf(hub, { peer })
  const until = hub.clock.now().getTime() + waitMs
  for (;;) {
    const found = await hub.store.waiting(party.id, limit, hub.clock.now())
    const leftMs = until - hub.clock.now().getTime()
    if (found.some((delivery) => !delivery.leasedUntil) || leftMs <= 0 || gone.aborted || hub.stopping.aborted) return found
    await new Promise((resolve) => setTimeout(resolve, Math.min(LOOK_AGAIN_MS, leftMs)))
  }
}

export interface Leased {
  readonly deliveryId: string
  readonly messageId: string
  readonly document: SignedDocument
}

/** Takes one delivery for `leaseMs`; the receipt ends it, or the lease runs out and it waits again. */
export async function leaseFor(hub: Hub, peer: Peer | undefined, deliveryId: string, leaseMs: number): Promise<Leased> {
  const party = senderOf(hub, { peer })
  const now = hub.clock.now()
  const delivery = await hub.store.lease(party.id, deliveryId, hub.process, now, leaseMs)
  if (delivery === 'absent') throw hubError('NOT_FOUND', { stage: 'deliver' })
  if (delivery === 'taken') throw hubError('DELIVERY_TAKEN')
  if (delivery === 'settled') throw hubError('DELIVERY_SETTLED')
  const document = await encodedOf(hub, delivery, party)
  hub.log.info('delivery.leased', { deliveryId, party: party.id, messageId: delivery.messageId, attempt: delivery.attempt })
  return { deliveryId, messageId: delivery.messageId, document }
}
