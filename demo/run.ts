/** The demo: a hub, three partner systems, and a readmission case flowing through. */
import { join } from 'node:path'
import { dialectNamed, loadDialects } from '#adapters/load.ts'
import type { Message, PartyId } from '#core/message.ts'
import { makeDataFolder } from '#prisma/embedded/data-folder.ts'
import { type Cases, createCases, type Step } from './cases.ts'
import { type HubProcess, startHubProcess } from './hub-process.ts'
import type { SentMessage } from './partner.ts'
import { openSystem, type System } from './system.ts'
import { makeWorld, PARTIES, writeParties } from './world.ts'

export interface DemoSettings {
  readonly dataDir: string
  readonly exchangePort: number
  readonly opsPort: number
  /** Pause of an official before each move. */
  readonly paceMs: number
  readonly onStep?: (step: Step) => void
  /** Every message that has the hub's receipt. */
  readonly onSent?: (message: SentMessage) => void
  /** Every message that a partner took; a delivery that comes twice is taken once. */
  readonly onTaken?: (by: PartyId, message: Message, deliveryId: string) => void
  /** Settings of the hub beside those of the demo, e.g. DATABASE_URL. */
  readonly hubEnvironment?: Readonly<Record<string, string>>
}

export interface Demo {
  readonly cases: Cases
  readonly hub: HubProcess
  readonly systems: ReadonlyMap<PartyId, System>
  /** Ends the hub in order, then the partners. */
  readonly stop: () => Promise<void>
}

/** Answers when the hub serves. Throws a `PlainError` when it cannot. */
export async function startDemo(settings: DemoSettings): Promise<Demo> {
  const { dataDir, exchangePort, opsPort, onTaken } = settings
  const pkiDir = join(dataDir, 'pki')
  makeDataFolder(dataDir)
  const world = await makeWorld(pkiDir)
  const dialects = await loadDialects()
  await using opened = new AsyncDisposableStack()
  const systems = new Map<PartyId, System>()
  const cases = createCases(systems, settings)
  for (const party of PARTIES) {
    const system = await openSystem(
      party,
      world,
      dialectNamed(party.dialect, dialects),
      `https://127.0.0.1:${exchangePort}`,
      (message, deliveryId) => {
        onTaken?.(party.id, message, deliveryId)
        cases.react(party.id, message)
      },
    )
    opened.defer(system.close)
    systems.set(party.id, system)
  }
  const environment = {
    KORPU_DATA: dataDir,
    KORPU_PARTIES: writeParties(pkiDir, new Map([...systems].map(([id, { url }]) => [id, url]))),
    KORPU_EXCHANGE_PORT: String(exchangePort),
    KORPU_OPS_PORT: String(opsPort),
    ...settings.hubEnvironment,
  }
  const hub = await startHubProcess(environment, logOf(dataDir))
  opened.defer(hub.stop)
  for (const { startPulling } of systems.values()) startPulling()
  const running = opened.move()
  return { cases, hub, systems, stop: () => running.disposeAsync() }
}

export const logOf = (dataDir: string): string => join(dataDir, 'hub.log')
