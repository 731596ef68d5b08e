/**
 * The short way: a message that has just come in goes out to its addressee at once, if this process has room for it and nothing waits before it.
 * It is encoded before it is stored, so that accepting it also leases it, with its bytes: no second and third transaction for what is in hand.
 */
import { HubError } from '#core/errors.ts'
import type { Hub } from '#core/hub.ts'
import type { Lease, NewDelivery } from '#core/ports.ts'
import type { Watched } from '#core/watch.ts'
import type { Canonical } from './content.ts'
import { encodedFor } from './encode.ts'

export interface Straight {
  readonly lease: Lease
  /** As the store has answered; without an answer nobody knows whether it is leased. */
  go(stored: 'leased' | 'waiting' | 'none' | 'unknown'): void
}

/** @param delivery to the addressee. `undefined` when it goes the way of all others, by the outbox. */
export async function straightFor(
  hub: Hub,
  canonical: Canonical,
  delivery: NewDelivery | undefined,
  { stage, trace }: Watched,
): Promise<Straight | undefined> {
  const party = delivery && hub.directory().party(delivery.party)
  const room = party && hub.room.take(party.id, delivery.deliveryId)
  if (!room) return undefined
  const { deliveryId, expiresAt } = delivery
  try {
    const { document, contentDigest } = await encodedFor(hub, party, deliveryId, canonical, { stage })
    const { messageId, conversationId, from, to, type } = canonical.message.header
    const until = new Date(hub.clock.now().getTime() + room.leaseMs)
    const lease = { deliveryId, party: party.id, by: hub.process, until, document, contentDigest }
    const claimed = {
      deliveryId,
      party: party.id,
      messageId,
      conversationId,
      from,
      to,
      type,
      attempt: 1,
      tries: 1,
      reopened: false,
      unended: 1,
      probe: undefined,
      expiresAt,
      content: canonical.content,
      contentDigest,
      encoded: document,
      trace,
    }
    return { lease, go: (stored) => (stored === 'leased' ? room.deliver(claimed) : room.leave(stored)) }
  } catch (fault) {
    room.leave('waiting')
    // Whoever attempts it by the outbox finds the same, and settles it.
    if (!(fault instanceof HubError)) hub.log.error('straight.failed', { deliveryId, party: party.id }, fault)
    return undefined
  }
}
