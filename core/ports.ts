/** What the hub needs from the world outside. Each port has a contract suite in `test/` that every implementation passes. */
import type { KeyObject } from 'node:crypto'
import type { PersonCategoryCode } from '#schemas/generated/types.ts'
import type { StoredClock } from './clocks/clock.ts'
import type { Role } from './console/roles.ts'
import type { DirectoryData } from './directory.ts'
import type { Erased, Erasure } from './erasure.ts'
import type { ErrorCode } from './errors.ts'
import type { AuditLink } from './evidence/chain.ts'
import type { EvidenceRecord } from './evidence/record.ts'
import type { LabDesk } from './lab/desk.ts'
import type { DeliveryState, Flag, MediaType, MessageType, PartyId, SeenFlag, SignedDocument, Transport } from './message.ts'
import type { RevocationDesk } from './revocation.ts'
import type { Certificate } from './signature/certificate.ts'
import type { SigningKey } from './signature/key.ts'
import type { RecordedCase, Said } from './statistics/recorded.ts'
import type { Timestamps } from './timestamps.ts'

export interface Clock {
  now(): Date
}

export interface Ids {
  /** Lower-case UUID version 7: sorts by time. */
  uuid(): string
  /** 128 random bits, base64url. */
  nonce(): string
}

/** One wide line per act. Fields are a whitelist: ids, parties, types, codes, counts, durations. Never content, names of people or signatures. */
export interface Log {
  info(event: string, fields: LogFields): void
  warn(event: string, fields: LogFields): void
  error(event: string, fields: LogFields, cause?: unknown): void
}
export interface LogFields {
  /** Of the hub, as in the audit trail. */
  readonly process?: string
  readonly requestId?: string
  readonly messageId?: string
  readonly conversationId?: string
  readonly deliveryId?: string
  readonly party?: PartyId
  readonly to?: PartyId
  readonly type?: string
  /** Row of a rule set. */
  readonly limit?: string
  readonly code?: ErrorCode
  readonly stage?: string
  readonly state?: string
  readonly attempt?: number
  readonly count?: number
  /** How many places of the message rules have flagged. */
  readonly flags?: number
  readonly status?: number
  readonly durationMs?: number
}

/** A key that wraps the data keys of what the store keeps (AES-256). Its id says nothing about it. */
export interface StoreKey {
  readonly id: string
  readonly secret: KeyObject
}

export interface StoreKeys {
  /** Wraps what is new. */
  readonly newest: StoreKey
  /** `undefined` where it is not among those that this process may use. */
  find(id: string): StoreKey | undefined
}

/** The hub's own keys. */
export interface Keys {
  /** Signs what leaves the hub now; under a treaty that has a key of its own, with that one. */
  signing(agreement?: string): SigningKey
  /** All of them: those that sign now, those that will, and those that did. */
  own(): readonly OwnKey[]
}

export interface OwnKey {
  readonly certificate: Certificate
  /** Since when it signs, or from when on it will. */
  readonly from: Date
  /** Treaties under which alone it signs; empty for all. */
  readonly agreements: readonly string[]
  /** It can; else it only verifies what it signed before. */
  readonly signs: boolean
}

// --- Store ---------------------------------------------------------------------------------------------------------

/** An event of the audit trail; a link of the hash chain of its party. Names are those of ETSI EN 319 522 where one fits. */
export interface AuditEvent {
  readonly event: string
  readonly party: PartyId
  readonly at: Date
  readonly messageId?: string
  readonly deliveryId?: string
  readonly digest?: string
  readonly code?: ErrorCode
  /** Who did it: a hub process, or an operator. */
  readonly by?: string
  /** Why an operator did it, in his words. Names nobody. */
  readonly reason?: string
  /** As whom, and in which session of the console. */
  readonly role?: Role
  readonly session?: string
  /** What it was done to, where that is neither message nor delivery: an account, a request for approval, a view. Names nobody but accounts. */
  readonly object?: string
}

