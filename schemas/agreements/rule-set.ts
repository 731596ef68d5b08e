/** What an agreement between states says, as versioned data. */
import type { EvidenceCode, PersonCategoryCode } from '#schemas/generated/types.ts'

/**
 * How sure a value is: `V` read in the agreement or in a public statement of an authority about it, `SIB` read in a sibling agreement of the same
 * template, `GK` general knowledge, unverified. Only `V` may be taken for law.
 */
type Confidence = 'V' | 'SIB' | 'GK'

/** Working days are those of the requested state until the texts say otherwise. */
type Unit = 'calendarDays' | 'workingDays' | 'months'

/** What a limit runs from. */
type StartEvent =
  | 'DATE_OF_KNOWLEDGE'
  | 'APPREHENSION'
  | 'APPLICATION_RECEIVED'
  | 'REPLY_DUE'
  | 'APPROVAL'
  | 'TRAVEL_DOCUMENT_REQUEST'
  | 'TRAVEL_DOCUMENT_ISSUED'
  | 'TRAVEL_DOCUMENT_LAPSED'
  | 'INTERVIEW_REQUEST'
  | 'TRANSFER_NOTIFICATION'
  | 'TRANSFER'
  | 'TRANSIT_APPLICATION_RECEIVED'
  | 'TRANSIT_CONSENT_RECEIVED'
  | 'COMMITTEE_NOTIFIED'

interface Limit {
  readonly title: string
  readonly article: string
  /** Absent where the agreement has a rule but no number. */
  readonly value?: number
  readonly unit?: Unit
  readonly from?: StartEvent
  /** Only for these persons. */
  readonly categories?: readonly PersonCategoryCode[]
  readonly confidence: Confidence
  /** Where the value was read. */
  readonly source: string
}

export interface EvidenceLists {
  /** Recognised without further formalities. */
  readonly proof: readonly EvidenceCode[]
  /** Deemed established unless the requested state disproves it. */
  readonly primaFacie: readonly EvidenceCode[]
}

export interface RuleSet {
  /** As in the header's `agreement`. */
  readonly id: string
  readonly title: string
  /** Official publication. */
  readonly published: string
  /** First day, YYYY-MM-DD. */
  readonly inForceSince: string
  /** States bound, ISO 3166-1 alpha-3. */
  readonly states: readonly string[]
  readonly limits: { readonly [id: string]: Limit }
  readonly evidence: { readonly [category in PersonCategoryCode]: EvidenceLists }
}
