import type { BodyByType, Header, Message, MessageOf, MessageType, Receipt } from './types.js'

export type * from './types.js'

export interface KeyPair {
  /** Certificate, PEM. */
  readonly cert: string | Buffer
  /** Private key, PEM. */
  readonly key: string | Buffer
}

export interface Settings {
  /** The exchange API of the hub, e.g. `https://hub.example:8443`. */
  readonly url: string
  /** Who you are to the hub, e.g. `az-sms`. */
  readonly party: string
  /** What the hub's TLS certificate chains to, PEM. */
  readonly ca: string | Buffer
  /** With which the hub signs, PEM; the next one beside it during a roll-over. */
  readonly hubCertificates: string | Buffer | readonly (string | Buffer)[]
  readonly tls: KeyPair
  readonly signing: KeyPair
  /** How long the same bytes are sent again where the hub gave no answer that decides (none, 429, 5xx); 60 s. */
  readonly patienceMs?: number
}

/** Exact bytes and the signature beside them: keep both, they prove nothing apart. */
export interface Signed {
  readonly bytes: Buffer
  readonly signature: string
}

/** What was sent, with the hub's receipt for it: proven to be the hub's, and about exactly these bytes. Keep all of it together. */
export interface Sent extends Signed {
  readonly receipt: Receipt
  readonly receiptBytes: Buffer
  readonly receiptSignature: string
}

export interface Statement extends Signed {
  readonly receipt: Receipt
}

export interface Delivery extends Signed {
  readonly deliveryId: string
  readonly message: Message
  /** The signed receipt, not handed in: the answer to a push. */
  receipt(): Statement
  /** Hands in the receipt: limits that run from receipt run from here. Store the message before. */
  accept(options?: Options): Promise<Statement>
  /** Hands in a signed refusal with a code such as `UNREADABLE`: the delivery is dead, and operators of both sides are told. */
  refuse(code: string, options?: Options): Promise<Statement>
}

export interface Options {
  readonly signal?: AbortSignal
}

export type Draft<T extends MessageType> = Pick<Header, 'to' | 'agreement'> &
  Partial<Omit<Header, 'to' | 'agreement' | 'type' | 'from'>> & { readonly type: T; readonly body: BodyByType[T] }

export interface UploadedAttachment {
  readonly digest: string
  readonly size: number
  readonly mediaType: string
}

export interface Issue {
  readonly rule: string
  /** JSON Pointer into your own bytes. */
  readonly path?: string
  readonly expected: string
  readonly hint?: string
}

export interface TestStage {
  readonly stage: string
  readonly result: 'passed' | 'refused' | 'not reached'
  readonly expected: string
  readonly happened?: string
}

export interface TestReport {
  readonly accepted: boolean
  readonly duplicate?: boolean
  readonly recipients?: readonly string[]
  readonly notCarried?: readonly string[]
  readonly stages: readonly TestStage[]
  readonly problem?: {
    readonly code: string
    readonly stage: string
    readonly detail: string
    readonly hint: string
    readonly issues: readonly Issue[]
  }
}

export interface MessageStatus {
  readonly messageId: string
  readonly state: 'accepted'
  readonly deliveries: readonly { readonly deliveryId: string; readonly party: string; readonly state: string; readonly code?: string }[]
}

export interface Hub {
  /** A message from you, new but for what the draft says. Answers give `conversationId` and `inReplyTo`. */
  message<T extends MessageType>(draft: Draft<T>): MessageOf<T>
  /** The bytes that will be sent, for those who store before they send. */
  signed(message: Message): Signed
  /** Submits; the same bytes again do no harm. Throws KorpuProblem, UnprovenAnswer. */
  submit(signed: Signed, options?: Options): Promise<Sent>
  /** Both in one. */
  send(message: Message, options?: Options): Promise<Sent>
  /** Everything that submitting runs; nothing is stored. */
  test(message: Message, options?: Options): Promise<TestReport>
  /** What waits in your mailbox, one after another, for ever: each leased to you and proven. What is neither accepted nor refused comes again. */
  deliveries(options?: Options): AsyncGenerator<Delivery, void, void>
  /** A delivery that was pushed to you: `deliveryId` from Idempotency-Key, `signature` from JWS-Signature. Throws UnprovenAnswer. */
  open(deliveryId: string, bytes: Buffer, signature: string | undefined): Delivery
  /** An earlier statement again, for a delivery that came again. */
  handIn(statement: Signed, options?: Options): Promise<void>
  upload(bytes: Uint8Array, mediaType: string, options?: Options): Promise<UploadedAttachment>
  fetchAttachment(digest: string, options?: Options): Promise<Buffer>
  ping(options?: Options): Promise<{ readonly party: string; readonly time: string }>
  status(messageId: string, options?: Options): Promise<MessageStatus>
  /** The ASiC-E container that proves the message without the hub. */
  evidence(messageId: string, options?: Options): Promise<Buffer>
  close(): void
}

export function connect(settings: Settings): Hub

/** The hub said no, or could not (RFC 9457). */
export class KorpuProblem extends Error {
  /** As in HTTP. */
  readonly status: number
  /** Stable, e.g. `PAYLOAD_INVALID`: branch on this. */
  readonly code: string
  readonly stage: string | undefined
  readonly detail: string | undefined
  /** `urn:uuid:` and the request id, for the operators. */
  readonly instance: string | undefined
  readonly issues: readonly Issue[]
  /** Whether the hub has signed it: it does for those whom it knows. */
  readonly signed: boolean
  readonly retryAfterS: number | undefined
  /** Whether the very same bytes may be accepted later. */
  get retryable(): boolean
}

/** An answer that does not prove what it should. Never act on it. */
export class UnprovenAnswer extends Error {}