export interface StoredReceipt {
  /** SHA-256 of the message's bytes when it was accepted. */
  readonly digest: string
  readonly receipt: SignedDocument
}

export interface Conversation {
  readonly id: string
  readonly agreement: string
  /** The parties that may send in it. */
  readonly participants: readonly PartyId[]
  readonly state: string
  /** How many messages it holds; the next one gets number `length + 1`. Guards against two messages judged on the same state. */
  readonly length: number
  /** The messages so far, in order, as much of them as rules need. */
  readonly history: readonly { readonly messageId: string; readonly type: MessageType; readonly from: PartyId; readonly to: PartyId }[]
}

/** A conversation with what limits its time. */
export interface CaseRecord extends Conversation {
  /** Version of the rule set `agreement` that counts since the case started; `undefined` where the hub has no such rule set. */
  readonly ruleSetVersion: number | undefined
  /** Of the person it is about, where a message has said so. */
  readonly category: PersonCategoryCode | undefined
  /** Its clocks, but for those that have stopped. */
  readonly clocks: readonly StoredClock[]
  /** Grows whenever a clock changes. Guards as `length` does: two who saw the same clocks cannot both move them. */
  readonly clockRevision: number
}

export interface NewMessage {
  readonly messageId: string
  readonly conversationId: string
  readonly inReplyTo: string | undefined
  readonly from: PartyId
  readonly to: PartyId
  readonly type: MessageType
  readonly version: string
  readonly agreement: string
  readonly createdAt: Date
  readonly expiresAt: Date | undefined
  readonly receivedAt: Date
  readonly signedAt: Date
  readonly signerSha256: string
  readonly mediaType: MediaType
  readonly digest: string
  readonly signatureDigest: string | undefined
  readonly contentDigest: string
  /** Exact bytes as they arrived, and the signature beside them. */
  readonly original: Uint8Array
  readonly signature: string | undefined
  /** The message in RFC 8785 form without `contentDigest`: what `contentDigest` is the digest of. */
  readonly content: Uint8Array
  /** What of it statistics count, where they count it. */
  readonly facts: Said | undefined
  readonly flags: readonly Flag[]
  /** The act that accepted it, as W3C `traceparent`: all attempts go on with it. */
  readonly trace: string | undefined
}

export interface NewDelivery {
  readonly deliveryId: string
  readonly party: PartyId
  /** Of the party when the message was accepted; a delivery goes the way that the party has when it goes. */
  readonly transport: Transport
  readonly dueAt: Date
  /** No attempt starts after this. */
  readonly expiresAt: Date
}

export interface Acceptance {
  readonly message: NewMessage
  readonly receipt: SignedDocument & { readonly receiptId: string }
  readonly deliveries: readonly NewDelivery[]
  /** Messages of the same sender in the same case whose contents it asks to erase. */
  readonly erasures: readonly string[]
  /** Case references that it gives, as they are compared (`referencesOf`): by these its case is found. */
  readonly references: readonly string[]
  /** Ids of the attachments that it names: from now on they are kept as long as the message is. */
  readonly attachments: readonly string[]
  /** `length` and `clockRevision` are what was seen; length 0 opens the conversation. The rest is what follows; the rule set's version stays the first. */
  readonly conversation: Omit<CaseRecord, 'history' | 'clocks'>
  /** Those that it starts or changes. */
  readonly clocks: readonly StoredClock[]
  readonly audit: AuditEvent
}

/** What a process asks for that wants to deliver at once what it stores. */
export interface Lease {
  /** One of the acceptance, to a party that is pushed to. */
  readonly deliveryId: string
  readonly party: PartyId
  readonly by: string
  readonly until: Date
  readonly document: SignedDocument
  readonly contentDigest: string
}

/** A message of the hub's own (delivery-notice); joins its conversation without a state check. */
export interface HubMessage {
  readonly message: Omit<
    NewMessage,
    'original' | 'signature' | 'digest' | 'signatureDigest' | 'mediaType' | 'signedAt' | 'signerSha256' | 'receivedAt' | 'flags' | 'trace'
  >
  readonly delivery: NewDelivery
}

