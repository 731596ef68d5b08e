/** What the links of the audit trail in a container prove: that the hub had recorded each event before it signed the tree head above it. */
import { parseJson } from '#core/codec/json.ts'
import type { JsonValue } from '#core/message.ts'
import type { AuditEvent } from '#core/ports.ts'
import { endAfterEntry, entryOf } from './chain.ts'
import { documentIn, treeHeadIn } from './files.ts'
import { rootFrom } from './merkle.ts'
import { demand, finding, signedByHub, Unproven } from './proving.ts'
import type { StatedEvent, Step } from './statement.ts'
import type { Trusting } from './trusting.ts'
import type { Finding, Opened } from './verify.ts'

const HASH = /^[0-9a-f]{64}$/

export async function stepFindings(opened: Opened, trusting: Trusting): Promise<readonly Finding[]> {
  const numbers = [...new Set(opened.steps.map(({ treeHead }) => treeHead))]
  return [
    ...(await Promise.all(numbers.map((number) => sealed(opened, trusting, number)))),
    await finding('chain.json', async () => {
      const { message, deliveries } = opened.statement
      if (message.arrival)
        demand(
          recorded(opened, 'SubmissionAcceptance', { messageId: message.messageId, digest: message.arrival.digest }),
          'no link records the acceptance',
        )
      for (const { deliveryId, state } of deliveries) {
        if (state === 'delivered')
          demand(recorded(opened, 'ContentHandover', { deliveryId }), `no link records that ${deliveryId} was handed over`)
      }
      return 'The audit trail records what the hub states: the acceptance, and every hand-over.'
    }),
  ]
}

async function sealed(opened: Opened, trusting: Trusting, number: number): Promise<Finding> {
  return finding(treeHeadIn(number), async () => {
    const document = documentIn(opened.files, treeHeadIn(number))
    if (!document) throw new Unproven('it is not here')
    const verified = await signedByHub(opened, trusting, 'TreeHead', document)
    const head = parseJson(document.bytes)
    demand(head.number === number, 'it has another number')
    const steps = opened.steps.filter(({ treeHead }) => treeHead === number)
    for (const step of steps)
      demand(rootOfStep(step, head.size) === head.root, `link ${step.lane}/${step.number} does not lead to its root`)
    return `${steps.length} ${steps.length === 1 ? 'link' : 'links'} of the audit trail about this message lie under tree head ${number}, which the hub signed on ${verified.signer.signedAt.toISOString()}.`
  })
}

function rootOfStep({ before = '', entry, event, index, path }: Step, size: JsonValue | undefined): string | undefined {
  const isReadable = Array.isArray(path) && [...path, ...(before === '' ? [] : [before])].every((hash) => HASH.test(hash))
  const own = event === undefined ? Buffer.from(entry ?? '', 'hex') : entryOf(eventIn(event))
  if (!isReadable || own.length !== 32 || typeof size !== 'number') return undefined
  const head = endAfterEntry({ length: 0, head: Buffer.from(before, 'hex') }, own).head
  const root = rootFrom(
    head,
    index,
    size,
    path.map((hash) => Buffer.from(hash, 'hex')),
  )
  return root && Buffer.from(root).toString('hex')
}

function eventIn(event: StatedEvent): AuditEvent {
  const at = new Date(event.at ?? '')
  demand(!Number.isNaN(at.getTime()), 'a link has no time that can be read')
  return { ...event, at } as unknown as AuditEvent
}

const recorded = ({ steps }: Opened, event: string, about: StatedEvent): boolean =>
  steps.some((step) => step.event?.event === event && Object.entries(about).every(([name, value]) => step.event?.[name] === value))
