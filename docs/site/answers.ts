/** Schemas (JSON Schema 2020-12) of the answers that are no signed documents. */
import { ERRORS, STAGES } from '#core/errors.ts'
import { TEST_FORMAT } from '#core/flow/test-run.ts'

export type Schema = { readonly [keyword: string]: unknown }

const text: Schema = { type: 'string' }
const time: Schema = { type: 'string', format: 'date-time' }
const integer: Schema = { type: 'integer' }
const uuid: Schema = { type: 'string', format: 'uuid' }
const shared = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })

/** All members, of which these may be absent. */
const object = (properties: { readonly [name: string]: Schema }, ...optional: readonly string[]): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
})
const list = (items: Schema): Schema => ({ type: 'array', items })
const oneOf = (...values: readonly string[]): Schema => ({ type: 'string', enum: values })

const errorCode = oneOf(...Object.keys(ERRORS))
const party = shared('Party')

const delivery = object(
  {
    deliveryId: uuid,
    party,
    state: oneOf('pending', 'sent', 'delivered', 'retrying', 'held', 'dead', 'cancelled', 'expired'),
    attempts: integer,
    code: errorCode,
    deliveredAt: time,
  },
  'code',
  'deliveredAt',
)

const flag = object({ rule: text, path: text })
const happening = object({ at: time, event: text, party, deliveryId: uuid, code: errorCode }, 'deliveryId', 'code')

export const MESSAGE_ANSWER = object(
  {
    messageId: uuid,
    conversationId: uuid,
    from: party,
    to: party,
    type: shared('MessageType'),
    receivedAt: time,
    state: oneOf('accepted'),
    erased: object({ at: time, rule: text }),
    deliveries: list(delivery),
    flags: list({ ...flag, required: ['rule'] }),
    timeline: list(happening),
  },
  'erased',
)

export const MAILBOX_ANSWER = object({
  deliveries: list(
    object(
      {
        deliveryId: uuid,
        messageId: uuid,
        conversationId: uuid,
        from: party,
        type: shared('MessageType'),
        waitingSince: time,
        leasedUntil: time,
      },
      'leasedUntil',
    ),
  ),
})

const certificate = { sha256: shared('Digest'), validUntil: time }

export const PING_ANSWER = object(
  {
    party,
    status: text,
    certificate: object({ ...certificate, daysLeft: integer }),
    signingCertificates: list(object({ sha256: shared('Digest'), validFrom: time, validUntil: time }, 'sha256', 'validFrom', 'validUntil')),
    time,
    clockDifferenceMs: integer,
  },
  'clockDifferenceMs',
)

export const KEYS_ANSWER = object({
  keys: list(
    object(
      { sha256: shared('Digest'), certificate: text, from: time, validUntil: time, signs: { type: 'boolean' }, agreements: list(text) },
      'agreements',
    ),
  ),
})

const stages = STAGES.slice(0, STAGES.indexOf('accept'))

const stageResult = object(
  { stage: oneOf(...stages), result: oneOf('passed', 'refused', 'not reached'), expected: text, happened: text },
  'happened',
)

const testProblem = object({
  code: errorCode,
  stage: oneOf(...stages),
  title: text,
  detail: text,
  hint: text,
  issues: list(object({ rule: text, path: text, expected: text, hint: text })),
})

export const TEST_ANSWER = object(
  {
    format: oneOf(TEST_FORMAT),
    requestId: uuid,
    party,
    at: time,
    digest: shared('Digest'),
    signatureDigest: shared('Digest'),
    contentDigest: shared('Digest'),
    accepted: { type: 'boolean' },
    duplicate: { type: 'boolean' },
    recipients: list(party),
    notCarried: list(text),
    flags: list(flag),
    stages: list(stageResult),
    problem: testProblem,
  },
  'signatureDigest',
  'contentDigest',
  'duplicate',
  'recipients',
  'notCarried',
  'flags',
  'problem',
)

export const SCHEMAS_ANSWER = object({ files: list(text) })
