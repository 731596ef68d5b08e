/** A demo whose partners remember all that they sent and took, so that they can tell what came of it. */
import type { Step } from '#demo/cases.ts'
import type { SentMessage } from '#demo/partner.ts'
import { type Demo, type DemoSettings, startDemo } from '#demo/run.ts'
import { type Accepted, seenFaults, type Taken } from './verdict.ts'

export interface Witnessed {
  readonly demo: Demo
  readonly sent: readonly SentMessage[]
  readonly taken: readonly Taken[]
  /** Waits until these cases have ended, and compares what was promised with what arrived. */
  readonly verdict: (cases: readonly Promise<readonly Step[]>[]) => Promise<Tally>
}

export interface Tally {
  readonly cases: number
  readonly messages: number
  readonly takings: number
  readonly faults: readonly string[]
}

export async function startWitnessed(settings: Omit<DemoSettings, 'paceMs' | 'onSent' | 'onTaken'>): Promise<Witnessed> {
  const sent: SentMessage[] = []
  const taken: Taken[] = []
  const demo = await startDemo({
    ...settings,
    paceMs: 0,
    onSent: (message) => sent.push(message),
    onTaken: (by, { header: { messageId, conversationId } }, deliveryId) => taken.push({ by, messageId, conversationId, deliveryId }),
  })
  const verdict: Witnessed['verdict'] = async (cases) => {
    const steps = await Promise.all(cases)
    const unfinished = steps.flat().filter(({ failed }) => failed !== undefined)
    const accepted = await Promise.all(sent.map((message) => acceptedOf(demo, message)))
    const faults = [
      ...unfinished.map(({ conversationId, number, failed }) => `case ${conversationId} failed at step ${number}: ${failed}`),
      ...seenFaults(accepted, taken),
    ]
    return { cases: cases.length, messages: sent.length, takings: taken.length, faults }
  }
  return { demo, sent, taken, verdict }
}

/** Sends the same bytes once more, and asks for the receipt: both must be the first one again. */
async function acceptedOf(demo: Demo, { header, document, receiptDocument }: SentMessage): Promise<Accepted> {
  const system = demo.systems.get(header.from)
  if (!system) throw new Error(`nobody speaks for ${header.from}`)
  const again = await system.client.submit(document)
  return {
    messageId: header.messageId,
    conversationId: header.conversationId,
    recipients: [header.to, ...(header.copyTo ?? [])],
    receipts: [receiptDocument, again].map(({ bytes, signature = '' }) => `${Buffer.from(bytes).toString('hex')} ${signature}`),
  }
}
