/** Statistics of the store in memory. Passes the same suite as the real ones (statistics.contract.ts). */
import type { StoredClock } from '#core/clocks/clock.ts'
import type { MessageType, PartyId } from '#core/message.ts'
import type { HubMessage, NewMessage, Statistics } from '#core/ports.ts'
import { COUNTED_OPENINGS, COUNTED_TYPES, type RecordedCase, type RecordedMessage } from '#core/statistics/recorded.ts'

type Stored = NewMessage | HubMessage['message']

export interface Kept {
  /** In the order of acceptance. */
  readonly messages: readonly { readonly message: Stored; readonly receivedAt: Date }[]
  readonly clocks: readonly StoredClock[]
  handedOverAt(message: Stored): Date | undefined
}

export function memoryStatistics(look: () => Kept): Statistics {
  return {
    async *cases(until) {
      const kept = look()
      const messages = kept.messages.filter(({ receivedAt }) => receivedAt < until)
      const cases = [...Map.groupBy(messages, ({ message }) => message.conversationId)].sort(([a], [b]) => (a < b ? -1 : 1))
      for (const [id, [opening, ...more]] of cases) {
        if (!opening || !OPENINGS.has(opening.message.type)) continue
        const recorded = ({ message, receivedAt }: Kept['messages'][number]) => recordedOf(message, receivedAt, kept, until)
        const counted = more.filter(({ message }) => COUNTED.has(message.type))
        const followed = kept.clocks.flatMap((clock) => (clock.conversationId === id ? followedOf(clock, until) : []))
        yield [recorded(opening), ...counted.map(recorded), ...followed] satisfies RecordedCase
      }
    },
  }
}

const OPENINGS: ReadonlySet<MessageType> = new Set(COUNTED_OPENINGS)
const COUNTED: ReadonlySet<MessageType> = new Set(COUNTED_TYPES)
const HUB: PartyId = 'hub'

function recordedOf(message: Stored, receivedAt: Date, kept: Kept, until: Date): RecordedMessage {
  const { type, from, to, facts } = message
  const handedOverAt = kept.handedOverAt(message)
  return { type, from, to, receivedAt, handedOverAt: handedOverAt && handedOverAt < until ? handedOverAt : undefined, said: facts }
}

function followedOf({ lapse, lapsedAt }: StoredClock, until: Date): readonly RecordedMessage[] {
  if (!lapse || !lapsedAt || lapsedAt >= until) return []
  return [{ type: lapse, from: HUB, to: HUB, receivedAt: lapsedAt, handedOverAt: undefined, said: undefined }]
}
