/** Limits that one message keeps or breaks by itself: an application that comes too late, a transfer announced for too soon. */
import type { ClockWorld, MessageEvent } from './clock.ts'
import { spanOf } from './clocks-after.ts'
import { concerns, sourceOf, statedIn } from './clocks-for.ts'
import { unconfirmedOf } from './confirmed.ts'
import { type Day, dayOf, dayStated, endOf } from './days.ts'
import { lastDayOf } from './due.ts'

export interface Deadline {
  readonly limit: string
  /** `submission`: last day for the message. `notice`: first day for what it announces. */
  readonly day: Day
  readonly kept: boolean
  /** Rows and calendar years that are still to be confirmed. */
  readonly unconfirmed: readonly string[]
}

/** Empty where the message does not state the date that the limit is about. */
export function deadlinesOf(event: MessageEvent, world: ClockWorld): readonly Deadline[] {
  const { ruleSet, sides, calendars, confirmations } = world
  return Object.entries(ruleSet.limits).flatMap(([limit, row]) => {
    const stated = row.check && concerns(row, event) ? statedIn(event.body, sourceOf(row.from, event)) : undefined
    if (stated === undefined) return []
    const { timeZone } = sides[row.actor ?? 'requested']
    const announced = dayStated(stated, timeZone)
    const from = row.check === 'notice' ? dayOf(event.at, timeZone) : announced
    const { lastDay, open } = lastDayOf(spanOf(row, world), from, calendars)
    const kept = row.check === 'notice' ? announced >= lastDay : event.at <= endOf(lastDay, timeZone)
    return [{ limit, day: lastDay, kept, unconfirmed: unconfirmedOf({ limit, openYears: open }, ruleSet, confirmations) }]
  })
}
