/**
 * What operators do with parties and deliveries, by command or in the console. Every act is audited with who did it and why.
 *
 * A replay comes in two steps, so that somebody else may approve what one has planned: `plan` only counts, `start` makes a job. A job holds the
 * deliveries it found, oldest first; any process carries it on, and whoever dies frees it by dying.
 */
import type { Role } from './console/roles.ts'
import type { ErrorCode } from './errors.ts'
import type { DeliveryState, MessageType, PartyId } from './message.ts'

export interface Act {
  readonly by: string
  /** As whom, and in which session, where it is done in the console. */
  readonly role?: Role
  readonly session?: string
  /** In his words; names nobody. */
  readonly reason: string
  readonly at: Date
}

/** States that no attempt will end by itself. */
export const REPLAYABLE = ['dead', 'held', 'expired', 'cancelled'] as const satisfies readonly DeliveryState[]
export type ReplayableState = (typeof REPLAYABLE)[number]

/** Everything that is given must hold. */
export interface ReplayFilter {
  readonly states: readonly ReplayableState[]
  readonly deliveryIds?: readonly string[] | undefined
  readonly party?: PartyId | undefined
  readonly code?: ErrorCode | undefined
  readonly type?: MessageType | undefined
  readonly conversationId?: string | undefined
  /** When the message was accepted. */
  readonly since?: Date | undefined
  readonly until?: Date | undefined
}

export interface ReplayPlan {
  /** How many would be replayed. */
  readonly count: number
  readonly groups: readonly ReplayGroup[]
  /** A later message of the same case was let go, so that this one would come out of order. */
  readonly overtaken: number
  /** The message itself says that its time is over. */
  readonly outdated: number
  /** There is nothing left that could be sent. */
  readonly erased: number
}

export interface ReplayGroup {
  readonly party: PartyId
  readonly state: ReplayableState
  readonly code: ErrorCode | undefined
  readonly count: number
  readonly oldest: Date
}

export interface ReplayJob {
  readonly jobId: string
  readonly by: string
  readonly reason: string
  readonly startedAt: Date
  readonly state: 'running' | 'done' | 'cancelled'
  readonly total: number
  /** How many of them it has come to, and how many of those it replayed: the others had changed meanwhile. */
  readonly reached: number
  readonly replayed: number
}

/** The next part of a job, leased. Without items there is nothing left to do. */
export interface ReplayPart extends Pick<ReplayJob, 'jobId' | 'by' | 'reason'> {
  readonly items: readonly ReplayItem[]
}

export interface ReplayItem {
  /** Its place in the job, from 1. */
  readonly number: number
  readonly deliveryId: string
  readonly party: PartyId
  readonly messageId: string
}

/** What of a party has not been handed over. */
export interface Backlog {
  readonly party: PartyId
  readonly status: 'active' | 'held' | 'withdrawn'
  readonly transport: string
  /** Since when it does not answer, and when the next probe is due. */
  readonly silent: { readonly since: Date; readonly probeAt: Date | undefined; readonly probes: number } | undefined
  /** Deliveries that will be tried, `out` of which are in somebody's hands now. */
  readonly waiting: number
  readonly out: number
  readonly oldest: Date | undefined
  /** Of those that wait, how many are behind a dead or held one of their case. */
  readonly blocked: number
  readonly stuck: readonly { readonly state: 'held' | 'dead'; readonly code: ErrorCode | undefined; readonly count: number }[]
}

export interface Operations {
  /** Nothing is sent to the party until it is resumed. `false` when there was nothing to change. */
  hold(party: PartyId, act: Act): Promise<boolean>
  /** Sends to it again, and at once: a breaker closes, and what waits for its next attempt is due. */
  resume(party: PartyId, act: Act): Promise<boolean>

  /** Gives up a dead delivery: it is `cancelled`, and its successors go on. Answers with the state that it had; done when that was `dead`. */
  skip(deliveryId: string, act: Act): Promise<DeliveryState | 'absent'>
  /** Gives up a delivery that has not ended yet, or is dead. Done unless it was `delivered`, `cancelled` or `expired`. */
  cancel(deliveryId: string, act: Act): Promise<DeliveryState | 'absent'>

  /** All parties, by id. */
  backlog(now: Date): Promise<readonly Backlog[]>

  plan(filter: ReplayFilter, now: Date): Promise<ReplayPlan>
  /** Makes a job of what the filter finds now. */
  start(jobId: string, filter: ReplayFilter, act: Act): Promise<ReplayJob>
  job(jobId: string): Promise<ReplayJob | undefined>
  /** Newest first. */
  jobs(limit: number): Promise<readonly ReplayJob[]>
  /** `false` when it had ended. What was replayed stays so. */
  cancelJob(jobId: string, act: Act): Promise<boolean>

  /** Takes the oldest job that runs and that nobody has, for `leaseMs`; at most `limit` items of it. */
  takePart(by: string, now: Date, leaseMs: number, limit: number): Promise<ReplayPart | undefined>
  /**
   * The delivery is due now, with the bytes and the id it had, for up to a week more unless its message says less. `passed` when it had changed
   * meanwhile, `lost` when the job was cancelled or is another process's now.
   */
  replay(part: ReplayPart, item: ReplayItem, by: string, now: Date): Promise<'replayed' | 'passed' | 'lost'>
  /** Everything was reached. */
  finish(part: ReplayPart, by: string, now: Date): Promise<void>
}

/** How long a replayed delivery is tried at least. */
export const REPLAY_VALIDITY_MS = 7 * 86_400_000
