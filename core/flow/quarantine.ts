/** A delivery that the hub itself breaks over, again and again, is set aside, so that it cannot take the others with it. */
import type { Hub } from '#core/hub.ts'
import type { ClaimedDelivery, Outcome } from '#core/ports.ts'

/**
 * Generous, since every delivery that was in hand when a process died is suspected, and since a key store that is away for some minutes breaks
 * all of them.
 */
export const BREAKS = 8

/** Not due before its time is over: unless operators replay it, it ends as expired then. */
export function quarantined(hub: Hub, { deliveryId, party, expiresAt, attempt }: ClaimedDelivery): Outcome {
  hub.log.warn('delivery.quarantined', { deliveryId, party, attempt, code: 'DELIVERY_QUARANTINED' })
  return { state: 'held', code: 'DELIVERY_QUARANTINED', dueAt: expiresAt, holds: 'delivery' }
}
