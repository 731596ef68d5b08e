/** Kills the processes of a hub again and again while cases flow through it, and compares what was promised with what came of it. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { SentMessage } from '#demo/partner.ts'
import { diceOf } from './dice.ts'
import { type Fired, type FireSettings, fire, liveOn } from './seats.ts'
import { openStage, type Stage } from './stage.ts'
import { startStorm } from './storm.ts'
import { type Accepted, type Faults, faultsOf } from './verdict.ts'

export interface Tally extends Omit<Fired, 'fallen'> {
  /** What else struck, by its name. */
  readonly disasters: Readonly<Record<string, number>>
  /** Messages with a receipt. */
  readonly messages: number
  /** Messages that a partner took, those of the hub included. */
  readonly takings: number
  readonly faults: Faults & Troubles
}

/** What no hub should come to, beside the promises that it makes to partners. */
interface Troubles {
  /** Cases that could not go on, and deliveries that were never settled. */
  readonly stuck: readonly string[]
  /** Hubs that ended for a reason of their own, and disasters that were none. */
  readonly fallen: readonly string[]
  /** Chains of the audit trail that do not hold. */
  readonly audit: readonly string[]
}

/** How long the last cases may take in calm weather, and the last deliveries. */
const CALM_MS = 240_000
const LOOK_MS = 250
/** Messages sent again at once. */
const AT_ONCE = 8

export async function killRounds(settings: FireSettings): Promise<Tally> {
  const stage = await openStage(settings)
  try {
    const disturbed: string[] = []
    const storm = startStorm(stage.disasters, diceOf(settings.seed + 6), (fault) => disturbed.push(fault))
    const { fallen, ...fired } = await fire(stage, settings)
    await storm.end()
    stage.mischief.end()
    await stage.books.start()
    const hubs = await liveOn(stage, settings.dataDir)
    const stuck = [...(await stage.load.finish(CALM_MS))]
    const accepted = await sentAgain(stage)
    if (!(await settled(stage))) stuck.push('deliveries were left unsettled')
    await Promise.all(hubs.map((hub) => hub.stop()))
    await stage.books.start()
    const { arrivals: arrived, takings: taken } = stage.memory
    const promises = faultsOf({ accepted, taken, arrived, booked: await stage.books.read() })
    const faults = { ...promises, stuck, fallen: [...fallen, ...disturbed], audit: await stage.books.broken() }
    return { ...fired, disasters: storm.struck, messages: accepted.length, takings: taken.length, faults }
  } finally {
    await stage.close()
  }
}

/** The same bytes once more: the answer must be the first receipt again. */
async function sentAgain({ memory, partners }: Stage): Promise<readonly Accepted[]> {
  const left = [...memory.sent.toSorted(byAcceptance).entries()]
  const accepted: Accepted[] = []
  const lane = async (): Promise<void> => {
    for (let next = left.pop(); next; next = left.pop()) {
      const [number, { header, document, receiptDocument }] = next
      const again = await partners.systems.get(header.from)?.client.submit(document)
      accepted[number] = {
        messageId: header.messageId,
        conversationId: header.conversationId,
        recipients: [header.to, ...(header.copyTo ?? [])],
        receipts: [receiptDocument, again].map((receipt) => `${Buffer.from(receipt?.bytes ?? []).toString('hex')} ${receipt?.signature}`),
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return accepted
}

/** A receipt that was lost on its way reaches its sender later than others have answered the message. */
const byAcceptance = (one: SentMessage, other: SentMessage): number => Date.parse(one.receipt.at) - Date.parse(other.receipt.at)

async function settled({ books }: Stage): Promise<boolean> {
  const until = performance.now() + CALM_MS
  while ((await books.open()) > 0) {
    if (performance.now() > until) return false
    await sleep(LOOK_MS)
  }
  return true
}
