/** A partner without a door of its own: it asks the mailbox, leases what waits, and hands in its receipt. */
import type { Message } from '#core/message.ts'
import { type HubClient, Refused } from './hub-client.ts'
import type { Partner } from './partner.ts'

const WAIT_S = 20
const PAUSE_MS = 1_000

export function startPulling(partner: Partner, client: HubClient, onMessage: (message: Message) => void): { stop(): void } {
  let stopped = false

  const pull = async (): Promise<void> => {
    const waiting = await client.waiting(WAIT_S)
    const free = waiting.filter((delivery) => delivery.leasedUntil === undefined)
    for (const { deliveryId } of free) {
      const document = await client.lease(deliveryId)
      const { receipt, message } = await partner.take(deliveryId, document)
      await client.handIn(receipt)
      if (message) onMessage(message)
    }
    if (waiting.length > free.length) await pause()
  }

  const run = async (): Promise<void> => {
    while (!stopped) {
      try {
        await pull()
      } catch (fault) {
        // Taken by another consumer, or settled meanwhile: the next look tells. Anything else is the demo's end.
        if (!(fault instanceof Refused) && !stopped) throw fault
        await pause()
      }
    }
  }

  void run().catch(() => {
    stopped = true
  })
  return {
    stop() {
      stopped = true
    },
  }
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
