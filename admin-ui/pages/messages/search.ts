/** What the address of the list says. Everything is optional, everything that is given must hold. */
import type { MessageSearch } from '#admin-ui/api/queries.ts'

export interface Search {
  /** A state of deliveries, or `failed`: all states that nobody but an operator ends; `waiting`: all that the hub still works on. */
  readonly state?: string
  readonly party?: string
  /** Whether the party sent it or gets it. */
  readonly side?: 'from' | 'to'
  readonly type?: string
  readonly code?: string
  readonly conversation?: string
  /** `today`, `24h`, `7d`, `30d`, or a date. */
  readonly since?: string
  readonly until?: string
  readonly cursor?: string
}

const NAMES = ['state', 'party', 'side', 'type', 'code', 'conversation', 'since', 'until', 'cursor'] as const

/** What is no filter is dropped: an old bookmark still opens. */
export function searchOf(given: Readonly<Record<string, unknown>>): Search {
  const kept = NAMES.flatMap((name) => {
    const value = given[name]
    const text = typeof value === 'number' ? String(value) : value
    return typeof text === 'string' && text !== '' && text.length <= 200 ? [[name, text] as const] : []
  })
  const search: Search = Object.fromEntries(kept)
  return search.side === undefined || ['from', 'to'].includes(search.side) ? search : { ...search, side: 'to' }
}

export const isFiltered = (search: Search): boolean => Object.keys(search).some((name) => name !== 'cursor')

const SPANS: Readonly<Record<string, number>> = { '24h': 86_400_000, '7d': 604_800_000, '30d': 2_592_000_000 }
const BAKU_MS = 4 * 3_600_000
const DAY_MS = 86_400_000

/** The beginning of a named stretch, rounded to the minute so that the same question is asked twice. */
function beginOf(since: string, now: number): string | undefined {
  if (/^\d{4}-\d\d-\d\d$/.test(since)) return new Date(Date.parse(`${since}T00:00:00Z`) - BAKU_MS).toISOString()
  if (since === 'today') return new Date(Math.floor((now + BAKU_MS) / DAY_MS) * DAY_MS - BAKU_MS).toISOString()
  const span = SPANS[since]
  return span === undefined ? undefined : new Date(Math.floor((now - span) / 60_000) * 60_000).toISOString()
}

/** Names for several states at once. */
const GROUPS: Readonly<Record<string, string>> = { failed: 'dead,held,expired', waiting: 'pending,retrying,sent' }

/** The search as the hub's API takes it: times in UTC. A day that is given as the last one counts wholly. */
export function queryOf({ state, since, until, ...rest }: Search, now = Date.now()): MessageSearch {
  const begin = since === undefined ? undefined : beginOf(since, now)
  const end =
    until !== undefined && /^\d{4}-\d\d-\d\d$/.test(until)
      ? new Date(Date.parse(`${until}T00:00:00Z`) - BAKU_MS + DAY_MS).toISOString()
      : undefined
  return Object.fromEntries(
    Object.entries({ ...rest, state: GROUPS[state ?? ''] ?? state, ...(begin && { since: begin }), ...(end && { until: end }) }).filter(
      (pair): pair is [string, string] => pair[1] !== undefined,
    ),
  )
}

/** States that an operator can replay. */
const REPLAYABLE = ['dead', 'held', 'expired', 'cancelled'] as const
const FAILED = ['dead', 'held', 'expired'] as const

/** The search as the filter of a replay; `undefined` when it shows messages that none can be made of. */
export function filterOf(search: Search, now = Date.now()) {
  const { state } = search
  const states = state === 'failed' ? FAILED : REPLAYABLE.filter((one) => one === state)
  if (states.length === 0 || search.side === 'from') return undefined
  const { party, type, code, conversation, since, until } = queryOf(search, now)
  return {
    states: [...states],
    ...(party && { party }),
    ...(type && { type }),
    ...(code && { code }),
    ...(conversation && { conversationId: conversation }),
    ...(since && { since }),
    ...(until && { until }),
  }
}

export type ReplayFilter = NonNullable<ReturnType<typeof filterOf>>
