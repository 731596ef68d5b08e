/**
 * The partner lab: a session in which the hub treats a party as it will be treated in earnest, and worse, and looks at what the party does about it.
 *
 * - **session**: one run of all steps against one party
 * - **step**: one thing that a party must do, with what is expected and what happened, in English and Azerbaijani
 * - **test delivery**: a message of invented people in a marked conversation, signed by the hub, outside of all cases
 * - **way**: how test deliveries reach the party, the same as its messages will
 */
import type { Dialect } from '#core/adapter.ts'
import type { PartyRecord } from '#core/directory.ts'
import type { Hub } from '#core/hub.ts'
import type { MessageType, PartyId, SignedDocument, Transport } from '#core/message.ts'
import type { Answer, Ids } from '#core/ports.ts'
import type { SigningKey } from '#core/signature/key.ts'
import type { Words } from '#schemas/words.ts'
import type { LabDelivery } from './desk.ts'

/** What every conversation of the lab begins with: no UUID of version 4 or 7 does. A party may tell test deliveries by it. */
export const LAB_MARK = '7e57ab1e-0000-8000-'

export interface Lab {
  readonly labId: string
  readonly party: PartyRecord
  readonly dialect: Dialect
  readonly hub: Pick<Hub, 'dialects' | 'directory' | 'clock'>
  readonly ids: Ids
  /** The hub's own. */
  readonly signing: SigningKey
  /** Of nobody: no party knows its certificate. */
  readonly stranger: SigningKey
  /** Who seems to have written, and under which agreement. */
  readonly from: PartyId
  readonly ruleSet: string
  /** What the party is agreed to get and its dialect carries. */
  readonly types: readonly MessageType[]
  readonly way: LabWay
  /** Brings a binary to the hub that the party may fetch, and says what its digest is. */
  readonly attach: (bytes: Uint8Array, mediaType: string) => Promise<string>
}

export interface LabWay {
  readonly transport: Transport
  /** Brings a delivery to the party, and waits for what the party says to it. */
  deliver(delivery: LabDelivery, how?: LabHow): Promise<LabSaid>
  /** When the party fetched the attachment that the delivery names. */
  fetchedAt(deliveryId: string): Promise<Date | undefined>
  close(): Promise<void>
}

/** Otherwise than usual; what only a connection has, only a party feels that is pushed to. */
export interface LabHow {
  readonly client?: LabClient
  /** Breaks the connection off after so many bytes of the body. */
  readonly cutAfter?: number
  /** No receipt is hoped for: one that follows is not waited for as long. */
  readonly hopeless?: boolean
}

/** With which certificate the lab connects. */
export type LabClient = 'hub' | 'nobody' | 'stranger'

/** What a party says to a delivery. Without status there was no answer, and `why` says so. */
export interface LabSaid {
  readonly status: number | undefined
  readonly why: LabSilence | undefined
  readonly statement: SignedDocument | undefined
}

/** `tls`: the handshake failed; `unreachable`: no connection; `broken`: it ended before an answer; `late`: not within the time; `untaken`: left in the mailbox. */
export type LabSilence = 'tls' | 'unreachable' | 'broken' | 'late' | 'untaken'

/** One request to an endpoint, on a connection of its own. */
export interface LabLine {
  call(request: {
    readonly party: PartyRecord
    readonly client: LabClient
    readonly delivery: Pick<LabDelivery, 'deliveryId' | 'messageId' | 'document'>
    readonly labId: string
    readonly cutAfter: number | undefined
    readonly signal: AbortSignal
  }): Promise<Answer | LabSilence>
}

export interface Finding {
  readonly result: 'passed' | 'failed' | 'skipped'
  readonly happened: Words
}

export interface Step {
  /** Stable; scripts may rely on it. */
  readonly id: string
  readonly title: Words
  readonly expected: Words
  /** Ways on which it makes sense; all when left out. */
  readonly on?: readonly Transport[]
  /** Once this has failed nothing later is worth a look. */
  readonly vital?: true
  run(session: Session): Promise<Finding>
}

export interface Told extends Finding {
  readonly step: string
  readonly title: Words
  readonly expected: Words
  readonly durationMs: number
}

/** What one step leaves to the next. */
export interface Session {
  readonly lab: Lab
  /** The first delivery that the party took, and what it said to it. */
  first: { readonly delivery: LabDelivery; readonly statement: SignedDocument; readonly at: Date } | undefined
}

export const passed = (...happened: Words): Finding => ({ result: 'passed', happened })
export const failed = (...happened: Words): Finding => ({ result: 'failed', happened })
export const skipped = (...happened: Words): Finding => ({ result: 'skipped', happened })
