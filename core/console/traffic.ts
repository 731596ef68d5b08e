/** How much goes to and from parties, in stretches of time that are counted once and kept: charts cost the same however many messages there are. */
import type { PartyId } from '#core/message.ts'

/** Seconds; each is made of the one before. */
export const STEPS = [60, 600, 3600, 21_600] as const
export type Step = (typeof STEPS)[number]

export const RANGES = {
  '15m': { step: 60, seconds: 900 },
  '24h': { step: 600, seconds: 86_400 },
  '7d': { step: 3600, seconds: 604_800 },
  '30d': { step: 21_600, seconds: 2_592_000 },
} as const satisfies Readonly<Record<string, { readonly step: Step; readonly seconds: number }>>

export type Range = keyof typeof RANGES

export interface Chart {
  readonly stepS: Step
  /** The first stretch; the last one is not over. */
  readonly from: Date
  readonly series: readonly Series[]
}

/** One figure a stretch. */
export interface Series {
  readonly party: PartyId
  /** Messages from it that were accepted. */
  readonly accepted: readonly number[]
  /** Deliveries that it has taken. */
  readonly delivered: readonly number[]
  /** Attempts to reach it that failed. */
  readonly failed: readonly number[]
  /** From acceptance to its receipt; to the nearest fifth. `null` where it took nothing. */
  readonly p50Ms: readonly (number | null)[]
  readonly p95Ms: readonly (number | null)[]
}

/** What went from one party to another. */
export interface Flow {
  readonly from: PartyId
  readonly to: PartyId
  readonly count: number
  readonly failed: number
  /** Of the last stretch in which something went. */
  readonly lastAt: Date
}

/** What was counted of a party in one stretch. */
export interface Stretch {
  readonly at: Date
  readonly party: PartyId
  readonly accepted: number
  readonly delivered: number
  readonly failed: number
  /** The slots that half, and nineteen of twenty, of its deliveries do not go beyond. */
  readonly p50: number | null
  readonly p95: number | null
}

/** How many deliveries took a time of one half octave of milliseconds. */
export interface Latency {
  readonly at: Date
  readonly party: PartyId
  readonly slot: number
  readonly count: number
}

export interface Traffic {
  /** Counts what has happened since it was last done, at most so much of it. `taken`: another process counts. */
  count(now: Date): Promise<'done' | 'more' | 'taken'>
  stretches(step: Step, from: Date, party?: PartyId): Promise<readonly Stretch[]>
  latencies(step: Step, from: Date, party?: PartyId): Promise<readonly Latency[]>
  flows(step: Step, from: Date): Promise<readonly Flow[]>
}

/** Slots are half octaves: what lies in one is told as its geometric middle. */
export const middleOf = (slot: number): number => Math.round(2 ** ((slot + 0.5) / 2))

/** @param slots of any order; `undefined` without any. */
export function quantileOf(slots: readonly Pick<Latency, 'slot' | 'count'>[], share: number): number | undefined {
  const bySlot = slots.toSorted((a, b) => a.slot - b.slot)
  let left = share * bySlot.reduce((sum, { count }) => sum + count, 0)
  for (const { slot, count } of bySlot) {
    left -= count
    if (left <= 0) return middleOf(slot)
  }
  return undefined
}

/** Stretches begin at multiples of their length since 2000. */
export function stretchOf(at: Date, step: Step): Date {
  const ms = step * 1000
  return new Date(Math.floor((at.getTime() - EPOCH) / ms) * ms + EPOCH)
}
const EPOCH = Date.UTC(2000, 0, 1)

export async function chartFor(traffic: Traffic, range: Range, now: Date, party?: PartyId): Promise<Chart> {
  const { step, seconds } = RANGES[range]
  const from = stretchOf(new Date(now.getTime() - seconds * 1000), step)
  const length = Math.floor((now.getTime() - from.getTime()) / (step * 1000)) + 1
  const stretches = await traffic.stretches(step, from, party)
  const place = (at: Date): number => (at.getTime() - from.getTime()) / (step * 1000)
  const series = [...Map.groupBy(stretches, ({ party: one }) => one)].map(([one, rows]): Series => {
    const line = <Value>(usual: Value, value: (row: Stretch) => Value): readonly Value[] => {
      const values = Array.from({ length }, () => usual)
      for (const row of rows) values[place(row.at)] = value(row)
      return values
    }
    const middle = (slot: number | null): number | null => (slot === null ? null : middleOf(slot))
    return {
      party: one,
      accepted: line(0, ({ accepted }) => accepted),
      delivered: line(0, ({ delivered }) => delivered),
      failed: line(0, ({ failed }) => failed),
      p50Ms: line<number | null>(null, ({ p50 }) => middle(p50)),
      p95Ms: line<number | null>(null, ({ p95 }) => middle(p95)),
    }
  })
  return { stepS: step, from, series: series.toSorted((a, b) => (a.party < b.party ? -1 : 1)) }
}
