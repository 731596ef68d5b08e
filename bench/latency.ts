/** How long messages took, from the sender's clock to the line in the hub's log. */
import type { BenchHub } from './hub.ts'
import type { Sent } from './load.ts'

/** The log is written behind the work: wait until the last line is there. */
export async function settled(hub: BenchHub, sent: Sent): Promise<void> {
  for (let look = 0; look < 50; look++) {
    const delivered = hub.delivered()
    if ([...sent.keys()].every((messageId) => delivered.has(messageId))) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('Not every message was delivered: the bench measures nothing then.')
}

/** Milliseconds from leaving until the hub had settled the delivery, sorted. */
export function latenciesOf(sent: Sent, delivered: ReadonlyMap<string, number>): readonly number[] {
  return [...sent].map(([messageId, at]) => (delivered.get(messageId) ?? Number.NaN) - at).toSorted((a, b) => a - b)
}

export function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(Math.floor(sorted.length * q), sorted.length - 1)] ?? Number.NaN
}
