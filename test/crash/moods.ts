/** How partners are on the days of a simulated week, and for how long. */
import type { PartyId } from '#core/message.ts'
import type { Dice } from './dice.ts'

/** `late`: the receipt comes when the mood is over. `lying`: it is for other bytes. `mute`: there is none. */
export type Mood = 'well' | 'away' | 'busy' | 'late' | 'lying' | 'mute'

export interface Moods {
  of(party: PartyId): Mood
  /** Whatever the dice say. */
  set(party: PartyId, mood: Mood, steps: number): void
  /** A step has passed. */
  change(): void
  /** From now on everyone is well. */
  end(): void
}

/** Out of so many: away is what happens most. */
const BAD: readonly Mood[] = ['away', 'away', 'busy', 'late', 'lying', 'mute']
/** A mood changes in so many steps of a hundred. */
const CHANGES = 0.04

/** `longest`: in steps. */
export function moodsOf(parties: readonly PartyId[], dice: Dice, longest: (party: PartyId, mood: Mood) => number): Moods {
  const now = new Map<PartyId, { readonly mood: Mood; readonly left: number }>()
  let ended = false

  const sway = (party: PartyId): void => {
    const { mood, left } = now.get(party) ?? { mood: 'well', left: 0 }
    if (left > 0) return void now.set(party, { mood, left: left - 1 })
    if (!dice.chance(CHANGES)) return void now.delete(party)
    const next = dice.pick(BAD)
    now.set(party, { mood: next, left: dice.below(longest(party, next)) })
  }

  return {
    of: (party) => now.get(party)?.mood ?? 'well',
    set: (party, mood, steps) => void now.set(party, { mood, left: steps }),
    change() {
      if (!ended) parties.forEach(sway)
    },
    end() {
      ended = true
      now.clear()
    },
  }
}
