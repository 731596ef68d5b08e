/** Kills the hub of a demo again and again while cases flow through it, and lets the partners tell what came of it. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Step } from '#demo/cases.ts'
import type { SentMessage } from '#demo/partner.ts'
import { type Demo, startDemo } from '#demo/run.ts'
import { killDatabase } from './processes.ts'
import { type Accepted, faultsOf, type Taken } from './verdict.ts'

export interface KillSettings {
  readonly kills: number
  /** The same seed kills at the same moments, as far as a machine can repeat itself. */
  readonly seed: number
  readonly dataDir: string
  readonly exchangePort: number
  readonly opsPort: number
  readonly onKill?: (line: string) => void
}

export interface Tally {
  readonly cases: number
  readonly messages: number
  readonly takings: number
  readonly faults: readonly string[]
}

/** Cases that begin before each kill. */
const CASES_A_KILL = 3
/** A case takes about a second on an idle machine; a start of the hub, too. */
const LATEST_MS = 1_200
/** Leases of the mailbox are the party's, and run out. */
const LEASE_S = '2'

export async function killRounds(settings: KillSettings): Promise<Tally> {
  const { kills, seed, dataDir, exchangePort, opsPort } = settings
  const sent: SentMessage[] = []
  const taken: Taken[] = []
  const demo = await startDemo({
    dataDir,
    exchangePort,
    opsPort,
    paceMs: 0,
    hubEnvironment: { KORPU_LEASE_S: LEASE_S },
    onSent: (message) => sent.push(message),
    onTaken: (by, { header: { messageId, conversationId } }, deliveryId) => taken.push({ by, messageId, conversationId, deliveryId }),
  })
  try {
    const random = randomFrom(seed)
    const cases: Promise<readonly Step[]>[] = []
    for (let number = 1; number <= kills; number++) {
      for (let i = 0; i < CASES_A_KILL; i++) cases.push(demo.cases.play())
      const how = await killOnce(demo, dataDir, random)
      settings.onKill?.(`kill ${number}/${kills}  ${how}; so far ${sent.length} messages receipted, ${taken.length} taken`)
    }
    const steps = await Promise.all(cases)
    const unfinished = steps.flat().filter(({ failed }) => failed !== undefined)
    const accepted = await Promise.all(sent.map((message) => acceptedOf(demo, message)))
    const faults = [
      ...unfinished.map(({ conversationId, number, failed }) => `case ${conversationId} failed at step ${number}: ${failed}`),
      ...faultsOf(accepted, taken),
    ]
    return { cases: cases.length, messages: sent.length, takings: taken.length, faults }
  } finally {
    await demo.stop()
  }
}

/** One kill at a random moment, of the hub alone or with its database; every fourth one before the hub is up again. Then a whole start. */
async function killOnce(demo: Demo, dataDir: string, random: () => number): Promise<string> {
  const afterMs = Math.round(random() * LATEST_MS)
  const withDatabase = random() < 0.3
  const whileStarting = random() < 0.25
  await sleep(afterMs)
  await demo.hub.kill()
  if (withDatabase) await killDatabase(dataDir)
  if (whileStarting) {
    const started = demo.hub.start().catch(() => undefined)
    await sleep(Math.round(random() * LATEST_MS))
    await demo.hub.kill()
    await started
  }
  await demo.hub.start()
  const what = `${withDatabase ? 'hub and database' : 'hub'}${whileStarting ? ', and the hub again while it started' : ''}`
  return `after ${String(afterMs).padStart(4)} ms: ${what}`
}

/** Sends the same bytes once more, and asks for the receipt: both must be the first one again. */
async function acceptedOf(demo: Demo, { header, document, receipt, receiptDocument }: SentMessage): Promise<Accepted> {
  const system = demo.systems.get(header.from)
  if (!system) throw new Error(`nobody speaks for ${header.from}`)
  const again = await system.client.submit(document)
  return {
    messageId: header.messageId,
    conversationId: header.conversationId,
    recipients: [header.to, ...(header.copyTo ?? [])],
    acceptedAt: Date.parse(receipt.at),
    receipts: [receiptDocument, again].map(({ bytes, signature = '' }) => `${Buffer.from(bytes).toString('hex')} ${signature}`),
  }
}

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
