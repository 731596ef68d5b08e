/** The hash chain of the audit trail: what a link says, and how one end follows from the other. */
import { hash } from 'node:crypto'
import type { AuditEvent } from '#core/ports.ts'

/** One entry of a chain. Chains run side by side, one a party and lane. */
export interface AuditLink extends AuditEvent {
  readonly lane: number
  /** In its chain, from 1. */
  readonly number: number
  readonly head: Uint8Array
}

export interface ChainEnd {
  readonly length: number
  /** SHA-256, 32 bytes; none while the chain is empty. */
  readonly head: Uint8Array
}

export const EMPTY: ChainEnd = { length: 0, head: new Uint8Array() }

/** SHA-256 of the event in RFC 8785 form, 32 bytes. All its values are strings, so that sorted members are all there is to do. */
export function entryOf(event: AuditEvent): Buffer {
  const members = {
    at: event.at.toISOString(),
    by: event.by,
    code: event.code,
    deliveryId: event.deliveryId,
    digest: event.digest,
    event: event.event,
    messageId: event.messageId,
    object: event.object,
    party: event.party,
    reason: event.reason,
    role: event.role,
    session: event.session,
  }
  return hash('sha256', JSON.stringify(members), 'buffer')
}

export function endAfter(end: ChainEnd, event: AuditEvent): ChainEnd {
  return endAfterEntry(end, entryOf(event))
}

/** The same, where of the event only its SHA-256 is known. */
export function endAfterEntry({ length, head }: ChainEnd, entry: Uint8Array): ChainEnd {
  return { length: length + 1, head: hash('sha256', Buffer.concat([head, entry]), 'buffer') }
}

/** Follows a chain over its next links. `broken` is the number of the first that does not hold: changed, missing or out of place. */
export function follow(start: ChainEnd, links: readonly AuditLink[]): ChainEnd | { readonly broken: number } {
  let end = start
  for (const link of links) {
    end = endAfter(end, link)
    if (!sameEnd(end, { length: link.number, head: link.head })) return { broken: end.length }
  }
  return end
}

export function sameEnd(one: ChainEnd, other: ChainEnd): boolean {
  return one.length === other.length && Buffer.compare(one.head, other.head) === 0
}
