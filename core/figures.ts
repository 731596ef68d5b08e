/** How the whole hub stands at one moment, whichever process is asked: what operators watch. */
import type { StoredClock } from './clocks/clock.ts'
import type { PartyId } from './message.ts'

export interface Figures {
  readonly parties: readonly PartyFigures[]
  /** The oldest `lookAt` of a clock that has come: from then on a hub should have looked. */
  readonly clockDueSince: Date | undefined
  /** When the audit trail was last verified to its end, and how many of its chains were broken. */
  readonly verified: { readonly at: Date; readonly broken: number } | undefined
  /** Since when some issuer owes an answer about a certificate that is asked about. */
  readonly revocationOwedSince: Date | undefined
  /** Since when a tree head has waited for a timestamp. */
  readonly timestampOwedSince: Date | undefined
  /** Links of the audit trail, all chains together. */
  readonly auditLinks: number
  /** On disk, in bytes. */
  readonly databaseBytes: number
  readonly attachmentBytes: number
  readonly auditBytes: number
}

export interface PartyFigures {
  readonly party: PartyId
  readonly status: 'active' | 'held' | 'withdrawn'
  /** Deliveries that will be tried, and since when the oldest of them waits. */
  readonly waiting: number
  readonly oldest: Date | undefined
  /** Those that wait for an operator: refused by the party, or set aside because the hub breaks over them. */
  readonly dead: number
  readonly quarantined: number
  /** Since when it does not answer. */
  readonly silentSince: Date | undefined
}

/** A limit that runs in some case: what it rests on decides whether the hub may act when it is over. */
export type RunningLimit = Pick<StoredClock, 'ruleSet' | 'ruleSetVersion' | 'limit' | 'openYears'>
