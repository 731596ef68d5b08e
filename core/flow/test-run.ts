/**
 * `POST /v1/test` (contract, section 3): everything that submitting a message runs, told stage by stage and signed. Nothing is stored: no message, no
 * audit link, no use of the id. What keeps a message from being judged at all (its size, a stranger, a hub that is busy) is a problem as everywhere.
 */
import { canonicalJson } from '#core/codec/jcs.ts'
import { ERRORS, HubError, STAGES, type Stage } from '#core/errors.ts'
import type { Hub } from '#core/hub.ts'
import type { Inbound, JsonObject, PartyId, SignedDocument } from '#core/message.ts'
import { digestsOf } from '#core/signature/digest.ts'
import { signDocument } from '#core/signature/document.ts'
import { senderOf } from './proof.ts'
import { type Judged, judge } from './receive.ts'

/** What a stage asks of a message, and what it says of one that passes. No stage repeats a value of the message. */
const STAGE_TEXTS = {
  receive: ['at most 10 MiB, in the media type that the party is registered to send', 'The bytes arrived whole.'],
  sender: ['the TLS client certificate of an active party', 'The certificate is registered for you.'],
  verify: [
    'a signature of the profile over exactly these bytes, by a signing certificate of the party',
    'The signature holds and is yours.',
  ],
  envelope: ['a header that can be read, with `from` as the proven party', 'The header is read, and `from` is you.'],
  duplicate: ['an id that you have not used for other bytes', 'The id is new.'],
  trust: [
    'a signing certificate that is valid and not revoked, a signing time in the window of the agreement',
    'It may sign, and did so in time.',
  ],
  body: ['a body that keeps the schema and its code lists', 'Header and body keep the schema.'],
  rules: [
    'a message that fits its case, keeps the rules of the agreement, and names attachments that are there',
    'No rule speaks against it.',
  ],
  route: [
    'recipients with whom this type is agreed, and whose formats carry what must arrive',
    'It would be delivered to every recipient.',
  ],
} as const satisfies Partial<Record<Stage, readonly [expected: string, happened: string]>>

export const TEST_FORMAT = 'korpu-test-1'

type TestStage = keyof typeof STAGE_TEXTS
const TEST_STAGES = STAGES.filter((stage): stage is TestStage => stage in STAGE_TEXTS)

const KNOWN = 'You sent exactly these bytes before: you would get the first receipt again, and nothing later is looked at.'

/** Where the way through the stages ended; `undefined` when it did not. */
interface End {
  readonly stage: TestStage
  readonly result: 'passed' | 'refused'
  readonly happened: string
}

/** The signed report. Throws what keeps the message from being judged at all. */
export async function testRun(hub: Hub, inbound: Inbound): Promise<SignedDocument> {
  const sender = senderOf(hub, inbound)
  const report = { format: TEST_FORMAT, ...aboutOf(hub, inbound, sender.id), ...(await verdictOf(hub, inbound)) }
  return signDocument('TestReport', Buffer.from(canonicalJson(report)), 'jades', hub.keys.signing(), hub.clock.now())
}

function aboutOf(hub: Hub, inbound: Inbound, party: PartyId): JsonObject {
  const { digest, signatureDigest } = digestsOf(inbound)
  return {
    requestId: inbound.requestId,
    party,
    at: hub.clock.now().toISOString(),
    digest,
    ...(signatureDigest === undefined ? {} : { signatureDigest }),
  }
}

async function verdictOf(hub: Hub, inbound: Inbound): Promise<JsonObject> {
  try {
    const result = await judge(hub, inbound, senderOf(hub, inbound))
    if ('first' in result) {
      return { accepted: true, duplicate: true, flags: [], stages: stagesTo({ stage: 'duplicate', result: 'passed', happened: KNOWN }) }
    }
    return { accepted: true, duplicate: false, ...saidOf(result), stages: stagesTo(undefined) }
  } catch (fault) {
    if (!(fault instanceof HubError) || ERRORS[fault.code].retryable || !isTestStage(fault.stage)) throw fault
    const { code, stage, message, issues } = fault
    const { title, hint } = ERRORS[code]
    const problem = { code, stage, title, detail: message, hint, issues: issues.map((issue) => ({ ...issue })) }
    return { accepted: false, stages: stagesTo({ stage, result: 'refused', happened: `${title} (${code}).` }), problem }
  }
}

const saidOf = ({ canonical, flags, route }: Judged): JsonObject => ({
  contentDigest: canonical.contentDigest,
  recipients: route.deliveries.map(({ party }) => party),
  notCarried: [...route.notCarried],
  flags: flags.map((flag) => ({ ...flag })),
})

function stagesTo(end: End | undefined): JsonObject[] {
  const last = end ? TEST_STAGES.indexOf(end.stage) : TEST_STAGES.length
  return TEST_STAGES.map((stage, index) => {
    const [expected, usual] = STAGE_TEXTS[stage]
    if (index > last) return { stage, result: 'not reached', expected }
    const { result, happened } = index === last && end ? end : { result: 'passed', happened: usual }
    return { stage, result, expected, happened }
  })
}

const isTestStage = (stage: Stage): stage is TestStage => stage in STAGE_TEXTS
