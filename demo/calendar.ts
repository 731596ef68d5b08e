/** The days of the demo, the same for the hub and all partners: a case may begin weeks ago, and days pass in it until it is today again. */
import type { Clock } from '#core/ports.ts'
import { DAY_MS, type ShiftedClock } from './clock.ts'

export interface Calendar {
  readonly clock: Clock
  /** 0 is today. */
  goTo(day: number): Promise<void>
  pass(days: number): Promise<void>
}

/** `tellHub` resolves when the hub has looked at what is due by then. */
export function createCalendar(clock: ShiftedClock, tellHub: (shiftMs: number) => Promise<void>): Calendar {
  let today = 0
  const move = async (day: number): Promise<void> => {
    today = day
    // The partners first: a hub that is a day ahead of them would find their signatures old.
    clock.shiftMs = day * DAY_MS
    await tellHub(clock.shiftMs)
  }
  const goTo = async (day: number): Promise<void> => {
    if (day < today) await move(day)
    while (today < day) await move(today + 1)
  }
  return { clock, goTo, pass: (days) => goTo(today + days) }
}
