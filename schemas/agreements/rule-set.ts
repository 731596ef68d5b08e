/** What an agreement between states says, as versioned data. */
import type { EvidenceCode, PersonCategoryCode } from '#schemas/generated/types.ts'
import type { DataClass } from '#schemas/permitted-data.ts'
import type { Competence } from './competence.ts'
import type { CaseEvent, Moment } from './events.ts'

/**
 * How sure a value is: `V` read in the agreement or in a public statement of an authority about it, `SIB` read in a sibling agreement of the same
 * template, `GK` general knowledge, unverified. Only `V` may be taken for law; anything else only warns until an administrator confirms it.
 */
export type Confidence = 'V' | 'SIB' | 'GK'

export type Unit = 'calendarDays' | 'workingDays' | 'months'

/** Side of a case: the state that asks, and the one that is asked. */
export type Role = 'requesting' | 'requested'

/** What follows from the agreement itself when a limit runs out. */
export type LapseEffect = 'DEEMED_APPROVAL' | 'EU_TRAVEL_DOCUMENT'

export interface Sourced {
  readonly title: string
  readonly article: string
  readonly confidence: Confidence
  /** Where it was read. */
  readonly source: string
}

export interface Limit extends Sourced {
  /** Absent where the agreement has a rule but no number. */
  readonly value?: number
  readonly unit?: Unit
  /** Confidence of the unit, where it is not that of the value. */
  readonly unitConfidence?: Confidence
  readonly from?: CaseEvent
  /** Which moment of the event counts; else the event says it, and if it does not, the recipient's hand-over receipt. */
  readonly moment?: Moment
  /** Makes the limit a clock of the case: what ends it. The end of the case always does. */
  readonly until?: readonly CaseEvent[]
  /** Makes the limit a check of one message: `submission` it comes too late, `notice` what it announces comes too soon. */
  readonly check?: 'submission' | 'notice'
  /** What follows when a check is not kept and every row and year that it rests on is sure; flagged if absent, and as long as anything is not. */
  readonly unkept?: 'refuses' | 'flags'
  /** Who must act; the last day ends in his time zone. Requested if absent. */
  readonly actor?: Role
  /** Whose working days count. Those of the requested state, until the texts say otherwise. */
  readonly workingDaysOf?: Role
  /** Only for these persons. */
  readonly categories?: readonly PersonCategoryCode[]
  /** What moves the last day: to the date that the message states, at most by `value` (if there is one) and at most so often. */
  readonly extension?: { readonly on: CaseEvent; readonly value?: number; readonly unit?: Unit; readonly times: number }
  /** Days between the two do not count. */
  readonly pause?: { readonly from: CaseEvent; readonly until: CaseEvent }
  readonly lapse?: LapseEffect
  /** Further rows that must be sure, or confirmed, before the hub may act on this one. */
  readonly restsOn?: readonly string[]
  /** Warnings, in calendar days before the last day. */
  readonly warnDaysBefore?: readonly number[]
}

export interface EvidenceLists extends Sourced {
  /** Recognised without further formalities. */
  readonly proof: readonly EvidenceCode[]
  /** Deemed established unless the requested state disproves it. */
  readonly primaFacie: readonly EvidenceCode[]
}

export interface PermittedData extends Sourced {
  readonly classes: readonly DataClass[]
}

export interface RuleSet {
  /** As in the header's `agreement`. */
  readonly id: string
  /** Pinned when a case starts; 1, 2, … A change of any value is a new version, and the old one stays. */
  readonly version: number
  readonly title: string
  /** Official publication. */
  readonly published: string
  /** First day, YYYY-MM-DD. */
  readonly inForceSince: string
  /** States bound, ISO 3166-1 alpha-3. */
  readonly states: readonly string[]
  readonly limits: { readonly [id: string]: Limit }
  readonly evidence: { readonly [category in PersonCategoryCode]: EvidenceLists }
  readonly competence: Competence
  /** What data protection lets the states tell each other. */
  readonly permitted: PermittedData
  /** Annexes that are forms. */
  readonly forms: { readonly [id: string]: Sourced }
  /** What the states owe each other beyond limits. */
  readonly duties: { readonly [id: string]: Sourced }
}
