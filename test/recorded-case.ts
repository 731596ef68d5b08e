/** Cases in a store, as the hub keeps them: messages with the full samples of the standard as bodies, which name people. */
import { randomUUID } from 'node:crypto'
import type { MessageType, PartyId } from '#core/message.ts'
import type { Store } from '#core/ports.ts'
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
}

/** Answers with the id of the conversation. */
export async function recordCase(store: Store, steps: readonly Step[]): Promise<string> {
  const conversationId = randomUUID()
  for (const [length, step] of steps.entries()) await record(store, conversationId, length, step)
  return conversationId
}

async function record(store: Store, conversationId: string, length: number, { type, from, to, day, body }: Step): Promise<void> {
  const receivedAt = new Date(`${day}T12:00:00Z`)
  const delivery = deliveryTo(to)
  const plain = acceptance({ from, conversationId, length, participants: [from, to], deliveries: [delivery], receivedAt })
  const content = Buffer.from(JSON.stringify({ header: { type }, body: { ...sampleOf(type, 'full').body, ...body } }))
  const answer = await store.accept({ ...plain, message: { ...plain.message, type, content } })
  if (answer !== 'accepted') throw new Error(`the store answered ${answer}`)
  const receipt = { receipt: xmlDocument('<Receipt/>'), receiptId: randomUUID(), digest: '0'.repeat(64), at: receivedAt }
  await store.settle(delivery.deliveryId, { state: 'delivered', ...receipt }, { audit: auditEvent('ContentHandover', to) })
}
