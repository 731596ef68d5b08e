/**
 * How the hub is watched. An act (a message taken, an attempt made, a receipt taken) is timed as a whole and stage by stage, counted by how it
 * ended, and traced where tracing is on. Stages follow the order of the contract; what stands between them is quick.
 */
import type { LogFields } from './ports.ts'

export type Act = 'receive' | 'deliver' | 'acknowledge'

/** `verify` includes parsing (one parser a message), `deliver` is the way to the party and back. */
export type WatchedStage =
  | 'verify'
  | 'envelope'
  | 'duplicate'
  | 'trust'
  | 'schema'
  | 'rules'
  | 'attachments'
  | 'route'
  | 'sign'
  | 'store'
  | 'map'
  | 'deliver'
  | 'receipt'

/** A whitelist, as for the log: never content, names of people or signatures. Noted once they are proven, so that nobody can smuggle in values. */
export interface ActFacts
  extends Pick<
    LogFields,
    'requestId' | 'messageId' | 'conversationId' | 'deliveryId' | 'party' | 'to' | 'type' | 'code' | 'attempt' | 'status'
  > {
  /** How it ended: `accepted`, `repeated`, `recovered`, or the state in which it leaves a delivery. What is thrown is `refused` or `failed`. */
  readonly outcome?: string
}

/** An act that is under way. */
export interface Watched {
  /** W3C `traceparent` to pass on; `undefined` where nothing is traced. */
  readonly trace: string | undefined
  stage<T>(name: WatchedStage, work: () => T): T
  note(facts: ActFacts): void
}

/** Where an act comes from, as `traceparent`: it goes on with `parent`, which is the hub's own; `caller` is only remembered, for it is a stranger's. */
export interface Origin {
  readonly parent?: string | undefined
  readonly caller?: string | undefined
}

export interface Watch {
  act<T>(name: Act, origin: Origin, work: (watched: Watched) => Promise<T>): Promise<T>
}

/** Nobody looks. */
export const UNWATCHED: Watched = { trace: undefined, stage: (_, work) => work(), note: () => undefined }
