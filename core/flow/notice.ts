/** The hub tells an author what became of a delivery, as far as their agreement asks for it (contract, section 2). */
import { HUB, type Hub } from '#core/hub.ts'
import type { DeliveryState, MessageType, PartyId } from '#core/message.ts'
import type { HubMessage, Outcome } from '#core/ports.ts'
import { eventOf } from './events.ts'
import { deliveryTo, hubMessage } from './hub-message.ts'

/** The delivery that the notice is about. */
export interface Noticed {
  readonly deliveryId: string
  readonly messageId: string
  readonly conversationId: string
  readonly from: PartyId
  readonly party: PartyId
  readonly type: MessageType
  /** Its author may have been told that it is dead or expired. */
  readonly reopened: boolean
}

/** States that an author who wants failures only was told of. */
const FAILURES: readonly DeliveryState[] = ['dead', 'expired']
const ENDINGS: readonly DeliveryState[] = ['delivered', ...FAILURES]

/** `before` = the state that the outcome ends: a late receipt for a delivery that was told to be dead is told too. */
export function noticeFor(hub: Hub, delivery: Noticed, outcome: Outcome, before: DeliveryState = 'pending'): HubMessage | undefined {
  // No notice about a notice: two hubs of silence would talk for ever.
  if (!ENDINGS.includes(outcome.state) || delivery.from === HUB) return undefined
  const now = hub.clock.now()
  const author = hub.directory().party(delivery.from)
  const found = hub.directory().agreement(delivery.from, delivery.party, delivery.type, now)
  if (!author || typeof found === 'string') return undefined
  const { notices, ruleSet, validityS } = found.agreement
  const failure = delivery.reopened || [outcome.state, before].some((state) => FAILURES.includes(state))
  if (notices === 'none' || (notices === 'failures' && !failure)) return undefined
  const { conversationId, messageId: inReplyTo } = delivery
  const head = { conversationId, inReplyTo, to: author.id, type: 'delivery-notice', agreement: ruleSet } as const
  return {
    message: hubMessage(hub, head, bodyOf(delivery, outcome, eventOf(outcome), now)),
    delivery: deliveryTo(hub, author, validityS),
  }
}

function bodyOf(delivery: Noticed, outcome: Outcome, event: string, now: Date) {
  const receipt =
    outcome.state === 'delivered' ? { receipt: { receiptId: outcome.receiptId, digest: outcome.digest, at: outcome.at.toISOString() } } : {}
  const code = 'code' in outcome ? { code: outcome.code } : {}
  return { event, deliveryId: delivery.deliveryId, party: delivery.party, at: now.toISOString(), ...receipt, ...code }
}