/** What a hand-over does to the clocks of the case, judged on `clockRevision`. */
export interface ClockMoves extends Pick<CaseRecord, 'clockRevision'> {
  readonly conversationId: string
  /** Those that change. */
  readonly clocks: readonly StoredClock[]
}

/** Time has passed in a case. `length` and `clockRevision` are what was seen, `state` is the one that follows. */
export interface TimeStep {
  readonly conversation: Pick<CaseRecord, 'id' | 'state' | 'length' | 'clockRevision'>
  /** Those that change. */
  readonly clocks: readonly StoredClock[]
  /** Absent when nobody has to know. */
  readonly audit?: AuditEvent
  /** What the hub says to both sides about it. */
  readonly notice?: { readonly message: HubMessage['message']; readonly deliveries: readonly NewDelivery[] }
}

/** A delivery that this process holds until `leaseMs` runs out. */
export interface ClaimedDelivery {
  readonly deliveryId: string
  readonly party: PartyId
  readonly messageId: string
  readonly conversationId: string
  readonly from: PartyId
  readonly to: PartyId
  readonly type: MessageType
  /** 1 for the first. */
  readonly attempt: number
  /** The same, counted from its last replay: what its retry schedule goes by. */
  readonly tries: number
  /** It was replayed after its author may have been told that it is dead or expired. */
  readonly reopened: boolean
  /** Attempts in a row that came to no end, this one included: more than 1 when a process died over it, or the hub itself broke. */
  readonly unended: number
  /** Which probe of its silent party this is, 1 for the first; `undefined` while the party answers. */
  readonly probe: number | undefined
  readonly expiresAt: Date
  readonly content: Uint8Array
  /** Of the message, and once its bytes were made of the version that they are in. */
  readonly contentDigest: string
  /** The signed bytes, once they were made: every attempt sends these. */
  readonly encoded: SignedDocument | undefined
  /** As the message was stored with it. */
  readonly trace: string | undefined
}

/** How an attempt, or a party's receipt, leaves a delivery. */
export type Outcome =
  | {
      readonly state: 'delivered'
      readonly receipt: SignedDocument
      readonly receiptId: string
      /** SHA-256 of the bytes that were handed over. */
      readonly digest: string
      readonly at: Date
    }
  | { readonly state: 'sent'; readonly dueAt: Date }
  | { readonly state: 'retrying'; readonly dueAt: Date; readonly code: ErrorCode }
  /** Due when what holds it is over. `holds` the party when it lets the hub in no more, the delivery alone when that one breaks the hub. */
  | { readonly state: 'held'; readonly code: ErrorCode; readonly dueAt: Date; readonly holds: 'party' | 'delivery' }
  | { readonly state: 'dead'; readonly code: ErrorCode; readonly receipt?: SignedDocument; readonly receiptId?: string }
  | { readonly state: 'expired'; readonly code: ErrorCode }

export interface Attempt {
  readonly startedAt: Date
  readonly durationMs: number
  /** HTTP status of the answer, where there was one. */
  readonly status: number | undefined
  readonly end: AttemptEnd
}

/**
 * - `answered`: the party took or refused it
 * - `silent`: nothing came back, or the wish to be left alone for a while (408, 429, 5xx)
 * - `unsent`: nothing was sent
 * - `broken`: the hub itself broke
 */
export type AttemptEnd = 'answered' | 'silent' | 'unsent' | 'broken'

export interface DeliveryRecord {
  readonly deliveryId: string
  readonly party: PartyId
  readonly transport: Transport
  readonly state: DeliveryState
  readonly attempts: number
  readonly code: ErrorCode | undefined
  readonly deliveredAt: Date | undefined
  readonly messageId: string
  readonly conversationId: string
  readonly from: PartyId
  readonly to: PartyId
  readonly type: MessageType
  /** SHA-256 of the bytes that were sent and their detached signature; `undefined` before they were made. `contentDigest` is as in `ClaimedDelivery`. */
  readonly digest: string | undefined
  readonly signatureDigest: string | undefined
  readonly contentDigest: string
  readonly receiptId: string | undefined
  /** It was replayed after its author may have been told that it is dead or expired. */
  readonly reopened: boolean
}

