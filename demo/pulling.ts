/** A partner without a door of its own: it asks the mailbox, leases what waits, and hands in its receipt. */
import type { HubClient } from './hub-client.ts'
import type { Partner } from './partner.ts'

const WAIT_S = 20
const PAUSE_MS = 1_000

export function startPulling(partner: Partner, client: HubClient): { readonly stop: () => void } {
  let stopped = false

  const pull = async (): Promise<void> => {
    const waiting = await client.waiting(WAIT_S)
    const free = waiting.filter((delivery) => delivery.leasedUntil === undefined)
    for (const { deliveryId } of free) {
      const document = await client.lease(deliveryId)
      await client.handIn(await partner.take(deliveryId, document))
    }
    if (waiting.length > free.length) await pause()
  }

  const run = async (): Promise<void> => {
    // Taken by another consumer, settled meanwhile, not readable: whatever it is, the next look tells.
    while (!stopped) await pull().catch(pause)
  }

  void run()
  return {
    stop() {
      stopped = true
    },
  }
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
