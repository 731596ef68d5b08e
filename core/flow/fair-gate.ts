/**
 * Lets in as much at once as there is room for. Who has to wait stands in the queue of its party, and the parties take turns: a flood of one
 * is as long as its own queue, and holds up nobody else for longer than one of its requests.
 */
import { hubError } from '#core/errors.ts'
import type { PartyId } from '#core/message.ts'

export interface Gate {
  /**
   * Resolves when there is room for `units`; disposing of the answer gives it back. Throws RATE_LIMITED when it is the party itself that
   * takes up what it waits for, HUB_BUSY when it is the others; nothing is taken then.
   */
  enter(party: PartyId, units: number): Promise<Disposable>
}

export interface GateLimits {
  readonly capacity: number
  /** What one party may have of it. A single request may be larger: then it is the only one of its party. */
  readonly share: number
  /** How many of one party may wait, and for how long. */
  readonly queue: number
  readonly waitMs: number
}

interface Waiter {
  readonly units: number
  admit(): void
}

const RETRY_S = 2

export function fairGate({ capacity, share, queue, waitMs }: GateLimits): Gate {
  let free = capacity
  const held = new Map<PartyId, number>()
  /** In the order of their turns: whoever was let in stands behind all the others. */
  const lines = new Map<PartyId, Waiter[]>()

  const take = (party: PartyId, units: number): Disposable => {
    free -= units
    held.set(party, (held.get(party) ?? 0) + units)
    let given = false
    return {
      [Symbol.dispose]() {
        if (given) return
        given = true
        free += units
        const left = (held.get(party) ?? 0) - units
        if (left > 0) held.set(party, left)
        else held.delete(party)
        admit()
      },
    }
  }

  const isWithinShare = (party: PartyId, units: number): boolean => {
    const has = held.get(party) ?? 0
    return has === 0 || has + units <= share
  }

  /** The next in turn whose own share allows it. When there is no room for that one, nobody overtakes it: else a large request would wait for ever. */
  const nextInTurn = (): PartyId | undefined => {
    const found = lines.entries().find(([party, [first]]) => first !== undefined && isWithinShare(party, first.units))
    return found !== undefined && (found[1][0]?.units ?? 0) <= free ? found[0] : undefined
  }

  const admit = (): void => {
    for (let party = nextInTurn(); party !== undefined; party = nextInTurn()) {
      const [first, ...others] = lines.get(party) ?? []
      lines.delete(party)
      if (others.length > 0) lines.set(party, others)
      first?.admit()
    }
  }

  const leave = (party: PartyId, waiter: Waiter): void => {
    const others = (lines.get(party) ?? []).filter((one) => one !== waiter)
    if (others.length > 0) lines.set(party, others)
    else lines.delete(party)
    admit()
  }

  return {
    enter: (party, units) =>
      new Promise((resolve, reject) => {
        let timer: NodeJS.Timeout | undefined
        const waiter: Waiter = {
          units,
          admit() {
            clearTimeout(timer)
            resolve(take(party, units))
          },
        }
        const refuse = (): void => {
          leave(party, waiter)
          reject(hubError(isWithinShare(party, units) ? 'HUB_BUSY' : 'RATE_LIMITED', { retryAfterS: RETRY_S }))
        }
        const line = lines.get(party) ?? []
        if (line.length >= queue) return reject(hubError('RATE_LIMITED', { retryAfterS: RETRY_S }))
        lines.set(party, [...line, waiter])
        timer = setTimeout(refuse, waitMs)
        admit()
      }),
  }
}