export interface MessageRecord {
  readonly messageId: string
  readonly conversationId: string
  readonly from: PartyId
  readonly to: PartyId
  readonly type: MessageType
  readonly receivedAt: Date
  /** When and under which rule its content was erased. */
  readonly erased: Erased | undefined
  /** All of them for the sender, only their own for recipients. What waits behind a dead one is shown as held, with PREDECESSOR_DEAD. */
  readonly deliveries: readonly DeliveryRecord[]
  readonly receipt: SignedDocument | undefined
  /** With their paths for the sender alone. */
  readonly flags: readonly SeenFlag[]
  /** What happened to it, as far as the viewer may know, oldest first. */
  readonly timeline: readonly Happening[]
}

/** An event of the audit trail about one message. */
export interface Happening {
  readonly at: Date
  readonly event: string
  readonly party: PartyId
  readonly deliveryId: string | undefined
  readonly code: ErrorCode | undefined
}

export interface WaitingDelivery {
  readonly deliveryId: string
  readonly messageId: string
  readonly conversationId: string
  readonly from: PartyId
  readonly type: MessageType
  readonly waitingSince: Date
  readonly leasedUntil: Date | undefined
}

/** Room for a binary that is about to arrive. Every upload is stored by itself: nobody can tell whether another party has the same. */
export interface NewAttachment {
  readonly attachmentId: string
  readonly party: PartyId
  /** What its bytes are said to hash to. */
  readonly digest: string
  /** In bytes: what may arrive at most. */
  readonly size: number
  /** An upload that has not ended by then is removed. */
  readonly expiresAt: Date
}

export interface StoredAttachment {
  readonly attachmentId: string
  readonly digest: string
  readonly size: number
  readonly mediaType: string
}

/** Binaries beside messages, in chunks, so that nobody ever holds a whole one in memory. */
export interface Attachments {
  /** Reserves room. `full`: with this one, all that the party uploaded and named in no message yet would exceed `quotaBytes`. */
  begin(upload: NewAttachment, quotaBytes: number): Promise<'begun' | 'full'>
  /** The next chunk, from 0 on. When this resolves, the caller may use `bytes` again. */
  append(attachmentId: string, number: number, bytes: Uint8Array): Promise<void>
  /** All has arrived and is what it should be; until a message names it, it expires. Takes the place of an unnamed upload of the same. */
  finish(attachmentId: string, arrived: { readonly size: number; readonly mediaType: string; readonly expiresAt: Date }): Promise<void>
  /** Leaves nothing of an upload; one that a message names stays. */
  drop(attachmentId: string): Promise<void>
  /** Of these digests those that the party uploaded, or that a message names that was sent to it; one for each. */
  find(party: PartyId, digests: readonly string[]): Promise<readonly StoredAttachment[]>
  chunk(attachmentId: string, number: number): Promise<Uint8Array | undefined>
  /** Removes what expired by `now` and no message names; how many there were. */
  expire(now: Date, limit: number): Promise<number>
}

/**
 * Which parties are silent, known to all hub processes at once. After enough failures in a row `claim` gives one probe at a time; an attempt that
 * was answered ends it (`settle`).
 */
export interface Breakers {
  /** An attempt without an answer. `opened` for the one that made it too many; from then on the next probe is due at `probeAt`. */
  failed(
    party: PartyId,
    failure: { readonly at: Date; readonly limit: number; readonly probe: number | undefined; readonly probeAt: Date },
  ): Promise<'opened' | 'counted'>
  /** A probe was not sent after all: another delivery may be the next one. */
  unsent(party: PartyId, at: Date): Promise<void>
}

/** Links of one chain that follow each other: leaves of one tree, in this order. */
export interface Span {
  readonly party: PartyId
  readonly lane: number
  readonly first: number
  readonly last: number
}

