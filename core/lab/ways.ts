/** Ways to a party, as its messages will take them: pushed, put into its queue or folder, or left in its mailbox. What follows later comes over the desk. */
import type { PartyRecord } from '#core/directory.ts'
import { isMediaType, type SignedDocument, type Transport } from '#core/message.ts'
import type { Answer, Clock, PushTransport } from '#core/ports.ts'
import type { LabDelivery, LabDesk } from './desk.ts'
import type { LabHow, LabLine, LabSaid, LabWay } from './lab.ts'

export interface WayPorts {
  readonly desk: LabDesk
  readonly clock: Clock
  readonly labId: string
  readonly line: LabLine
  /** What brings deliveries to a place of the party's, its queue or its folder, where it has one; the receipt follows. */
  readonly carrier: PushTransport | undefined
  /** How long a receipt may follow, or a party may take to pull. */
  readonly waitMs: number
  /** How long to listen where none should follow. */
  readonly quietMs: number
  readonly signal: AbortSignal
}

const LOOK_MS = 100
/** A session that is killed leaves nothing for longer. */
const LONGEST_MS = 6 * 3_600_000

export function wayTo(party: PartyRecord, ports: WayPorts): LabWay {
  const { desk, clock, signal } = ports
  const opened = new Set<string>()

  const open = async (delivery: LabDelivery, waits: boolean): Promise<void> => {
    const now = clock.now()
    opened.add(delivery.deliveryId)
    await desk.open(delivery, waits, now, new Date(now.getTime() + LONGEST_MS))
  }

  /** The first statement beyond those that were there before. */
  const following = async ({ deliveryId }: LabDelivery, before: number, how: LabHow, waits: boolean): Promise<LabSaid> => {
    const until = performance.now() + ports.waitMs
    let quietUntil = how.hopeless && !waits ? performance.now() + ports.quietMs : until
    for (;;) {
      signal.throwIfAborted()
      const { statements, takenAt } = await desk.told(deliveryId)
      const statement = statements[before]
      if (statement) return { status: undefined, why: undefined, statement }
      if (waits && how.hopeless && takenAt && quietUntil === until) quietUntil = Math.min(until, performance.now() + ports.quietMs)
      if (performance.now() > quietUntil) return { status: undefined, why: waits && !takenAt ? 'untaken' : 'late', statement: undefined }
      await pause()
    }
  }

  const push = async (delivery: LabDelivery, how: LabHow, before: number): Promise<LabSaid> => {
    const { client = 'hub', cutAfter } = how
    const answer = await ports.line.call({ party, client, delivery, labId: ports.labId, cutAfter, signal })
    if (typeof answer === 'string') return { status: undefined, why: answer, statement: undefined }
    const statement = statementIn(answer)
    if (statement || answer.status !== 202) return { status: answer.status, why: undefined, statement }
    return { ...(await following(delivery, before, how, false)), status: 202 }
  }

  const carry = async (carrier: PushTransport, delivery: LabDelivery, how: LabHow, before: number): Promise<LabSaid> => {
    const { deliveryId, messageId, document } = delivery
    const until = performance.now() + ports.waitMs
    for (;;) {
      try {
        await carrier.push({ party: party.id, deliveryId, messageId, document, trace: undefined, timeoutMs: ports.waitMs })
        return following(delivery, before, how, false)
      } catch {
        // It is away, perhaps only until the connection that was just begun is there.
        if (performance.now() > until) return { status: undefined, why: 'unreachable', statement: undefined }
        signal.throwIfAborted()
        await pause()
      }
    }
  }

  const { carrier } = ports
  const transport = transportTo(party, carrier)
  const waits = transport === 'mailbox'
  return {
    transport,
    deliver: async (delivery, how = {}) => {
      signal.throwIfAborted()
      const { statements } = await desk.told(delivery.deliveryId)
      await open(delivery, waits)
      if (transport === 'push') return push(delivery, how, statements.length)
      return carrier ? carry(carrier, delivery, how, statements.length) : following(delivery, statements.length, how, true)
    },
    fetchedAt: async (deliveryId) => (await desk.told(deliveryId)).fetchedAt,
    close: () => desk.close([...opened], clock.now()),
  }
}

/** A party whose place this hub cannot reach takes from its mailbox. */
export const transportTo = ({ endpoint: { transport } }: PartyRecord, carrier: PushTransport | undefined): Transport =>
  transport === 'push' || carrier ? transport : 'mailbox'

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LOOK_MS))

function statementIn({ bytes, mediaType, signature }: Answer): SignedDocument | undefined {
  return bytes.length > 0 && isMediaType(mediaType) ? { bytes, mediaType, signature } : undefined
}
