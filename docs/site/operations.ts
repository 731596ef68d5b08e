/** The exchange API as data: one row a route. The OpenAPI document and the page on the API are written from it; a test holds it against the routes and their answers. */

import type { ErrorCode } from '#core/errors.ts'
import { KEYS_ANSWER, MAILBOX_ANSWER, MESSAGE_ANSWER, PING_ANSWER, SCHEMAS_ANSWER, type Schema, TEST_ANSWER } from './answers.ts'

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly about: string
  readonly schema: Schema
}

export interface Answer {
  readonly about: string
  /** Nothing, a signed document in the syntax asked in, JSON of this schema, or a file. */
  readonly body?: 'Receipt' | 'Message' | 'Envelope' | 'binary' | 'text' | Schema
  /** JSON that has the hub's signature beside it. */
  readonly signed?: true
}

export interface Operation {
  readonly id: string
  readonly method: 'get' | 'post' | 'put'
  readonly path: string
  readonly summary: string
  /** Whether only a party is answered. */
  readonly proven: boolean
  readonly parameters?: readonly Parameter[]
  /** The signed document, or file, that it takes. */
  readonly takes?: 'Message' | 'Receipt' | 'Envelope' | 'binary'
  readonly answers: { readonly [status: number]: Answer }
  /** Beside those that every operation may give. */
  readonly errors?: readonly ErrorCode[]
}

const UUID: Schema = { type: 'string', format: 'uuid' }
const inPath = (name: string, about: string, schema: Schema): Parameter => ({ name, in: 'path', about, schema })
const messageId = inPath('messageId', 'Id of the message', UUID)
const digest = inPath('digest', 'SHA-256 of the bytes, lower-case hex', { type: 'string', pattern: '^[0-9a-f]{64}$' })
const signature: Parameter = {
  name: 'JWS-Signature',
  in: 'header',
  about: 'The detached signature, with application/json only',
  schema: { type: 'string' },
}

const shown: readonly Parameter[] = [
  {
    name: 'Korpu-Receipt',
    in: 'header',
    about: 'A receipt that the hub gave for these very bytes, base64; when the hub was restored from a backup and has lost them',
    schema: { type: 'string' },
  },
  {
    name: 'Korpu-Receipt-Signature',
    in: 'header',
    about: 'The JWS-Signature that stood beside that receipt, when it is JSON',
    schema: { type: 'string' },
  },
]

/** What can be wrong with any signed document. */
const PROOF: readonly ErrorCode[] = [
  'PAYLOAD_TOO_LARGE',
  'MEDIA_TYPE',
  'PAYLOAD_MALFORMED',
  'SIGNATURE_MISSING',
  'SIGNATURE_INVALID',
  'CERTIFICATE_UNTRUSTED',
  'CERTIFICATE_EXPIRED',
  'CERTIFICATE_NOT_YET_VALID',
  'CERTIFICATE_REVOKED',
  'SIGNING_TIME',
  'SENDER_MISMATCH',
  'PAYLOAD_INVALID',
  'CODE_UNKNOWN',
]

const MESSAGE: readonly ErrorCode[] = [
  ...PROOF,
  'TYPE_UNKNOWN',
  'VERSION_UNSUPPORTED',
  'MESSAGE_CONFLICT',
  'MESSAGE_EXPIRED',
  'RULE_BROKEN',
  'CONVERSATION_UNKNOWN',
  'CONVERSATION_STATE',
  'ATTACHMENT_MISSING',
  'RECIPIENT_UNKNOWN',
  'AGREEMENT_MISSING',
  'AGREEMENT_EXPIRED',
  'NOT_CARRIED',
]

