/** What the hub needs from the world outside. Each port has a contract suite in `test/` that every implementation passes. */
import type { PersonCategoryCode } from '#schemas/generated/types.ts'
import type { StoredClock } from './clocks/clock.ts'
import type { DirectoryData } from './directory.ts'
import type { ErrorCode } from './errors.ts'
import type { DeliveryState, MediaType, MessageType, PartyId, SignedDocument, Transport } from './message.ts'
import type { SigningKey } from './signature/key.ts'
import type { RecordedCase } from './statistics/recorded.ts'

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
  readonly status?: number
  readonly durationMs?: number
}

/** The hub's own keys. */
export interface Keys {
  /** Signs what leaves the hub. */
  signing(): SigningKey
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
}

export interface NewDelivery {
  readonly deliveryId: string
  readonly party: PartyId
  readonly transport: Transport
  readonly dueAt: Date
  /** No attempt starts after this. */
  readonly expiresAt: Date
}

export interface Acceptance {
  readonly message: NewMessage
  readonly receipt: SignedDocument & { readonly receiptId: string }
  readonly deliveries: readonly NewDelivery[]
  /** Ids of the attachments that it names: from now on they are kept as long as the message is. */
  readonly attachments: readonly string[]
  /** `length` and `clockRevision` are what was seen; length 0 opens the conversation. The rest is what follows; the rule set's version stays the first. */
  readonly conversation: Omit<CaseRecord, 'history' | 'clocks'>
  /** Those that it starts or changes. */
  readonly clocks: readonly StoredClock[]
  readonly audit: AuditEvent
}

/** A message of the hub's own (delivery-notice); joins its conversation without a state check. */
export interface HubMessage {
  readonly message: Omit<
    NewMessage,
    'original' | 'signature' | 'digest' | 'signatureDigest' | 'mediaType' | 'signedAt' | 'signerSha256' | 'receivedAt'
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
  readonly expiresAt: Date
  readonly content: Uint8Array
  readonly contentDigest: string
  /** The signed bytes, once they were made: every attempt sends these. */
  readonly encoded: SignedDocument | undefined
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
  | { readonly state: 'held'; readonly code: ErrorCode; readonly dueAt: Date }
  | { readonly state: 'dead'; readonly code: ErrorCode; readonly receipt?: SignedDocument; readonly receiptId?: string }
  | { readonly state: 'expired'; readonly code: ErrorCode }

export interface Attempt {
  readonly startedAt: Date
  readonly durationMs: number
  /** HTTP status of the answer, where there was one. */
  readonly status: number | undefined
}

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
  /** SHA-256 of the bytes that were sent, their detached signature and content; `undefined` before they were made. */
  readonly digest: string | undefined
  readonly signatureDigest: string | undefined
  readonly contentDigest: string
  readonly receiptId: string | undefined
}

export interface MessageRecord {
  readonly messageId: string
  readonly conversationId: string
  readonly from: PartyId
  readonly to: PartyId
  readonly type: MessageType
  readonly receivedAt: Date
  /** All of them for the sender, only their own for recipients. */
  readonly deliveries: readonly DeliveryRecord[]
  readonly receipt: SignedDocument | undefined
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
   */
  accept(acceptance: Acceptance): Promise<'accepted' | 'moved' | 'known'>

  readonly attachments: Attachments

  /** A refusal given to a proven party. */
  refused(audit: AuditEvent): Promise<void>

  /**
   * Deliveries to push that are due, head of their conversation for their party, and not leased; at most `free` a lane, oldest first.
   * They are leased to `by` for `leaseMs`: whoever dies frees them by dying.
   */
  claim(
    lanes: readonly { readonly party: PartyId; readonly free: number }[],
    by: string,
    now: Date,
    leaseMs: number,
  ): Promise<readonly ClaimedDelivery[]>

  /** Unsettled deliveries whose `expiresAt` lies behind and that no attempt has in hand, oldest first. */
  overdue(now: Date, limit: number): Promise<readonly ClaimedDelivery[]>

  /** The signed bytes of a delivery, durable before they are sent for the first time. Answers with the bytes that hold: the first stored ones win. */
  encoded(deliveryId: string, document: SignedDocument): Promise<SignedDocument>

  /**
   * Ends an attempt, or lets a receipt end the delivery. Outcome, attempt, audit link, clocks and the hub's notice in one transaction.
   * `late`: the delivery was already settled otherwise (delivered and cancelled never change; a valid receipt turns dead into delivered).
   * `moved`: the clocks of the case are not those that `clocks` was judged on; nothing was settled.
   */
  settle(
    deliveryId: string,
    outcome: Outcome,
    more: { readonly attempt?: Attempt; readonly audit: AuditEvent; readonly notice?: HubMessage; readonly clocks?: ClockMoves },
  ): Promise<'settled' | 'late' | 'moved'>

  conversation(id: string): Promise<CaseRecord | undefined>

  /** Conversations with a clock whose `lookAt` has come, oldest first. */
  due(now: Date, limit: number): Promise<readonly string[]>

  /** All of it in one transaction, or nothing: `moved` means that the conversation or its clocks are not what was seen. */
  pass(step: TimeStep): Promise<'passed' | 'moved'>

  delivery(deliveryId: string): Promise<DeliveryRecord | undefined>
  message(messageId: string, viewer: PartyId): Promise<MessageRecord | undefined>

  /** Mailbox: heads of conversations that wait for a party that pulls, oldest first. */
  waiting(party: PartyId, limit: number, now: Date): Promise<readonly WaitingDelivery[]>
  /** Takes one delivery out of the mailbox for `leaseMs`. */
  lease(
    party: PartyId,
    deliveryId: string,
    by: string,
    now: Date,
    leaseMs: number,
  ): Promise<ClaimedDelivery | 'taken' | 'settled' | 'absent'>

  close(): Promise<void>
}

/** Stored facts for statistics: codes, counts and times, and nothing that names a person. */
export interface Statistics {
  /** All cases that were opened before `until`, with what was accepted before `until`; always in the same order. */
  cases(until: Date): AsyncIterable<RecordedCase>
}

// --- Ways to a party -----------------------------------------------------------------------------------------------

export interface Answer {
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
    readonly timeoutMs: number
  }): Promise<Answer>
  close(): Promise<void>
}

/** Tells dispatch that something fell due. Only a hint: what is due stands in the store. */
export interface Wake {
  notify(): void
}
