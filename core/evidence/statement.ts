/** What the hub says in a container about a message: which bytes came in, which content they have, which bytes went out, and what happened. */
import type { PartyId } from '#core/message.ts'
import type { StoredAttachment } from '#core/ports.ts'
import { attachmentIn } from './files.ts'
import type { EvidenceDelivery, EvidenceLink, EvidenceRecord } from './record.ts'

export const FORMAT = 'korpu-evidence-1'

/** As it stands in `statement.json`: digests are SHA-256 in lower-case hex, times UTC. Names nobody. */
export interface Statement {
  readonly format: string
  readonly madeAt: string
  /** Whose copy this is: bytes are in it that this party sent or was sent, of all others only their digests. */
  readonly for: PartyId
  readonly titles: Readonly<Record<PartyId, string>>
  readonly message: StatedMessage
  readonly deliveries: readonly StatedDelivery[]
}

export interface StatedMessage {
  readonly messageId: string
  readonly conversationId: string
  readonly inReplyTo?: string
  readonly from: PartyId
  readonly to: PartyId
  readonly type: string
  readonly version: string
  readonly agreement: string
  readonly createdAt: string
  readonly receivedAt: string
  readonly contentDigest: string
  /** That it names beside itself. Absent when there are none, and once they are erased. */
  readonly attachments?: readonly StatedAttachment[]
  /** When the hub found that the certificate had been revoked before the message came. */
  readonly contestedAt?: string
  /** Since when the hub has its content no more, and why: the name of a retention rule, or what asked for it. */
  readonly erased?: { readonly at: string; readonly rule: string }
  /** Absent for messages of the hub itself. */
  readonly arrival?: {
    readonly mediaType: string
    readonly digest: string
    readonly signatureDigest?: string
    readonly signerSha256: string
    readonly signedAt: string
  }
}

export interface StatedAttachment {
  readonly digest: string
  /** In bytes. */
  readonly size: number
  readonly mediaType: string
  /** Where it is in the container; absent where it is there by its digest alone. */
  readonly file?: string
}

/** One mapping: the content of the message, in the version that this party takes, is what the bytes with `digest` say. */
export interface StatedDelivery {
  readonly deliveryId: string
  readonly party: PartyId
  readonly state: string
  readonly contentDigest: string
  readonly digest?: string
  readonly signatureDigest?: string
  readonly deliveredAt?: string
}

/** As its hash covers it: all values are text. */
export type StatedEvent = Readonly<Record<string, string>>

/** One link of the audit trail, with the way from it to a signed tree head. An operator's act is there by its hash alone: it names him. */
export interface Step {
  readonly lane: number
  readonly number: number
  /** Head of the chain before; absent for its first link. */
  readonly before?: string
  readonly event?: StatedEvent
  /** SHA-256 of the event in RFC 8785 form, where the event itself is left out. */
  readonly entry?: string
  readonly treeHead: number
  readonly index: number
  readonly path: readonly string[]
}

/** @param files names of the files that are in the container */
export function statementFor(
  record: EvidenceRecord,
  files: ReadonlySet<string>,
  titleOf: (party: PartyId) => string | undefined,
  madeAt: Date,
): Statement {
  const parties = [...new Set([record.from, record.to, ...record.deliveries.map(({ party }) => party)])]
  return {
    format: FORMAT,
    madeAt: madeAt.toISOString(),
    for: record.viewer,
    titles: Object.fromEntries(parties.map((party) => [party, titleOf(party) ?? party])),
    message: stated(record, files),
    deliveries: record.deliveries.map(statedDelivery),
  }
}

function stated({ arrival, contestedAt, erased, attachments, ...record }: EvidenceRecord, files: ReadonlySet<string>): StatedMessage {
  const { messageId, conversationId, inReplyTo, from, to, type, version, agreement, contentDigest } = record
  return {
    messageId,
    conversationId,
    ...(inReplyTo === undefined ? {} : { inReplyTo }),
    from,
    to,
    type,
    version,
    agreement,
    createdAt: record.createdAt.toISOString(),
    receivedAt: record.receivedAt.toISOString(),
    contentDigest,
    ...(attachments.length > 0 && { attachments: attachments.map((one) => statedAttachment(one, files)) }),
    ...(contestedAt && { contestedAt: contestedAt.toISOString() }),
    ...(erased && { erased: { at: erased.at.toISOString(), rule: erased.rule } }),
    ...(arrival && { arrival: { ...present(arrival), signedAt: arrival.signedAt.toISOString() } }),
  }
}

function statedAttachment({ digest, size, mediaType }: StoredAttachment, files: ReadonlySet<string>): StatedAttachment {
  const file = attachmentIn(digest, mediaType)
  return { digest, size, mediaType, ...(files.has(file) && { file }) }
}

function statedDelivery(delivery: EvidenceDelivery): StatedDelivery {
  const { deliveryId, party, state, contentDigest, digest, signatureDigest, deliveredAt } = delivery
  const at = deliveredAt && { deliveredAt: deliveredAt.toISOString() }
  return { ...present({ deliveryId, party, state, contentDigest, digest, signatureDigest }), ...at }
}

/** The event of a link as its hash covers it, unless it is the act of an operator: then who he is stays inside. */
export function eventOfLink(link: EvidenceLink): StatedEvent | undefined {
  const { event, party, messageId, deliveryId, digest, code, by, reason, session, object } = link
  return reason === undefined && session === undefined && object === undefined
    ? { at: link.at.toISOString(), ...present({ by, code, deliveryId, digest, event, messageId, party }) }
    : undefined
}

type Present<T> = { readonly [K in keyof T]: Exclude<T[K], undefined> }

/** Without members that have no value: JSON knows none. */
function present<T extends object>(value: T): Present<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Present<T>
}
