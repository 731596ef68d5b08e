/** What the partners sent, got and took: in memory for the verdict, and line by line in a file, should the proof itself fall. Ids only. */
import { appendFileSync } from 'node:fs'
import type { Message, PartyId } from '#core/message.ts'
import type { SentMessage } from '#demo/partner.ts'
import type { Arrived, Taken } from './verdict.ts'

export interface Memory {
  readonly sent: readonly SentMessage[]
  readonly arrivals: readonly Arrived[]
  readonly takings: readonly Taken[]
  onSent(message: SentMessage): void
  onArrived(arrived: Arrived): void
  onTaken(by: PartyId, message: Message, deliveryId: string): void
}

export function memoryIn(file: string): Memory {
  const sent: SentMessage[] = []
  const arrivals: Arrived[] = []
  const takings: Taken[] = []
  const write = (what: string, ids: object): void => appendFileSync(file, `${JSON.stringify({ at: Date.now(), what, ...ids })}\n`)
  return {
    sent,
    arrivals,
    takings,
    onSent(message) {
      const { messageId, conversationId, from, to, copyTo } = message.header
      write('receipted', { messageId, conversationId, from, to, copyTo, receiptId: message.receipt.receiptId })
      sent.push(message)
    },
    onArrived(arrived) {
      write('arrived', arrived)
      arrivals.push(arrived)
    },
    onTaken(by, message, deliveryId) {
      const taken = takenOf(by, message, deliveryId)
      write('taken', taken)
      takings.push(taken)
    },
  }
}

function takenOf(by: PartyId, { header, body }: Message, deliveryId: string): Taken {
  const { messageId, conversationId, from, type } = header
  const taken = { by, messageId, conversationId, deliveryId }
  if (from !== 'hub') return taken
  const { event, deliveryId: about = conversationId } = body as { readonly event?: string; readonly deliveryId?: string }
  return { ...taken, notice: `${event ?? type} of ${about}` }
}
