/** Partners of a simulated week as they take what comes: they heed the key of a delivery, and answer as their mood is. */
import { acknowledge } from '#core/flow/acknowledge.ts'
import { leaseFor, waitingFor } from '#core/flow/mailbox.ts'
import type { PartyId, SignedDocument } from '#core/message.ts'
import type { Answer } from '#core/ports.ts'
import { digestsOf } from '#core/signature/digest.ts'
import type { MemoryHub } from '#test/hub.ts'
import { type Handover, opened, receiptOf } from '#test/letters.ts'
import { keysOf } from '#test/parties.ts'
import { withReceipt, withStatus } from '#test/recording-push.ts'
import type { Moods } from './moods.ts'
import type { Arrived, Taken } from './verdict.ts'

export interface Readers {
  readonly taken: readonly Taken[]
  readonly arrived: readonly Arrived[]
  /** How often the hub has pushed, whatever came of it. */
  readonly attempts: number
  hasRead(party: PartyId, messageId: string): boolean
  hasTaken(deliveryId: string): boolean
  /** By a notice of the hub. */
  wasToldOf(deliveryId: string): boolean
  /** What parties do of their own accord: take from the mailbox, and hand in the receipts that they owe. */
  act(): Promise<void>
}

const LEASE_MS = 300_000
/** Taken from the mailbox at once. */
const MOST = 20

/** `pulls` takes from its mailbox, the others are pushed to. */
export function startReaders(memory: MemoryHub, moods: Moods, pulls: PartyId): Readers {
  const { hub, clock, push } = memory
  const taken: Taken[] = []
  const arrived: Arrived[] = []
  const owed: { readonly by: PartyId; readonly receipt: SignedDocument }[] = []
  const read = new Set<string>()
  const told = new Set<string>()
  const keys = new Set<string>()
  let attempts = 0

  const receiptFor = (by: PartyId, handover: Handover, more = {}) => receiptOf(by, handover, clock.now(), more)
  const handIn = (by: PartyId, receipt: SignedDocument) => acknowledge(hub, memory.inbound(by, receipt))

  /** The second time nothing is read. */
  const take = async (by: PartyId, { deliveryId, document }: Handover): Promise<void> => {
    arrived.push({ deliveryId, digest: digestsOf(document).digest })
    if (keys.has(deliveryId)) return
    keys.add(deliveryId)
    const { header, body } = await opened(by, document)
    const { messageId, conversationId } = header
    read.add(`${messageId} ${by}`)
    const { event, deliveryId: about } = body as { readonly event?: string; readonly deliveryId?: string }
    const notice = header.from === 'hub' ? { notice: `${event} of ${about}` } : {}
    if (about !== undefined) told.add(about)
    taken.push({ by, messageId, conversationId, deliveryId, ...notice })
  }

  push.answer(async ({ party, ...handover }): Promise<Answer> => {
    attempts++
    const mood = moods.of(party)
    if (mood === 'away') throw new Error('nobody is there')
    if (mood === 'busy') return withStatus(503, 120)
    await take(party, handover)
    if (mood === 'mute') return withStatus(200)
    if (mood === 'lying') return withReceipt(await receiptFor(party, handover, { digest: '0'.repeat(64) }))
    const receipt = await receiptFor(party, handover)
    if (mood !== 'late') return withReceipt(receipt)
    owed.push({ by: party, receipt })
    return withStatus(202)
  })

  const pull = async (): Promise<void> => {
    if (moods.of(pulls) === 'away') return
    const { peer } = keysOf(pulls)
    for (const { deliveryId, messageId, leasedUntil } of await waitingFor(hub, peer, MOST, 0, new AbortController().signal)) {
      if (leasedUntil) continue
      const { document } = await leaseFor(hub, peer, deliveryId, LEASE_MS)
      const handover = { deliveryId, messageId, document }
      await take(pulls, handover)
      if (moods.of(pulls) === 'well') await handIn(pulls, await receiptFor(pulls, handover))
    }
  }

  return {
    taken,
    arrived,
    get attempts() {
      return attempts
    },
    hasRead: (party, messageId) => read.has(`${messageId} ${party}`),
    hasTaken: (deliveryId) => keys.has(deliveryId),
    wasToldOf: (deliveryId) => told.has(deliveryId),
    async act() {
      await pull()
      for (const { by, receipt } of owed.splice(0)) {
        if (moods.of(by) === 'late') owed.push({ by, receipt })
        else await handIn(by, receipt)
      }
    },
  }
}
