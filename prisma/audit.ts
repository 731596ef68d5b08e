/** Writing and checking the audit trail. */
import type { Pool } from 'pg'
import type { Role } from '#core/console/roles.ts'
import type { ErrorCode } from '#core/errors.ts'
import { type AuditLink, type ChainEnd, EMPTY, entryOf, follow, sameEnd } from '#core/evidence/chain.ts'
import type { PartyId } from '#core/message.ts'
import type { AuditEvent } from '#core/ports.ts'
import { auditable } from './auditable.ts'
import { run, statement } from './pool.ts'

/**
 * The end of a statement that records something: one audit link for each row of `source`, a CTE that has at most one.
 * Takes the parameters of `audited`; gives back one row when it was recorded.
 */
export function auditing(source: string): string {
  return `${chaining(source)}
  ${LINKING}`
}

/** The same as CTEs, for a statement that goes on: `linked` has one row when it was recorded. */
export function auditingAside(source: string): string {
  return `${chaining(source)}, linked AS (${LINKING})`
}

const chaining = (source: string): string => `chained AS (
    INSERT INTO audit_chain AS chain (party, lane, length, head)
    SELECT :auditParty::text, current_setting('korpu.lane')::int, 1, sha256(:auditEntry::bytea) FROM ${source}
    ON CONFLICT (party, lane) DO UPDATE SET length = chain.length + 1, head = sha256(chain.head || :auditEntry::bytea)
    RETURNING party, lane, length, head
  )`

const LINKING = `INSERT INTO audit_link (party, lane, number, head, event, at, message_id, delivery_id, digest, code, by, reason, role, session, object)
  SELECT party, lane, length, head, :auditEvent::text, :auditAt::timestamptz, :auditMessageId::uuid, :auditDeliveryId::uuid,
    :auditDigest::text, :auditCode::text, :auditBy::text, :auditReason::text,
    :auditRole::text, :auditSession::text, :auditObject::text
  FROM chained
  RETURNING number`

export function audited(event: AuditEvent): object {
  const kept = auditable(event)
  return {
    auditParty: kept.party,
    auditEntry: entryOf(kept),
    auditEvent: kept.event,
    auditAt: kept.at,
    auditMessageId: kept.messageId,
    auditDeliveryId: kept.deliveryId,
    auditDigest: kept.digest,
    auditCode: kept.code,
    auditBy: kept.by,
    auditReason: kept.reason,
    auditRole: kept.role,
    auditSession: kept.session,
    auditObject: kept.object,
  }
}

const RECORD = statement('record', `WITH one AS (SELECT), ${auditing('one')}`)

/** An event that changes nothing else. */
export async function record(pool: Pool, audit: AuditEvent): Promise<void> {
  await run(pool, RECORD, audited(audit))
}

const CHAINS = statement('chains', 'SELECT party, lane, length::float8 AS length, head FROM audit_chain ORDER BY party, lane')
/** The columns of `LinkRow`. */
export const LINK =
  'party, lane, number::float8 AS number, head, event, at, message_id, delivery_id, digest, code, by, reason, role, session, object'

const LINKS = statement(
  'links',
  `SELECT ${LINK}
  FROM audit_link WHERE party = :party AND lane = :lane AND number > :after ORDER BY number LIMIT 1000`,
)

interface Chain extends ChainEnd {
  readonly party: PartyId
  readonly lane: number
}

export interface LinkRow {
  readonly party: PartyId
  readonly lane: number
  readonly number: number
  readonly head: Uint8Array
  readonly event: string
  readonly at: Date
  readonly message_id: string | null
  readonly delivery_id: string | null
  readonly digest: string | null
  readonly code: ErrorCode | null
  readonly by: string | null
  readonly reason: string | null
  readonly role: Role | null
  readonly session: string | null
  readonly object: string | null
}

export interface AuditVerdict {
  readonly chains: number
  readonly links: number
  /** The first link that does not hold, in each chain that is broken. */
  readonly broken: readonly { readonly party: PartyId; readonly lane: number; readonly number: number }[]
}

/** Recomputes every chain from its first link to its end, 1000 links at a time. Throws soon after the signal. */
export async function verifyAudit(pool: Pool, signal?: AbortSignal): Promise<AuditVerdict> {
  const chains = await run<Chain>(pool, CHAINS, {})
  const broken = []
  for (const chain of chains) {
    const number = await firstBroken(pool, chain, signal)
    if (number !== undefined) broken.push({ party: chain.party, lane: chain.lane, number })
  }
  return { chains: chains.length, links: chains.reduce((sum, { length }) => sum + length, 0), broken }
}

/** A chain may have grown since its end was read: the links up to that end are judged. */
async function firstBroken(pool: Pool, chain: Chain, signal: AbortSignal | undefined): Promise<number | undefined> {
  let end: ChainEnd = EMPTY
  while (end.length < chain.length) {
    signal?.throwIfAborted()
    const page = await run<LinkRow>(pool, LINKS, { party: chain.party, lane: chain.lane, after: end.length })
    const next = follow(end, page.map(linkOf).slice(0, chain.length - end.length))
    if ('broken' in next) return next.broken
    if (next.length === end.length) return end.length + 1
    end = next
  }
  return sameEnd(end, chain) ? undefined : chain.length
}

export function linkOf({ message_id, delivery_id, digest, code, by, reason, role, session, object, ...row }: LinkRow): AuditLink {
  return {
    ...row,
    ...(message_id !== null && { messageId: message_id }),
    ...(delivery_id !== null && { deliveryId: delivery_id }),
    ...(digest !== null && { digest }),
    ...(code !== null && { code }),
    ...(by !== null && { by }),
    ...(reason !== null && { reason }),
    ...(role !== null && { role }),
    ...(session !== null && { session }),
    ...(object !== null && { object }),
  }
}
