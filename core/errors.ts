/**
 * Every way in which the hub says no or breaks: one row a code.
 *
 * A code is stable: partners branch on it (contract, section 3). A row says at which stage it is said, what kind of failure it is (the routes give each kind its
 * HTTP status), whose fault it is, whether sending the same bytes again can help, and the nearest ebMS 3.0 error (core specification, section 6.7).
 */

export type ErrorKind =
  | 'malformed'
  | 'unproven'
  | 'forbidden'
  | 'absent'
  | 'method'
  | 'conflict'
  | 'gone'
  | 'oversized'
  | 'mediaType'
  | 'invalid'
  | 'hurried'
  | 'broken'
  | 'unavailable'

/** Where on the way of a message it is said (design, section 4). */
export const STAGES = [
  'receive',
  'sender',
  'verify',
  'envelope',
  'duplicate',
  'trust',
  'body',
  'rules',
  'route',
  'accept',
  'deliver',
  'acknowledge',
] as const
export type Stage = (typeof STAGES)[number]

interface ErrorRow {
  readonly stage: Stage
  readonly kind: ErrorKind
  readonly fault: 'sender' | 'recipient' | 'hub' | 'operator'
  readonly retryable: boolean
  readonly ebms: string
  readonly title: string
  readonly hint: string
}

const row = (
  stage: Stage,
  kind: ErrorKind,
  fault: ErrorRow['fault'],
  ebms: string,
  title: string,
  hint: string,
  retryable = false,
): ErrorRow => ({ stage, kind, fault, retryable, ebms, title, hint })

