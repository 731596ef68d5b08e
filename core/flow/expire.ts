/** Ends deliveries whose time is over and that no attempt will end: those in mailboxes and those of held parties. Removes unnamed attachments too. */
import type { Hub } from '#core/hub.ts'
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

export function startExpire(hub: Hub): { stop(): void } {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const look = async (): Promise<void> => {
    let found = 0
    try {
      found = Math.max(await expireOverdue(hub), await expireAttachments(hub))
    } catch (fault) {
      hub.log.error('expire.failed', {}, fault)
    }
    if (!stopped) timer = setTimeout(() => void look(), found === AT_ONCE ? 0 : LOOK_MS)
  }
  timer = setTimeout(() => void look(), LOOK_MS)
  return {
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
