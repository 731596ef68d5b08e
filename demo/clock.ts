/** The time of the demo: that of the machine, but for a shift, so that a case may have begun weeks ago. The hub and all partners go by it. */
import type { Clock } from '#core/ports.ts'

export interface ShiftedClock extends Clock {
  /** Below 0: in the past. */
  shiftMs: number
}

export const DAY_MS = 86_400_000

export function shiftedClock(shiftMs = 0): ShiftedClock {
  return {
    shiftMs,
    now() {
      return new Date(Date.now() + this.shiftMs)
    },
  }
}
