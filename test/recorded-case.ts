/** Cases in a store, as the hub keeps them: messages with the full samples of the standard as bodies, which name people. */
import { randomUUID } from 'node:crypto'
import type { Followed, StoredClock } from '#core/clocks/clock.ts'
import type { MessageType, PartyId } from '#core/message.ts'
import type { Store } from '#core/ports.ts'
import { saidOf } from '#core/statistics/said.ts'
import { sampleOf } from '#schemas/samples/messages.ts'
import { acceptance, auditEvent, deliveryTo, xmlDocument } from './acceptance.ts'

export interface Step {
  readonly type: MessageType
  readonly from: PartyId
  readonly to: PartyId
  /** YYYY-MM-DD; accepted and delivered at noon, UTC. */
  readonly day: string
  /** What differs from the full sample. */
  readonly body?: object
  /** Its receipt set a clock going that ran out on the same day, and this followed from it. */
  readonly lapse?: Followed
}

/** Answers with the id of the conversation. */
export async function recordCase(store: Store, steps: readonly Step[]): Promise<string> {
  const conversationId = randomUUID()
  for (const [length, step] of steps.entries()) await record(store, conversationId, length, step)
  return conversationId
}

async function record(store: Store, conversationId: string, length: number, { type, from, to, day, body, lapse }: Step): Promise<void> {
  const receivedAt = new Date(`${day}T12:00:00Z`)
  const delivery = deliveryTo(to)
  const messageId = randomUUID()
  const clocks = lapse ? [lapsedClock(conversationId, messageId, lapse, receivedAt)] : []
  const plain = acceptance({
    from,
    messageId,
    conversationId,
    length,
    participants: [from, to],
    deliveries: [delivery],
    receivedAt,
    clocks,
  })
  const said = { ...sampleOf(type, 'full').body, ...body }
  const content = Buffer.from(JSON.stringify({ header: { type }, body: said }))
  const answer = await store.accept({ ...plain, message: { ...plain.message, type, content, facts: saidOf(type, said) } })
  if (answer !== 'accepted') throw new Error(`the store answered ${answer}`)
  const receipt = { receipt: xmlDocument('<Receipt/>'), receiptId: randomUUID(), digest: '0'.repeat(64), at: receivedAt }
  await store.settle(delivery.deliveryId, { state: 'delivered', ...receipt }, { audit: auditEvent('ContentHandover', to) })
}

function lapsedClock(conversationId: string, startedBy: string, lapse: Followed, at: Date): StoredClock {
  return {
    clockId: `${startedBy}:T11`,
    conversationId,
    ruleSet: 'eu-az-2014',
    ruleSetVersion: 1,
    limit: 'T11',
    startedBy,
    state: 'overdue',
    openedAt: at,
    startedAt: at,
    dueAt: at,
    warnAt: [],
    timeZone: 'Asia/Baku',
    extensions: 0,
    confidence: 'GK',
    confirmed: true,
    openYears: [],
    lapse,
    lapsedAt: at,
  }
}
