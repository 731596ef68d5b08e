/** Ends deliveries whose time is over and that no attempt will end: those in mailboxes and those of held parties. Removes unnamed attachments too. */
import type { Hub } from '#core/hub.ts'
import { type Repeating, repeat } from '#core/repeat.ts'
import { expireAttachments } from './attachments.ts'
import { eventOf } from './events.ts'
import { noticeFor } from './notice.ts'

const LOOK_MS = 10_000
const AT_ONCE = 100

export async function expireOverdue(hub: Hub): Promise<number> {
  if (hub.directory().held) return 0
  const overdue = await hub.store.overdue(hub.clock.now(), AT_ONCE)
  for (const delivery of overdue) {
    const { deliveryId, messageId, conversationId, party, type } = delivery
    const outcome = { state: 'expired', code: 'MESSAGE_EXPIRED' } as const
    const notice = noticeFor(hub, delivery, outcome)
    await hub.store.settle(deliveryId, outcome, {
      audit: { event: eventOf(outcome), party, at: hub.clock.now(), by: hub.process, messageId, deliveryId, code: outcome.code },
      ...(notice ? { notice } : {}),
    })
    hub.log.warn('delivery.expired', { deliveryId, messageId, conversationId, party, type, code: outcome.code })
  }
  return overdue.length
}

export function startExpire(hub: Hub): Repeating {
  const turn = async (): Promise<number> => {
    const found = Math.max(await expireOverdue(hub), await expireAttachments(hub))
    return found === AT_ONCE ? 0 : LOOK_MS
  }
  return repeat(LOOK_MS, turn, (fault) => hub.log.error('expire.failed', {}, fault))
}
