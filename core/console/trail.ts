/** The audit trail as people read it: who did what, when and why; and what the hub itself wrote down. */
import type { AuditLink } from '#core/evidence/chain.ts'
import type { PartyId } from '#core/message.ts'
import type { AuditEvent } from '#core/ports.ts'
import type { Asked, Page } from './reading.ts'
import type { Verdict } from './verifying.ts'

export interface TrailFilter {
  /** What people did, without the daily way of messages. */
  readonly acts?: boolean | undefined
  readonly by?: string | undefined
  /** Its name, or how it begins where it goes on after a blank. */
  readonly event?: string | undefined
  readonly party?: PartyId | undefined
  readonly messageId?: string | undefined
  readonly since?: Date | undefined
  readonly until?: Date | undefined
}

/** A link; its head in lower-case hex. */
export type TrailRow = Omit<AuditLink, 'head'> & { readonly head: string }

export interface Trail {
  links(filter: TrailFilter, asked: Asked): Promise<Page<TrailRow>>
  /** Writes down what changes nothing else. */
  record(event: AuditEvent): Promise<void>
  /** Recomputes every chain. Throws soon after the signal. */
  verify(signal?: AbortSignal): Promise<Verdict>
}
