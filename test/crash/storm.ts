/** What befalls everything but the hub's own processes, one thing after another: the network before the partners, the hub and the database; PostgreSQL itself. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Dice } from './dice.ts'
import type { State, Stretch } from './stretch.ts'

/** What can befall, by name; each is over when it resolves. */
export type Disasters = Readonly<Record<string, () => Promise<void>>>

export interface Storm {
  /** How often each has struck. */
  readonly struck: Readonly<Record<string, number>>
  /** Waits until the last one is over. */
  end(): Promise<void>
}

const LULL_MS = 1_500
const LONGEST_MS = 1_200
const BAD: readonly Exclude<State, 'well'>[] = ['cut', 'slow', 'silent']

export function startStorm(disasters: Disasters, dice: Dice, onFault: (fault: string) => void): Storm {
  let ended = false
  const struck: Record<string, number> = {}
  const names = Object.keys(disasters)
  const raging = (async () => {
    while (!ended) {
      await sleep(dice.below(LULL_MS))
      const name = dice.pick(names)
      struck[name] = (struck[name] ?? 0) + 1
      await disasters[name]?.().catch((fault: Error) => onFault(`${name}: ${fault.message}`))
    }
  })()
  return {
    struck,
    end: async () => {
      ended = true
      await raging
    },
  }
}

/** A network that is bad for a while. */
export function badNetwork(where: string, stretches: readonly Stretch[], dice: Dice): Disasters {
  const befall = (state: Exclude<State, 'well'>) => async () => {
    const stretch = dice.pick(stretches)
    stretch.become(state)
    await sleep(dice.below(LONGEST_MS))
    stretch.become('well')
  }
  return Object.fromEntries(BAD.map((state) => [`network of ${where} ${state}`, befall(state)]))
}
