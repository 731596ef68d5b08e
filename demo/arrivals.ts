/** What has reached whom in one case, and who waits for what. */
import type { Message, PartyId } from '#core/message.ts'

export interface Arrivals {
  put(by: PartyId, message: Message): void
  /** The first such message that reached the party; throws when none comes. */
  first(by: PartyId, isIt: (message: Message) => boolean): Promise<Message>
}

const WITHIN_MS = 120_000

export function createArrivals(withinMs = WITHIN_MS): Arrivals {
  const come: { readonly by: PartyId; readonly message: Message }[] = []
  const waiting = new Set<() => void>()
  return {
    put(by, message) {
      come.push({ by, message })
      for (const look of waiting) look()
    },
    first(by, isIt) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(look)
          reject(new Error(`nothing reached ${by} in time`))
        }, withinMs).unref()
        const look = (): void => {
          const found = come.find((one) => one.by === by && isIt(one.message))
          if (!found) return
          clearTimeout(timer)
          waiting.delete(look)
          resolve(found.message)
        }
        waiting.add(look)
        look()
      })
    },
  }
}