/** A signed statement about the spans that it covers (see tree-head.ts). */
export interface StoredTreeHead {
  /** From 1, without gaps. */
  readonly number: number
  readonly at: Date
  readonly bytes: Uint8Array
  readonly signature: string
}

/** Tree heads over the chains of the audit trail. Any number of processes make them: of two that make the same one, one is told so. */
export interface TreeHeads {
  newest(): Promise<StoredTreeHead | undefined>
  /** Links that no tree head covers, at most `limit` of them. Asked for after `newest`, so that a head made meanwhile is noticed by `add`. */
  open(limit: number): Promise<readonly Span[]>
  /** Heads of the chains after each link of the spans: the leaves of their tree. */
  ends(spans: readonly Span[]): Promise<readonly Uint8Array[]>
  /** The tree head over a link, and which of its leaves the link is. */
  covering(
    link: Pick<AuditLink, 'party' | 'lane' | 'number'>,
  ): Promise<{ readonly head: StoredTreeHead; readonly spans: readonly Span[]; readonly index: number } | undefined>
  /** `false`: there is one of that number. */
  add(head: StoredTreeHead, spans: readonly Span[]): Promise<boolean>
}

/** Parties, certificates, agreements as stored; `revision` grows with every change. */
export interface Store {
  directory(): Promise<DirectoryData>
  directoryRevision(): Promise<number>

  /** What is known before a message is judged: the receipt first given for this id, and the conversation. One round trip. */
  known(
    from: PartyId,
    messageId: string,
    conversationId: string,
  ): Promise<{ readonly first: StoredReceipt | undefined; readonly conversation: CaseRecord | undefined }>

  /**
   * Message, deliveries (the outbox), receipt, conversation, clocks and audit link in one transaction.
   * `moved`: the conversation or its clocks are not what the rules saw, or an attachment expired meanwhile; judge again. `known`: this id was accepted meanwhile, look again.
   * `leased`: accepted, and its delivery is leased as `lease` asks, with the bytes of its first attempt; not where its party is silent, or an earlier
   * delivery to it in the conversation is not delivered.
   */
  accept(acceptance: Acceptance, lease?: Lease): Promise<'accepted' | 'leased' | 'moved' | 'known'>

  readonly attachments: Attachments

  readonly breakers: Breakers

  readonly erasure: Erasure

  readonly treeHeads: TreeHeads

  readonly timestamps: Timestamps

  readonly revocation: RevocationDesk

  readonly lab: LabDesk

  /** What is kept about a message, as far as the viewer may have it; without a viewer as far as its sender may. */
  evidence(messageId: string, viewer: PartyId | undefined): Promise<EvidenceRecord | undefined>

  /** A refusal given to a proven party. */
  refused(audit: AuditEvent): Promise<void>

  /**
   * Deliveries to these parties that are due, head of their conversation for their party, and not leased; at most `free` a lane, oldest first.
   * They are leased to `by` for `leaseMs`: whoever dies frees them by dying. Of a silent party one alone, the next probe, when that is due.
   */
  claim(
    lanes: readonly { readonly party: PartyId; readonly free: number }[],
    by: string,
    now: Date,
    leaseMs: number,
  ): Promise<readonly ClaimedDelivery[]>

  /** Whether at least `count` deliveries of messages from one party wait for another. */
  backlogReaches(from: PartyId, to: PartyId, count: number): Promise<boolean>

  /** Gives back what a process has leased and does not have in hand (any more), as if it had not been taken; how many there were. */
  handBack(by: string, now: Date, inHand?: readonly string[]): Promise<number>

  /** Unsettled deliveries whose `expiresAt` lies behind and that no attempt has in hand, oldest first. */
  overdue(now: Date, limit: number): Promise<readonly ClaimedDelivery[]>

  /**
   * What waits behind a dead delivery is not due before `until`, so that claims need not look at it; replaying, giving up or receipting the dead one
   * makes it due at once. Looks behind at most `limit` dead ones, each again at `until`; how many there were.
   */
  standAside(now: Date, until: Date, limit: number): Promise<number>

