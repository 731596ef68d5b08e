/** The timestamps of the Store in memory. */
import type { StoredTreeHead } from '#core/ports.ts'
import type { StoredTimestamp, Timestamps } from '#core/timestamps.ts'

export function memoryTimestamps(heads: () => readonly StoredTreeHead[]): Timestamps {
  const made: StoredTimestamp[] = []
  const stampOf = new Map<number, StoredTimestamp>()
  return {
    owed: async (limit) =>
      heads()
        .filter(({ number }) => !stampOf.has(number))
        .slice(0, limit),
    add: async (timestamp, numbers) => {
      const stored = { ...timestamp, number: made.length + 1 }
      made.push(stored)
      for (const number of numbers) if (!stampOf.has(number)) stampOf.set(number, stored)
    },
    covering: async (head) => stampOf.get(head),
  }
}
