/** Sessions as the store keeps them, whoever runs them: each step as it ends, and the signed report. Both ends are in the audit trail. Times are those of the day. */
import type { Doing } from '#core/console/accounts.ts'
import type { PartyId, SignedDocument } from '#core/message.ts'
import type { ReportedStep } from './report.ts'

/** `stopped` by somebody, `failed` for a fault of the hub's; `lost`: the process that ran it is gone. */
export type LabState = 'running' | 'done' | 'stopped' | 'failed' | 'lost'

export interface KeptSession {
  readonly labId: string
  readonly party: PartyId
  /** Who began it: an account of the console, or a user of the machine. */
  readonly by: string
  readonly startedAt: Date
  readonly endedAt?: Date
  readonly state: LabState
  /** So many steps it has. */
  readonly expected: number
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** So long a session counts as running after it was last heard of. */
export const LOST_MS = 60_000

export interface LabSessions {
  /** `false`: another one with this party is running. */
  begin(session: Pick<KeptSession, 'labId' | 'party' | 'expected'>, doing: Doing): Promise<boolean>
  told(labId: string, step: ReportedStep, now: Date): Promise<void>
  /** It still runs. `false` when it has been ended. */
  alive(labId: string, now: Date): Promise<boolean>
  /** With the report when it is done. `false` when it had been ended before, or never was. */
  end(labId: string, how: LabEnd, doing: Doing): Promise<boolean>
  /** Newest first; of one party, or of all. */
  list(party: PartyId | undefined, limit: number, now: Date): Promise<readonly KeptSession[]>
  find(labId: string, now: Date): Promise<(KeptSession & { readonly steps: readonly ReportedStep[] }) | undefined>
  report(labId: string): Promise<SignedDocument | undefined>
}

export type LabEnd =
  | { readonly state: 'done'; readonly document: SignedDocument; readonly conforms: boolean }
  | { readonly state: 'stopped' | 'failed' }
