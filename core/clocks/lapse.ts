/** Time passes: what is overdue, what is to be warned of, and what follows from silence. */
import type { LapseEffect, RuleSet } from '#schemas/agreements/rule-set.ts'
import type { ClockRecord } from './clock.ts'
import { unconfirmedOf } from './confirmed.ts'

/** The clock at a moment: one that runs beyond its last day is overdue. */
export const clockAt = (clock: ClockRecord, now: Date): ClockRecord =>
  clock.state === 'running' && clock.dueAt && now > clock.dueAt ? { ...clock, state: 'overdue' } : clock

/** Warnings that fell due after `since`, up to and with `now`, while the clock runs. */
export const warningsOf = ({ state, warnAt }: ClockRecord, since: Date, now: Date): readonly Date[] =>
  state === 'running' ? warnAt.filter((warn) => warn > since && warn <= now) : []

/** When time alone changes something in a clock that runs: the next warning after `now`, else the first millisecond after its last day. */
export function nextLookOf({ state, warnAt, dueAt }: ClockRecord, now: Date): Date | undefined {
  if (state !== 'running' || !dueAt) return undefined
  return warnAt.find((warn) => warn > now) ?? new Date(dueAt.getTime() + 1)
}

export interface Lapse {
  readonly effect: LapseEffect
  /** What must be confirmed first. Empty: the hub may act, and sends what the effect asks for; else it only warns. */
  readonly unconfirmed: readonly string[]
}

/** What follows from an overdue clock by the agreement itself, if anything. */
export function lapseOf(clock: ClockRecord, ruleSet: RuleSet, confirmations: ReadonlySet<string>): Lapse | undefined {
  const effect = ruleSet.limits[clock.limit]?.lapse
  if (clock.state !== 'overdue' || effect === undefined) return undefined
  return { effect, unconfirmed: unconfirmedOf(clock, ruleSet, confirmations) }
}