// biome-ignore format: a table is read by its rows
export const ERRORS = {
  PAYLOAD_MALFORMED: row('verify', 'malformed', 'sender', 'EBMS:0009', 'The message is not well-formed', 'Send UTF-8 XML without DTD, comments, CDATA and processing instructions, or UTF-8 JSON without duplicate keys.'),
  SENDER_UNKNOWN: row('sender', 'unproven', 'sender', 'EBMS:0101', 'The sender is not known', 'Connect with the TLS client certificate that is registered for your party.'),
  SIGNATURE_MISSING: row('verify', 'unproven', 'sender', 'EBMS:0101', 'The signature is missing', 'Sign the message with your registered signing certificate: XAdES inside XML, the JWS-Signature header beside JSON.'),
  SIGNATURE_INVALID: row('verify', 'unproven', 'sender', 'EBMS:0101', 'The signature does not hold', 'Check that the bytes sent are the bytes signed and that the signature follows the profile exactly.'),
  CERTIFICATE_EXPIRED: row('trust', 'unproven', 'sender', 'EBMS:0101', 'The signing certificate has expired', 'Sign with a certificate that is valid now; register its successor if there is none.'),
  CERTIFICATE_NOT_YET_VALID: row('trust', 'unproven', 'sender', 'EBMS:0101', 'The signing certificate is not yet valid', 'Sign with a certificate that is valid now.'),
  CERTIFICATE_REVOKED: row('trust', 'unproven', 'sender', 'EBMS:0101', 'The signing certificate was revoked', 'Register a new signing certificate with the operators of the hub.'),
  CERTIFICATE_UNTRUSTED: row('verify', 'unproven', 'sender', 'EBMS:0101', 'The signing certificate is not registered for this party', 'Register the signing certificate with the operators of the hub.'),
  SIGNING_TIME: row('trust', 'unproven', 'sender', 'EBMS:0101', 'The signing time is outside the window of the agreement', 'Check the clock of the signing system; sign shortly before sending.'),
  SENDER_MISMATCH: row('envelope', 'forbidden', 'sender', 'EBMS:0103', 'The sender named is not the party that was proven', 'The `from` of a message, its signer and the TLS client must be the same party.'),
  AGREEMENT_MISSING: row('route', 'forbidden', 'sender', 'EBMS:0010', 'No agreement allows this message', 'Ask the operators which message types are agreed between you and this recipient.'),
  AGREEMENT_EXPIRED: row('route', 'forbidden', 'sender', 'EBMS:0010', 'The agreement is not in force today', 'Ask the operators to renew the agreement.'),
  NOT_FOUND: row('receive', 'absent', 'sender', 'EBMS:0001', 'Nothing there, or not for you', 'Check the address and the identifier.'),
  METHOD: row('receive', 'method', 'sender', 'EBMS:0001', 'This method is not allowed here', 'The Allow header lists the methods of this address.'),
  MESSAGE_CONFLICT: row('duplicate', 'conflict', 'sender', 'EBMS:0004', 'This message id was already used for other bytes', 'Give every new message a new messageId; repeat a message only byte for byte.'),
  CONVERSATION_STATE: row('rules', 'conflict', 'sender', 'EBMS:0004', 'The message does not fit the state of its case', 'Look at `expected` for the message types that are possible now.'),
  CONVERSATION_UNKNOWN: row('rules', 'conflict', 'sender', 'EBMS:0004', 'There is no such case for you', 'Use the conversationId of a case you take part in, or open one.'),
  DELIVERY_TAKEN: row('deliver', 'conflict', 'sender', 'EBMS:0004', 'The delivery is leased to another consumer', 'Try again when the lease has run out, or take the next delivery.', true),
  DELIVERY_SETTLED: row('deliver', 'gone', 'sender', 'EBMS:0004', 'The delivery is settled', 'There is nothing left to do for it.'),
  PAYLOAD_TOO_LARGE: row('receive', 'oversized', 'sender', 'EBMS:0004', 'The message is too large', 'A message has at most 10 MiB; send large binaries as attachments.'),
  MEDIA_TYPE: row('receive', 'mediaType', 'sender', 'EBMS:0002', 'This media type is not taken here', 'Use application/xml, application/json or application/jose.'),
  RATE_LIMITED: row('receive', 'hurried', 'sender', 'EBMS:0004', 'Too many requests', 'Wait as long as Retry-After says, then send the same bytes again.', true),
  PAYLOAD_INVALID: row('body', 'invalid', 'sender', 'EBMS:0004', 'The message breaks the schema', 'Every fault is listed in `issues`; validate against the published schema before sending.'),
  CODE_UNKNOWN: row('body', 'invalid', 'sender', 'EBMS:0003', 'A code is not in its code list', 'The code lists are published beside the schemas.'),
  TYPE_UNKNOWN: row('envelope', 'invalid', 'sender', 'EBMS:0003', 'This message type is not known', 'The message types are listed in the published schema.'),
  VERSION_UNSUPPORTED: row('envelope', 'invalid', 'sender', 'EBMS:0003', 'This version of the message standard is not supported', 'Send a version that the hub knows; its documentation names them.'),
  RECIPIENT_UNKNOWN: row('route', 'invalid', 'sender', 'EBMS:0003', 'A recipient is not known', 'The parties are listed in the published documentation.'),
  MESSAGE_EXPIRED: row('rules', 'invalid', 'sender', 'EBMS:0005', 'The message has expired', 'Send a new message whose expiresAt lies ahead.'),
  RULE_BROKEN: row('rules', 'invalid', 'sender', 'EBMS:0004', 'The message breaks a rule of the agreement', 'Every broken rule is listed in `issues`.'),
  NOT_CARRIED: row('route', 'invalid', 'sender', 'EBMS:0004', 'The recipient cannot carry a field that must arrive', 'The fields are listed in `issues`; the coverage table says what each party carries.'),
  ATTACHMENT_MISSING: row('rules', 'invalid', 'sender', 'EBMS:0011', 'An attachment is not there as the message names it', 'Upload every attachment first, with PUT /v1/attachments/{sha256}; name the digest, size and media type of those very bytes.'),
  ATTACHMENT_DIGEST: row('receive', 'invalid', 'sender', 'EBMS:0011', 'The bytes do not have the digest of the address', 'The last part of the address is the SHA-256 of the bytes, in lower-case hex.'),
  RECEIPT_MISMATCH: row('acknowledge', 'invalid', 'sender', 'EBMS:0301', 'The receipt is not for the bytes that were delivered', 'Compute the digest over the exact bytes of the delivery.'),
  INTERNAL: row('receive', 'broken', 'hub', 'EBMS:0004', 'Something broke in the hub', 'The outcome is unknown: send the same bytes again.', true),
  STORE_UNAVAILABLE: row('accept', 'unavailable', 'hub', 'EBMS:0004', 'The hub cannot store messages at the moment', 'The outcome is unknown: send the same bytes again after Retry-After.', true),
  HUB_BUSY: row('receive', 'unavailable', 'hub', 'EBMS:0004', 'The hub has its hands full', 'Nothing was stored: send the same bytes again after Retry-After.', true),
  BACKLOG_FULL: row('route', 'unavailable', 'recipient', 'EBMS:0202', 'Too much waits for a recipient already', 'Nothing was stored: send the same bytes again after Retry-After, when some of what you sent before has been delivered.', true),
  HUB_PAUSED: row('accept', 'unavailable', 'hub', 'EBMS:0004', 'The hub takes no new messages at the moment', 'Nothing was stored: send the same bytes again after Retry-After. For a message of which you have the receipt of the hub, send that along in Korpu-Receipt.', true),
  RECIPIENT_UNREACHABLE: row('deliver', 'unavailable', 'recipient', 'EBMS:0005', 'The recipient did not answer', 'The hub tries again by itself.', true),
  RECIPIENT_BUSY: row('deliver', 'unavailable', 'recipient', 'EBMS:0202', 'The recipient asked to be tried later', 'The hub tries again by itself.', true),
  RECIPIENT_FORBIDS: row('deliver', 'forbidden', 'recipient', 'EBMS:0101', 'The recipient does not let the hub in', 'Operators check certificates and agreement with the party, then resume it.'),
  RECIPIENT_REFUSED: row('deliver', 'invalid', 'recipient', 'EBMS:0004', 'The recipient refused the message', 'The reason stands in its answer or signed refusal.'),
  RECEIPT_MISSING: row('deliver', 'unavailable', 'recipient', 'EBMS:0301', 'The recipient owes its receipt', 'The hub sends the same bytes again.', true),
  RECEIPT_INVALID: row('deliver', 'invalid', 'recipient', 'EBMS:0302', 'The receipt of the recipient does not hold', 'A delivery without a valid receipt is not a delivery; the hub tries again.', true),
  DELIVERY_QUARANTINED: row('deliver', 'broken', 'hub', 'EBMS:0004', 'The delivery breaks the hub and was set aside', 'Operators look into it; once the hub is mended they replay it.'),
  PREDECESSOR_DEAD: row('deliver', 'conflict', 'operator', 'EBMS:0004', 'An earlier message of the case is dead', 'Replay, skip or cancel the earlier delivery.'),
} as const satisfies Record<string, ErrorRow>

