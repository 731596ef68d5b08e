/** Ends an attempt or a delivery. A hand-over to the addressee also starts the clocks that wait for it, in the same transaction. */
import { startsAtHandover } from '#core/clocks/clocks-for.ts'
import { hubError } from '#core/errors.ts'
import type { Hub } from '#core/hub.ts'
import type { MessageType, PartyId } from '#core/message.ts'
import type { ClockMoves, Outcome, Store } from '#core/ports.ts'
import { changesOf, worldOf } from './case-clocks.ts'

export interface Settling {
  readonly deliveryId: string
  readonly messageId: string
  readonly conversationId: string
  readonly type: MessageType
  readonly party: PartyId
  /** Addressee of the message; others got a copy. */
  readonly to: PartyId
}

/** How often it is judged again because the clocks of the case moved meanwhile. */
const ROUNDS = 8

export async function settle(
  hub: Hub,
  delivery: Settling,
  outcome: Outcome,
  more: Omit<Parameters<Store['settle']>[2], 'clocks'>,
): Promise<'settled' | 'late'> {
  for (let round = 0; round < ROUNDS; round++) {
    const clocks = await startedBy(hub, delivery, outcome)
    const result = await hub.store.settle(delivery.deliveryId, outcome, clocks ? { ...more, clocks } : more)
    if (result !== 'moved') return result
  }
  throw hubError('STORE_UNAVAILABLE', { stage: 'deliver', detail: 'The case is changing too quickly.', retryAfterS: 1 })
}

/** Most types start nothing when they are handed over: for them nothing is read. */
async function startedBy(hub: Hub, delivery: Settling, outcome: Outcome): Promise<ClockMoves | undefined> {
  if (outcome.state !== 'delivered' || delivery.party !== delivery.to || !startsAtHandover(hub.ruleSets, delivery.type)) return undefined
  const conversation = await hub.store.conversation(delivery.conversationId)
  const world = conversation && worldOf(hub, conversation)
  if (!world) return undefined
  const now = hub.clock.now()
  // The party's own time, but for one that lies ahead: nobody puts off a limit by a clock that is fast.
  const at = new Date(Math.min(outcome.at.getTime(), now.getTime()))
  const clocks = changesOf(conversation.clocks, { kind: 'handover', messageId: delivery.messageId, at }, world)
  if (clocks.length === 0) return undefined
  return { conversationId: conversation.id, clockRevision: conversation.clockRevision, clocks }
}
