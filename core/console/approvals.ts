/** Requests that another person decides: what is kept of them. How they are made and carried out: four-eyes.ts. */
import type { JsonObject } from '#core/message.ts'
import type { Doing } from './accounts.ts'
import type { Role } from './roles.ts'

/**
 * - `waiting`: nobody has decided, and its 24 hours are not over (then it counts as `lapsed`)
 * - `approved`: it is being carried out; one that stays so was cut off, and what came of it is unknown
 * - `done`, `failed`: it was carried out, or could not be
 */
export type ApprovalState = 'waiting' | 'lapsed' | 'approved' | 'done' | 'failed' | 'rejected' | 'withdrawn'

export interface Approval {
  readonly approvalId: string
  /** Name of the act (see `Act` in four-eyes.ts). */
  readonly act: string
  /** As they were asked for, in RFC 8785 form, and their SHA-256: what is carried out is these and nothing else. */
  readonly params: string
  readonly digest: string
  /** What it would have done when it was asked for. */
  readonly effect: JsonObject
  readonly askedBy: string
  readonly askedRole: Role
  readonly askedAt: Date
  readonly reason: string
  readonly expiresAt: Date
  readonly state: ApprovalState
  readonly decidedBy: string | undefined
  readonly decidedAt: Date | undefined
  /** Why it was rejected, or decided alone. */
  readonly decision: string | undefined
  readonly outcome: JsonObject | undefined
  /** Decided by one person alone: another one has to look at it afterwards. */
  readonly alone: boolean
  readonly reviewedBy: string | undefined
}

export type NewApproval = Pick<Approval, 'approvalId' | 'act' | 'params' | 'digest' | 'effect' | 'reason' | 'expiresAt'> & {
  readonly askedRole: Role
}

export type ApprovalFilter = 'open' | 'closed' | 'review'

/** Every change is audited in the same transaction. */
export interface Approvals {
  add(approval: NewApproval, doing: Doing): Promise<void>
  find(approvalId: string, now: Date): Promise<Approval | undefined>
  /** Newest first. */
  list(filter: ApprovalFilter, now: Date, limit: number): Promise<readonly Approval[]>
  /** From `waiting` to the next state, once: `false` when it no longer waits, or was asked for by the same person, unless it is decided `alone`. */
  decide(approvalId: string, to: 'approved' | 'rejected', how: { readonly alone: boolean }, doing: Doing): Promise<boolean>
  /** Only whoever asked. */
  withdraw(approvalId: string, doing: Doing): Promise<boolean>
  /** How it ended. */
  finish(approvalId: string, state: 'done' | 'failed', outcome: JsonObject, doing: Doing): Promise<void>
  /** What was decided alone was looked at by another person. */
  review(approvalId: string, doing: Doing): Promise<boolean>
}