  /** The signed bytes of a delivery, durable before they are sent for the first time. Answers with the bytes that hold: the first stored ones win. */
  encoded(deliveryId: string, document: SignedDocument, contentDigest: string): Promise<SignedDocument>

  /**
   * Ends an attempt, or lets a receipt end the delivery. Outcome, attempt, audit link, clocks and the hub's notice in one transaction.
   * `late`: the delivery was already settled otherwise (delivered never changes; a valid receipt turns dead, expired and cancelled into delivered).
   * `moved`: the clocks of the case are not those that `clocks` was judged on; nothing was settled.
   */
  settle(
    deliveryId: string,
    outcome: Outcome,
    more: { readonly attempt?: Attempt; readonly audit: AuditEvent; readonly notice?: HubMessage; readonly clocks?: ClockMoves },
  ): Promise<'settled' | 'late' | 'moved'>

  /** Whether `by` alone, of all processes, may do `what` for `leaseMs` from now on. Asked again it keeps its turn; 0 gives it back. */
  turn(what: string, by: string, now: Date, leaseMs: number): Promise<boolean>

  conversation(id: string): Promise<CaseRecord | undefined>

  /** Conversations with a clock whose `lookAt` has come, oldest first. */
  due(now: Date, limit: number): Promise<readonly string[]>

  /** All of it in one transaction, or nothing: `moved` means that the conversation or its clocks are not what was seen. */
  pass(step: TimeStep): Promise<'passed' | 'moved'>

  delivery(deliveryId: string): Promise<DeliveryRecord | undefined>
  message(messageId: string, viewer: PartyId): Promise<MessageRecord | undefined>

  /** Mailbox: heads of conversations that wait for the party, oldest first. Whether it pulls, the flows know. */
  waiting(party: PartyId, limit: number, now: Date): Promise<readonly WaitingDelivery[]>
  /** Takes one delivery out of the mailbox for `leaseMs`: it is the party that holds it, not a process. */
  lease(party: PartyId, deliveryId: string, now: Date, leaseMs: number): Promise<ClaimedDelivery | 'taken' | 'settled' | 'absent'>

  close(): Promise<void>
}

/** Stored facts for statistics: codes, counts and times, and nothing that names a person. They outlive the contents that they were read from. */
export interface Statistics {
  /** All cases that were opened before `until`, with what was accepted or followed before `until`; always in the same order. */
  cases(until: Date): AsyncIterable<RecordedCase>
}

// --- Ways to a party -----------------------------------------------------------------------------------------------

export interface Answer {
  /** As in HTTP; 202 also where a broker has taken it over and the receipt follows. */
  readonly status: number
  readonly mediaType: string | undefined
  readonly bytes: Uint8Array
  /** The `JWS-Signature` header. */
  readonly signature: string | undefined
  readonly retryAfterS: number | undefined
}

/** Sends the signed bytes of a delivery; throws when there is no answer. */
export interface PushTransport {
  push(request: {
    readonly party: PartyId
    readonly deliveryId: string
    readonly messageId: string
    readonly document: SignedDocument
    /** W3C `traceparent` of the attempt, where it is traced. */
    readonly trace: string | undefined
    readonly timeoutMs: number
  }): Promise<Answer>
  close(): Promise<void>
}

/** Those that this hub has. What is not there (`mailbox` never is), the party fetches. */
export type Transports = Readonly<Partial<Record<Transport, PushTransport>>>

/** Tells that something fell due. Only a hint: what is due stands in the store. */
export interface Wake {
  /** Something may be due: dispatch looks, and so do the mailboxes of these parties, in whichever process they are asked for. */
  notify(...parties: readonly PartyId[]): void
  /** Resolves when something may be due for the party, when `ms` are over, or when nobody waits any more. */
  wait(party: PartyId, ms: number, gone: AbortSignal): Promise<void>
}
