/** Which clocks a message starts, stops, extends or pauses, and which wait for the receipt of its hand-over: read from the rule set. */
import { type CaseEvent, EVENT_SOURCES, type EventSource, type Moment } from '#schemas/agreements/events.ts'
import type { Limit, RuleSet } from '#schemas/agreements/rule-set.ts'
import type { MessageType } from '#schemas/generated/types.ts'
import type { ClockChange, MessageEvent } from './clock.ts'

/** How a message brings a case event about. */
export function sourceOf(event: CaseEvent | undefined, { type, body }: Pick<MessageEvent, 'type' | 'body'>): EventSource | undefined {
  if (event === undefined) return undefined
  return EVENT_SOURCES[event].find(
    (source) =>
      source.type === type && (!source.where || source.where.values.some((value) => value === fieldOf(body, source.where?.field))),
  )
}

/** The date or time that a message states, as written. */
export function statedIn(body: object, source: EventSource | undefined): string | undefined {
  const stated = fieldOf(body, source?.states)
  return typeof stated === 'string' ? stated : undefined
}

/** Whether any agreement lets the recipient's receipt of such a message start a clock. */
export const startsAtHandover = (ruleSets: readonly RuleSet[], type: MessageType): boolean =>
  ruleSets.some(({ limits }) => Object.values(limits).some((limit) => isStartedAtHandover(limit, type)))

function isStartedAtHandover({ from, until, value, moment }: Limit, type: MessageType): boolean {
  if (from === undefined || until === undefined || value === undefined) return false
  return EVENT_SOURCES[from].some((source) => source.type === type && (moment ?? source.moment ?? 'handover') === 'handover')
}

/** In the order in which they are to be applied: what ends comes before what begins. */
export function clocksFor(ruleSet: RuleSet, event: MessageEvent): readonly ClockChange[] {
  const rows = Object.entries(ruleSet.limits).filter(([, { until, value }]) => until !== undefined && value !== undefined)
  return [
    ...rows.flatMap(([limit, row]) => changesOf(limit, row, event)),
    ...rows.flatMap(([limit, row]) => beginningOf(limit, row, event)),
  ]
}

function changesOf(limit: string, row: Limit, event: MessageEvent): readonly ClockChange[] {
  const happened = (on: CaseEvent | undefined): boolean => sourceOf(on, event) !== undefined
  if (row.until?.some(happened) || happened('CASE_END')) return [{ change: 'stop', limit }]
  if (happened(row.extension?.on)) return [{ change: 'extend', limit, to: statedIn(event.body, sourceOf(row.extension?.on, event)) }]
  if (happened(row.pause?.from)) return [{ change: 'pause', limit }]
  if (happened(row.pause?.until)) return [{ change: 'resume', limit }]
  return []
}

function beginningOf(limit: string, row: Limit, event: MessageEvent): readonly ClockChange[] {
  const source = sourceOf(row.from, event)
  if (!source || !concerns(row, event)) return []
  const moment: Moment = row.moment ?? source.moment ?? 'handover'
  if (moment === 'handover') return [{ change: 'open', limit }]
  return [{ change: 'start', limit, at: (moment === 'stated' && statedIn(event.body, source)) || event.at }]
}

/** A limit for certain persons is not for a case of which nobody said whom it is about. */
export const concerns = ({ categories }: Limit, { category }: MessageEvent): boolean =>
  categories === undefined || (category !== undefined && categories.includes(category))

const fieldOf = (body: object, path: string | undefined): unknown =>
  path?.split('.').reduce<unknown>((value, name) => (value as Readonly<Record<string, unknown>> | undefined)?.[name], body)
