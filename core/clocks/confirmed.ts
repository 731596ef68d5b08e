/** What a clock rests on that nobody has read or confirmed: as long as there is anything, the hub only warns. */
import type { Confidence, RuleSet } from '#schemas/agreements/rule-set.ts'
import type { ClockRecord } from './clock.ts'

/** From sure to unsure. */
const ORDER: readonly Confidence[] = ['V', 'SIB', 'GK']

const rowsOf = ({ limits }: RuleSet, limit: string): readonly string[] => [limit, ...(limits[limit]?.restsOn ?? [])]

function confidenceOfRow({ limits }: RuleSet, row: string): Confidence {
  const { confidence = 'GK', unitConfidence = 'V' } = limits[row] ?? {}
  return weakest([confidence, unitConfidence])
}

const weakest = (all: readonly Confidence[]): Confidence => ORDER.findLast((confidence) => all.includes(confidence)) ?? 'GK'

/** Of the weakest row that a limit rests on. */
export const confidenceOf = (ruleSet: RuleSet, limit: string): Confidence =>
  weakest(rowsOf(ruleSet, limit).map((row) => confidenceOfRow(ruleSet, row)))

/** Rows of the rule set, e.g. `T7`, that are neither `V` nor confirmed. */
export const unconfirmedRows = (ruleSet: RuleSet, limit: string, confirmations: ReadonlySet<string>): readonly string[] =>
  rowsOf(ruleSet, limit).filter((row) => confidenceOfRow(ruleSet, row) !== 'V' && !confirmations.has(row))

/** Rows and calendar years that are still to be confirmed before the hub may act on a clock. */
export const unconfirmedOf = (
  { limit, openYears }: Pick<ClockRecord, 'limit' | 'openYears'>,
  ruleSet: RuleSet,
  confirmations: ReadonlySet<string>,
): readonly string[] => [...unconfirmedRows(ruleSet, limit, confirmations), ...openYears.filter((year) => !confirmations.has(year))]
