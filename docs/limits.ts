/** The page on limits: every rule set with its rows, how time is counted, and how sure the calendars are. */
import { EVENT_SOURCES } from '#schemas/agreements/events.ts'
import type { Limit, RuleSet, Sourced } from '#schemas/agreements/rule-set.ts'
import { RULE_SETS } from '#schemas/agreements/rule-sets.ts'
import { CALENDARS, type Calendar, type Certainty } from '#schemas/calendars/calendar.ts'
import { CALENDAR_VERSION } from '#schemas/generated/holidays.ts'

type Table = (head: readonly string[], rows: readonly (readonly string[])[]) => string

const UNITS = { calendarDays: 'calendar days', workingDays: 'working days', months: 'months' } as const

export const COUNTING = `Days are counted in the time zone of the party that must act. The day of the event is not counted; a limit ends with the last millisecond of its last day, also when nobody works on
that day. Months end on the day of the same number, or on the last day of a month that has no such day (as Regulation 1182/71, article 3(2)(c)). Working days are those of the requested state.
What is left of a paused limit is counted from the day on which it goes on.

Confidence: **V** read in the agreement or in a public statement of an authority about it; **SIB** read in a sibling agreement of the same template; **GK** general knowledge, unverified.
A limit that is not V, or rests on a row that is not, only warns until an administrator confirms those rows: no legal notice is sent on a guess.`

export const CERTAINTY = `Days off of the whole state; what only a region keeps is not counted. **law**: all days follow from the law as it stood when the data were made. **announced**: the decisions for that year were
read. **open**: lunar feasts or exchanged days are decided for that year and were not read; a working-day limit that is counted through an open year only warns until the year is confirmed. Beyond these years
only weekends are known. The days are adapted from the library date-holidays, CC BY-SA 3.0.`

const sure = ({ confidence, unitConfidence }: Limit): string =>
  unitConfidence === undefined ? confidence : `${confidence}, unit ${unitConfidence}`

function startOf({ from, moment, value }: Limit): string {
  if (from === undefined) return ''
  const moments = new Set(EVENT_SOURCES[from].map((source) => moment ?? source.moment ?? 'handover'))
  return value === undefined ? from : `${from} (${[...moments].join(', ')})`
}

const endOf = ({ until, check }: Limit): string => (check === undefined ? (until ?? []).join(', ') : `check of the message (${check})`)

function lapseOf({ lapse, restsOn = [], extension }: Limit): string {
  const extended =
    extension &&
    `extended by ${extension.on}, ${extension.value === undefined ? 'to the date it states' : `at most ${extension.value} ${UNITS[extension.unit ?? 'calendarDays']}`}, ${extension.times} time`
  return [lapse && `${lapse}, rests on ${restsOn.join(', ')}`, extended].filter(Boolean).join('; ')
}

export const limitRow = ([id, limit]: readonly [string, Limit]): readonly string[] => [
  id,
  limit.title,
  limit.article,
  limit.value === undefined ? '' : String(limit.value),
  limit.unit === undefined ? '' : UNITS[limit.unit],
  startOf(limit),
  endOf(limit),
  lapseOf(limit),
  sure(limit),
  limit.source,
]

export const sourcedRows = (rows: readonly Sourced[]): readonly (readonly string[])[] =>
  [...new Set(rows)].map(({ title, article, confidence, source }) => [title, article, confidence, source])

export const competenceRows = ({ competence }: RuleSet): readonly (readonly [type: string, roles: string])[] =>
  Object.entries(competence.types).map(([type, roles]) => [type, roles.join(', ')])

function section(set: RuleSet, table: Table): string {
  const head = ['limit', 'what', 'article', 'value', 'unit', 'runs from (moment)', 'ends with', 'when it runs out', 'confidence', 'source']
  const others = sourcedRows([
    ...Object.values(set.evidence),
    set.competence,
    set.permitted,
    ...Object.values(set.forms),
    ...Object.values(set.duties),
  ])
  return `## ${set.id}, version ${set.version}

${set.title}. ${set.published}. In force since ${set.inForceSince}. Binds ${set.states.join(', ')}.

${table(head, Object.entries(set.limits).map(limitRow))}

${table(['evidence, competence, data, forms, duties', 'article', 'confidence', 'source'], others)}

${table(['message type', 'competent authorities'], competenceRows(set))}`
}

const NAMES: { readonly [certainty in Certainty]: string } = { LAW: 'law', ANNOUNCED: 'announced', OPEN: 'open' }

export function calendarRow({ state, years }: Calendar): readonly string[] {
  const of = (wanted: Certainty): string =>
    [...years]
      .filter(([, { certainty }]) => certainty === wanted)
      .map(([year]) => year)
      .join(' ')
  return [state, of('LAW'), of('ANNOUNCED'), of('OPEN')]
}

export const limitsPage = (note: string, table: Table): string => `# Limits

${note}

${COUNTING}

${RULE_SETS.map((set) => section(set, table)).join('\n\n')}

## Calendars, version ${CALENDAR_VERSION}

${CERTAINTY}

${table(['state', NAMES.LAW, NAMES.ANNOUNCED, NAMES.OPEN], [...CALENDARS.values()].map(calendarRow))}
`