export const OPERATIONS: readonly Operation[] = [
  {
    id: 'submitMessage',
    method: 'post',
    path: '/v1/messages',
    summary:
      'Submit one signed message, at most 10 MiB. It is stored before the answer leaves; the same bytes again get the first receipt again.',
    proven: true,
    parameters: [signature, ...shown],
    takes: 'Message',
    answers: { 202: { about: 'The signed receipt of the hub', body: 'Receipt' } },
    errors: [...MESSAGE, 'RECEIPT_MISMATCH', 'HUB_PAUSED'],
  },
  {
    id: 'submitEnvelope',
    method: 'post',
    path: '/v1/soap',
    summary:
      'The same in the SOAP binding: a message in a signed SOAP 1.2 envelope. A refusal is a fault with the problem document in its Detail.',
    proven: true,
    parameters: shown.slice(0, 1),
    takes: 'Envelope',
    answers: { 200: { about: 'The receipt of the hub in a signed envelope', body: 'Envelope' } },
    errors: [...MESSAGE, 'RECEIPT_MISMATCH', 'HUB_PAUSED'],
  },
  {
    id: 'testMessage',
    method: 'post',
    path: '/v1/test',
    summary:
      'Everything that submitting a message or an envelope runs, up to where it would be stored. Nothing is stored. The report is signed (typ korpu-test-report).',
    proven: true,
    parameters: [signature],
    takes: 'Message',
    answers: {
      200: {
        about: 'Each stage, what it expects and what happened, and the problem that the message would have met',
        body: TEST_ANSWER,
        signed: true,
      },
    },
    errors: ['PAYLOAD_TOO_LARGE', 'MEDIA_TYPE', 'PAYLOAD_MALFORMED'],
  },
  {
    id: 'readMessage',
    method: 'get',
    path: '/v1/messages/{messageId}',
    summary: 'State, deliveries and timeline of a message, for its sender and its recipients.',
    proven: true,
    parameters: [messageId],
    answers: { 200: { about: 'All deliveries for the sender, only its own for a recipient', body: MESSAGE_ANSWER } },
    errors: ['NOT_FOUND'],
  },
  {
    id: 'readReceipt',
    method: 'get',
    path: '/v1/messages/{messageId}/receipt',
    summary: 'The receipt given at acceptance, byte for byte.',
    proven: true,
    parameters: [messageId],
    answers: { 200: { about: 'The signed receipt', body: 'Receipt' } },
    errors: ['NOT_FOUND'],
  },
  {
    id: 'readEvidence',
    method: 'get',
    path: '/v1/messages/{messageId}/evidence',
    summary:
      "Everything that proves the message, as one ASiC-E file that is verified without the hub. Of bytes that are others' only digests.",
    proven: true,
    parameters: [messageId],
    answers: { 200: { about: 'The container (application/vnd.etsi.asic-e+zip)', body: 'binary' } },
    errors: ['NOT_FOUND'],
  },
  {
    id: 'readMailbox',
    method: 'get',
    path: '/v1/mailbox',
    summary: 'Deliveries that wait for a party that pulls: head of each conversation, oldest first.',
    proven: true,
    parameters: [
      { name: 'limit', in: 'query', about: 'At most so many', schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 } },
      {
        name: 'wait',
        in: 'query',
        about: 'Seconds to wait for the first one',
        schema: { type: 'integer', minimum: 0, maximum: 30, default: 0 },
      },
    ],
    answers: { 200: { about: 'What waits; perhaps nothing', body: MAILBOX_ANSWER } },
    errors: ['HUB_PAUSED'],
  },
  {
    id: 'leaseDelivery',
    method: 'post',
    path: '/v1/mailbox/{deliveryId}/lease',
    summary: 'Take one delivery. A receipt or refusal ends the lease; without either it runs out and the delivery waits again.',
    proven: true,
    parameters: [inPath('deliveryId', 'Id of the delivery', UUID)],
    answers: {
      200: { about: 'The signed message; Idempotency-Key has the delivery id, Korpu-Message-Id the message id', body: 'Message' },
    },
    errors: ['NOT_FOUND', 'DELIVERY_TAKEN', 'DELIVERY_SETTLED', 'HUB_PAUSED'],
  },
  {
    id: 'submitReceipt',
    method: 'post',
    path: '/v1/receipts',
    summary: 'Your signed receipt or signed refusal of a delivery, pushed or pulled. The same again is answered the same.',
    proven: true,
    parameters: [signature],
    takes: 'Receipt',
    answers: { 204: { about: 'Taken' } },
    errors: [...PROOF, 'NOT_FOUND', 'RECEIPT_MISMATCH'],
  },
  {
    id: 'uploadAttachment',
    method: 'put',
    path: '/v1/attachments/{digest}',
    summary: 'Bring a binary before the message that names it. It expires after 24 hours unless a message names it.',
    proven: true,
    parameters: [digest],
    takes: 'binary',
    answers: { 204: { about: 'Kept' } },
    errors: ['NOT_FOUND', 'PAYLOAD_MALFORMED', 'PAYLOAD_TOO_LARGE', 'MEDIA_TYPE', 'RATE_LIMITED', 'ATTACHMENT_DIGEST'],
  },
  {
    id: 'readAttachment',
    method: 'get',
    path: '/v1/attachments/{digest}',
    summary: 'A binary that you uploaded, or that a message to you names.',
    proven: true,
    parameters: [digest],
    answers: { 200: { about: 'Its bytes', body: 'binary' } },
    errors: ['NOT_FOUND'],
  },
  {
    id: 'ping',
    method: 'get',
    path: '/v1/ping',
    summary: 'Who am I to you? With a Date header, also how far the clocks are apart.',
    proven: true,
    answers: { 200: { about: 'The party, its certificates and the time', body: PING_ANSWER } },
  },
  {
    id: 'keys',
    method: 'get',
    path: '/v1/keys',
    summary: 'With which certificates the hub signs: now, from a time on, and before.',
    proven: true,
    answers: { 200: { about: 'The certificates, DER in base64, and from when each signs', body: KEYS_ANSWER } },
  },
  {
    id: 'listSchemas',
    method: 'get',
    path: '/v1/schemas',
    summary: 'Names of the published files.',
    proven: false,
    answers: { 200: { about: 'The names', body: SCHEMAS_ANSWER } },
  },
  {
    id: 'readSchema',
    method: 'get',
    path: '/v1/schemas/{name}',
    summary: 'XSD, JSON Schema, code lists and samples.',
    proven: false,
    parameters: [inPath('name', 'A name of the list; it may have a slash', { type: 'string' })],
    answers: { 200: { about: 'The file', body: 'text' } },
    errors: ['NOT_FOUND'],
  },
  {
    id: 'readDocs',
    method: 'get',
    path: '/v1/docs/{name}',
    summary: 'The standard to read; openapi.json is this document.',
    proven: false,
    parameters: [inPath('name', 'Name of a page; index.html when left out', { type: 'string' })],
    answers: { 200: { about: 'The page', body: 'text' } },
    errors: ['NOT_FOUND'],
  },
]

/** Every error of an operation. */
export function errorsOf({ proven, errors = [] }: Operation): readonly ErrorCode[] {
  return [...(proven ? (['SENDER_UNKNOWN', 'STORE_UNAVAILABLE'] as const) : []), ...errors, 'INTERNAL']
}
