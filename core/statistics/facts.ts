/**
 * What one case adds to the figures of a period.
 *
 * An application counts once, in the month in which the hub accepted it, together with what had become of it at the end of the period. Everything else
 * counts in the month in which it was accepted.
 */
import { dayOf, daysBetween } from '#core/clocks/days.ts'
import type { PartyId } from '#core/message.ts'
import type { MeasureCode } from '#schemas/generated/types.ts'
import { contains, monthOf, type Period } from './period.ts'
import type { RecordedCase, RecordedMessage } from './recorded.ts'

/**
 * Beside the measures of the standard: persons whose transfer was announced; replies of which it is no longer known what they decided; other messages
 * that are counted nowhere else since their content has been erased.
 */
export type Measure = MeasureCode | 'ANNOUNCED' | 'DECISION_UNKNOWN' | 'CONTENT_UNKNOWN'

/** What can become of an application: each counts under exactly one. */
export const OUTCOMES: readonly Measure[] = ['APPROVALS', 'REFUSALS', 'DECISION_UNKNOWN', 'DEEMED_APPROVALS', 'WITHDRAWALS', 'PENDING']

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
  const events = recorded.filter(({ receivedAt }) => contains(period, receivedAt))
  return [
    ...(opening.type === 'readmission-application' && contains(period, opening.receivedAt)
      ? [{ ...whose, ...outcomeOf(recorded), count: 1, month: monthOf(opening.receivedAt) }]
      : []),
    ...events.flatMap((message) => {
      const counted = eventOf(message, recorded)
      return counted ? [{ ...whose, ...counted, month: monthOf(message.receivedAt) }] : []
    }),
  ]
}

/** As the newest message that says it says it. */
function categoryOf(recorded: RecordedCase): string {
  return recorded.findLast(({ said }) => said?.category !== undefined)?.said?.category ?? UNKNOWN
}

const ENDINGS: ReadonlySet<string> = new Set(['readmission-reply', 'deemed-approval-notice', 'case-withdrawal'])

function outcomeOf(recorded: RecordedCase): Pick<Fact, 'measure' | 'replyDays' | 'ground'> {
  const [application] = recorded
  const ending = recorded.find(({ type }) => ENDINGS.has(type))
  if (!ending) return { measure: 'PENDING' }
  if (ending.type === 'deemed-approval-notice') return { measure: 'DEEMED_APPROVALS' }
  if (ending.type === 'case-withdrawal') return { measure: 'WITHDRAWALS' }
  const replyDays = daysTo(ending, application)
  if (ending.said?.code === 'APPROVED') return { measure: 'APPROVALS', replyDays }
  if (ending.said?.code === 'REFUSED') return { measure: 'REFUSALS', replyDays, ground: groundOf(ending.said.grounds) }
  return { measure: 'DECISION_UNKNOWN' }
}

function groundOf(grounds: readonly string[]): string {
  const [ground = UNKNOWN, ...more] = new Set(grounds)
  return more.length === 0 ? ground : SEVERAL
}

/** A reply may be accepted before the receipt for the application is: that is a reply on the same day. */
function daysTo(reply: RecordedMessage, application: RecordedMessage): number {
  const since = application.handedOverAt ?? application.receivedAt
  return Math.max(0, daysBetween(dayOf(since, 'UTC'), dayOf(reply.receivedAt, 'UTC')))
}

type Counted = Pick<Fact, 'measure' | 'count'>
const ERASED: Counted = { measure: 'CONTENT_UNKNOWN', count: 1 }

/** What a message after, or instead of, an application adds; nothing for most. */
function eventOf({ type, said }: RecordedMessage, recorded: RecordedCase): Counted | undefined {
  switch (type) {
    case 'direct-transfer-notice':
    case 'transfer-notification':
      return said ? { measure: 'ANNOUNCED', count: said.count } : ERASED
    case 'travel-document-issued':
      return said ? { measure: 'TRAVEL_DOCUMENTS', count: said.count } : ERASED
    case 'arrival-confirmation':
      return said ? { measure: said.code === 'ARRIVED' ? 'TRANSFERS' : 'NOT_ARRIVED', count: said.count } : ERASED
    case 'transit-reply':
      if (!said) return ERASED
      return said.code === 'APPROVED' ? { measure: 'TRANSITS', count: 1 } : undefined
    case 'readmission-in-error-reply': {
      const claim = recorded.findLast((message) => message.type === 'readmission-in-error-claim')?.said
      if (!said || !claim) return ERASED
      return said.code === 'APPROVED' ? { measure: 'IN_ERROR', count: claim.count } : undefined
    }
    default:
      return undefined
  }
}
