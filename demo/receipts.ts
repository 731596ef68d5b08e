/** Follows a message until the hub has verified the signed receipts of all who were to get it. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { PartyId } from '#core/message.ts'
import type { HubClient } from './hub-client.ts'

export interface Receipts {
  /** Parties whose signed receipts the hub verified. */
  readonly receiptsOf: readonly PartyId[]
  readonly failed: string | undefined
}

const WITHIN_MS = 120_000
const LOOK_MS = 50
const FAILED: readonly string[] = ['dead', 'expired', 'cancelled']

/** Asks through these connections: the author is told of all deliveries, a recipient of its own. */
export async function receiptsFor(messageId: string, clients: readonly Pick<HubClient, 'deliveries'>[]): Promise<Receipts> {
  const until = performance.now() + WITHIN_MS
  for (;;) {
    const deliveries = (await Promise.all(clients.map((client) => client.deliveries(messageId)))).flat()
    const receiptsOf = deliveries.filter(({ state }) => state === 'delivered').map(({ party }) => party)
    const failed = deliveries.find(({ state }) => FAILED.includes(state))
    if (failed) return { receiptsOf, failed: `the delivery to ${failed.party} is ${failed.state}` }
    if (receiptsOf.length === deliveries.length) return { receiptsOf, failed: undefined }
    if (performance.now() > until) return { receiptsOf, failed: 'not delivered in time' }
    await sleep(LOOK_MS)
  }
}
