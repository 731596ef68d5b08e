/**
 * What one case adds to the figures of a period. Everything counts in the month in which the hub accepted the message that says it.
 *
 * How many applications are pending is not counted: from those at both ends of a period, and what came in and went out between, suppressed figures could be
 * computed.
 */
import { dayOf, daysBetween } from '#core/clocks/days.ts'
import type { PartyId } from '#core/message.ts'
import type { MeasureCode } from '#schemas/generated/types.ts'
import { contains, monthOf, type Period } from './period.ts'
import type { RecordedCase, RecordedMessage, Said } from './recorded.ts'

/**
 * Beside the measures of the standard: persons whose transfer was announced; cases in which no travel document came in time, so that the European one is
 * deemed accepted; replies of which it is no longer known what they decided; other messages
 * that are counted nowhere else since their content has been erased.
 */
export type Measure = MeasureCode | 'ANNOUNCED' | 'EU_TRAVEL_DOCUMENTS' | 'DECISION_UNKNOWN' | 'CONTENT_UNKNOWN'

/** For a category, ground or state that the store does not or no longer say. */
export const UNKNOWN = 'UNKNOWN'
/** The ground of a refusal that names more than one: so that refusals add up. */
export const SEVERAL = 'SEVERAL'

export interface Fact {
  readonly measure: Measure
  /** How many; not negative. */
  readonly count: number
  /** ISO 3166-1 alpha-3, or UNKNOWN. */
  readonly requesting: string
  readonly requested: string
  /** Absent where there is none to be known, as in transit. */
  readonly category?: string
  /** YYYY-MM */
  readonly month: string
  /** Calendar days from the hand-over of the application to the reply. */
  readonly replyDays?: number
  /** Only of a refusal. */
  readonly ground?: string
}

export type StateOf = (party: PartyId) => string | undefined

/** Facts of the period; `recorded` goes no further than its end. */
export function factsOf(recorded: RecordedCase, period: Period, stateOf: StateOf): readonly Fact[] {
  const [opening] = recorded
  const category = opening.type === 'transit-application' ? {} : { category: categoryOf(recorded) }
  const whose = { requesting: stateOf(opening.from) ?? UNKNOWN, requested: stateOf(opening.to) ?? UNKNOWN, ...category }
  return recorded.flatMap((message) => {
    if (!contains(period, message.receivedAt)) return []
    const counted = COUNTED[message.type]?.(message, recorded)
    return counted ? [{ ...whose, ...counted, month: monthOf(message.receivedAt) }] : []
  })
}

/** As the newest message that says it says it. */
function categoryOf(recorded: RecordedCase): string {
  return recorded.findLast(({ said }) => said?.category !== undefined)?.said?.category ?? UNKNOWN
}

type Counted = Pick<Fact, 'measure' | 'count' | 'replyDays' | 'ground'>
type Counting = (message: RecordedMessage, recorded: RecordedCase) => Counted | undefined

const once = (measure: Measure): Counted => ({ measure, count: 1 })
/** What cannot be told without the content. */
const said =
  (counting: (said: Said, recorded: RecordedCase) => Counted | undefined): Counting =>
  (message, recorded) =>
    message.said ? counting(message.said, recorded) : once('CONTENT_UNKNOWN')
const announced = said(({ count }) => ({ measure: 'ANNOUNCED', count }))

/** What a message adds; others add nothing. */
const COUNTED: { readonly [type in RecordedMessage['type']]?: Counting } = {
  'readmission-application': () => once('APPLICATIONS'),
  'readmission-reply': replied,
  // Each side may get one of its own.
  'deemed-approval-notice': (notice, recorded) =>
    notice === recorded.find(({ type }) => type === notice.type) ? once('DEEMED_APPROVALS') : undefined,
  'case-withdrawal': (_, [{ type }]) => (type === 'readmission-application' ? once('WITHDRAWALS') : undefined),
  'direct-transfer-notice': announced,
  'transfer-notification': announced,
  'travel-document-issued': said(({ count }) => ({ measure: 'TRAVEL_DOCUMENTS', count })),
  EU_TRAVEL_DOCUMENT: () => once('EU_TRAVEL_DOCUMENTS'),
  'arrival-confirmation': said(({ code, count }) => ({ measure: code === 'ARRIVED' ? 'TRANSFERS' : 'NOT_ARRIVED', count })),
  'transit-reply': said(({ code }) => (code === 'APPROVED' ? once('TRANSITS') : undefined)),
  'readmission-in-error-reply': said(({ code }, recorded) => {
    const claim = recorded.findLast(({ type }) => type === 'readmission-in-error-claim')
    if (code !== 'APPROVED') return undefined
    return claim?.said ? { measure: 'IN_ERROR', count: claim.said.count } : once('CONTENT_UNKNOWN')
  }),
}

function replied(reply: RecordedMessage, [application]: RecordedCase): Counted {
  if (!reply.said) return once('DECISION_UNKNOWN')
  const replyDays = daysTo(reply, application)
  if (reply.said.code === 'APPROVED') return { ...once('APPROVALS'), replyDays }
  return { ...once('REFUSALS'), replyDays, ground: groundOf(reply.said.grounds) }
}

/** A reply may be accepted before the receipt for the application is: that is a reply on the same day. */
function daysTo(reply: RecordedMessage, application: RecordedMessage): number {
  const since = application.handedOverAt ?? application.receivedAt
  return Math.max(0, daysBetween(dayOf(since, 'UTC'), dayOf(reply.receivedAt, 'UTC')))
}

function groundOf(grounds: readonly string[]): string {
  const [ground = UNKNOWN, ...more] = new Set(grounds)
  return more.length === 0 ? ground : SEVERAL
}
