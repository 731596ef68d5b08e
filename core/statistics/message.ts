/** The figures as the body of a `statistics-report` (agreement, article 19). */
import { hubError } from '#core/errors.ts'
import { measure as measures } from '#schemas/codelists/cooperation.ts'
import { personCategory as categories } from '#schemas/codelists/person.ts'
import type { MeasureCode, PersonCategoryCode, Figure as ReportedFigure, StatisticsReport } from '#schemas/generated/types.ts'
import { faultsOf } from '#schemas/index.ts'
import { UNKNOWN } from './facts.ts'
import type { Period } from './period.ts'
import type { Figure, Report } from './report.ts'

export interface Wish {
  /** The recipient's state, ISO 3166-1 alpha-3: it is told of cases that it takes part in. */
  readonly state: string
  /** Name of the authority that answers for the figures. */
  readonly authority: string
  /** YYYY-MM-DD */
  readonly compiledOn: string
}

/** As many as the standard lets one message have. */
const MOST_FIGURES = 1000

/** What goes first when there are too many. */
const BREAKDOWNS = ['month', 'category', 'replyTime'] as const
type Breakdown = (typeof BREAKDOWNS)[number]

/**
 * A valid body, or `undefined` when there is no figure to tell. What the standard has no code for (grounds, unknown ones, medians) is left out.
 * Suppression was done on all figures of the hub: two recipients who put their reports together find nothing more.
 */
export function messageBodyOf(report: Report, period: Period, { state, authority, compiledOn }: Wish): StatisticsReport | undefined {
  const known = report.figures.filter((figure) => isKnown(figure) && concerns(figure, state))
  const dropped: Breakdown[] = []
  const kept = (): readonly Figure[] => known.filter((figure) => dropped.every((breakdown) => figure[breakdown] === undefined))
  for (const breakdown of BREAKDOWNS) if (kept().length > MOST_FIGURES) dropped.push(breakdown)
  const figures = kept().map(reported)
  if (figures.length === 0) return undefined
  const body: StatisticsReport = {
    from: dayOf(period.start),
    until: dayOf(new Date(period.end.getTime() - 1)),
    compiledOn,
    authority: { name: authority },
    figures,
    observations: observationsOf(report, dropped),
  }
  const faults = faultsOf('statistics-report', body)
  if (faults.length > 0) throw hubError('PAYLOAD_INVALID', { issues: faults.map(({ pointer, ...fault }) => ({ ...fault, path: pointer })) })
  return body
}

const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10)

function isKnown({ measure, requesting, requested, category, ground }: Figure): boolean {
  const unknown = requesting === UNKNOWN || requested === UNKNOWN
  return (
    Object.hasOwn(measures.codes, measure) &&
    !unknown &&
    (category === undefined || Object.hasOwn(categories.codes, category)) &&
    ground === undefined
  )
}

/** Sums over all states would tell of cases between others. */
const concerns = ({ requesting, requested }: Figure, state: string): boolean => requesting === state || requested === state

/** Without what the standard has no field for. */
function reported({ measure, category, medianDays: _medianDays, ground: _ground, ...figure }: Figure): ReportedFigure {
  return { ...figure, measure: measure as MeasureCode, ...(category === undefined ? {} : { category: category as PersonCategoryCode }) }
}

const NAMES: { readonly [breakdown in Breakdown]: string } = { month: 'months', category: 'categories', replyTime: 'reply times' }

function observationsOf({ smallBelow }: Report, dropped: readonly Breakdown[]): string {
  return [
    `Figures of 0 are not listed. Figures below ${smallBelow}, and others from which they could be computed, are suppressed.`,
    'Everything counts in the month (UTC) in which the hub accepted the message that says it.',
    ...(dropped.length === 0
      ? []
      : [`Too many for one message, therefore not told apart: ${dropped.map((name) => NAMES[name]).join(', ')}.`]),
  ].join('\n')
}
