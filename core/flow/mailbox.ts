/** A party that pulls: what waits for it, and one delivery taken out under a lease. */
import { HubError, hubError } from '#core/errors.ts'
import { type Hub, pushTo } from '#core/hub.ts'
import type { PartyId, Peer, SignedDocument } from '#core/message.ts'
import type { WaitingDelivery } from '#core/ports.ts'
import { encodedOf, settled } from './deliver.ts'
import { refuseWhileHeld } from './held.ts'
import { senderOf } from './proof.ts'
import { BREAKS, quarantined } from './quarantine.ts'

/** Leases of others run out, and a wake-up may be lost. */
const LOOK_AGAIN_MS = 1_000

/** Deliveries that wait, head of each conversation, oldest first. Waits up to `waitMs` for the first. */
export async function waitingFor(
  hub: Hub,
  peer: Peer | undefined,
  limit: number,
  waitMs: number,
  gone: AbortSignal,
): Promise<readonly WaitingDelivery[]> {
  const party = senderOf(hub, { peer })
  refuseWhileHeld(hub)
  if (pushTo(hub, party)) return []
  const until = hub.clock.now().getTime() + waitMs
  const done = new AbortController()
  const over = AbortSignal.any([gone, hub.stopping, done.signal])
  try {
    for (;;) {
      const leftMs = until - hub.clock.now().getTime()
      // Listens before it looks: what comes in between is heard.
      const woken = hub.wake.wait(party.id, Math.min(LOOK_AGAIN_MS, leftMs), over)
      const found = await waitingNow(hub, party.id, limit)
      if (found.some((delivery) => !delivery.leasedUntil) || leftMs <= 0 || over.aborted) return found
      await woken
    }
  } finally {
    done.abort()
  }
}

async function waitingNow(hub: Hub, party: PartyId, limit: number): Promise<readonly WaitingDelivery[]> {
  const now = hub.clock.now()
  const [real, test] = await Promise.all([hub.store.waiting(party, limit, now), hub.store.lab.waiting(party, limit, now)])
  return [...real, ...test].slice(0, limit)
}

export interface Leased {
  readonly deliveryId: string
  readonly messageId: string
  readonly document: SignedDocument
}

/** Takes one delivery for `leaseMs`; the receipt ends it, or the lease runs out and it waits again. */
export async function leaseFor(hub: Hub, peer: Peer | undefined, deliveryId: string, leaseMs: number): Promise<Leased> {
  const party = senderOf(hub, { peer })
  refuseWhileHeld(hub)
  const delivery = pushTo(hub, party) ? 'absent' : await hub.store.lease(party.id, deliveryId, hub.clock.now(), leaseMs)
  if (delivery === 'absent') return leasedForTest(hub, party.id, deliveryId, leaseMs)
  if (delivery === 'taken') throw hubError('DELIVERY_TAKEN')
  if (delivery === 'settled') throw hubError('DELIVERY_SETTLED')
  let document: SignedDocument
  try {
    document = (await encodedOf(hub, delivery, party)).document
  } catch (fault) {
    // It is tried again when the lease has run out.
    if (!(fault instanceof HubError) && delivery.attempt >= BREAKS) await settled(hub, delivery, quarantined(hub, delivery))
    throw fault
  }
  hub.log.info('delivery.leased', { deliveryId, party: party.id, messageId: delivery.messageId, attempt: delivery.attempt })
  return { deliveryId, messageId: delivery.messageId, document }
}

/** A test delivery of the partner lab is taken like any other. */
async function leasedForTest(hub: Hub, party: PartyId, deliveryId: string, leaseMs: number): Promise<Leased> {
  const delivery = await hub.store.lab.lease(party, deliveryId, hub.clock.now(), leaseMs)
  if (delivery === 'absent') throw hubError('NOT_FOUND', { stage: 'deliver' })
  if (delivery === 'taken') throw hubError('DELIVERY_TAKEN')
  return { deliveryId, messageId: delivery.messageId, document: delivery.document }
}