export type ErrorCode = keyof typeof ERRORS

/** One fault in the sender's own bytes. Never carries a value of the message. */
export interface Issue {
  /** Stable name of the rule that was broken, e.g. `required`, `pattern`, `code`, or the id of a rule of the agreement. */
  readonly rule: string
  /** JSON Pointer or XPath into the sender's own bytes; names the parent where a member is unknown. */
  readonly path: string
  readonly expected: string
  readonly hint: string
}

export class HubError extends Error {
  readonly code: ErrorCode
  readonly stage: Stage
  readonly issues: readonly Issue[]
  readonly retryAfterS: number | undefined

  constructor(code: ErrorCode, about: HubErrorAbout = {}) {
    super(about.detail ?? ERRORS[code].title, about.cause === undefined ? undefined : { cause: about.cause })
    this.name = 'HubError'
    this.code = code
    this.stage = about.stage ?? ERRORS[code].stage
    this.issues = about.issues ?? []
    this.retryAfterS = about.retryAfterS
  }

  get kind(): ErrorKind {
    return ERRORS[this.code].kind
  }
}

export interface HubErrorAbout {
  /** One sentence for the sender. Must never contain a value of the message. */
  readonly detail?: string
  /** Where it was said, when that is not where the code belongs. */
  readonly stage?: Stage
  readonly issues?: readonly Issue[]
  readonly retryAfterS?: number
  readonly cause?: unknown
}

export function hubError(code: ErrorCode, about?: HubErrorAbout): HubError {
  return new HubError(code, about)
}
