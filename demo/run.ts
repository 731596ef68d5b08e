/** The demo: a hub, the systems of its partners, and readmission cases flowing through. */
import { join } from 'node:path'
import { dialectNamed, loadDialects } from '#adapters/load.ts'
import type { Message, PartyId } from '#core/message.ts'
import { makeDataFolder } from '#prisma/embedded/data-folder.ts'
import { createCalendar } from './calendar.ts'
import { type CaseSettings, type Cases, createCases } from './cases.ts'
import { shiftedClock } from './clock.ts'
import { confirmLimits } from './confirm.ts'
import { demoHub, type HubProcess, startHubProcess } from './hub-process.ts'
import { PARTIES } from './parties.ts'
import { openSystem, type System } from './system.ts'
import { makeWorld, writeParties } from './world.ts'

export interface DemoSettings extends CaseSettings {
  readonly dataDir: string
  readonly exchangePort: number
  readonly opsPort: number
  /** Any that is free when left out. */
  readonly consolePort?: number
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
  const { dataDir, exchangePort, opsPort, consolePort = 0, onTaken } = settings
  const pkiDir = join(dataDir, 'pki')
  makeDataFolder(dataDir)
  const world = await makeWorld(pkiDir)
  const dialects = await loadDialects()
  await using opened = new AsyncDisposableStack()
  const systems = new Map<PartyId, System>()
  const clock = shiftedClock()
  const calendar = createCalendar(clock, (shiftMs) => hub.ask({ shiftMs }))
  const cases = createCases({ systems, calendar, confirm: (limits) => confirmLimits(limits, environment) }, settings)
  for (const party of PARTIES) {
    const system = await openSystem(party, world, dialectNamed(party.dialect, dialects), clock, {
      origin: `https://127.0.0.1:${exchangePort}`,
      onMessage: (message, deliveryId) => {
        onTaken?.(party.id, message, deliveryId)
        cases.reached(party.id, message)
      },
    })
    opened.defer(system.close)
    systems.set(party.id, system)
  }
  const environment = {
    KORPU_DATA: dataDir,
    KORPU_PARTIES: writeParties(pkiDir, new Map([...systems].map(([id, { url }]) => [id, url]))),
    KORPU_EXCHANGE_PORT: String(exchangePort),
    KORPU_OPS_PORT: String(opsPort),
    KORPU_CONSOLE_PORT: String(consolePort),
    ...settings.hubEnvironment,
  }
  const hub = await startHubProcess(environment, logOf(dataDir), () => demoHub(clock.shiftMs))
  opened.defer(hub.stop)
  for (const { startPulling } of systems.values()) startPulling()
  const running = opened.move()
  return { cases, hub, systems, stop: () => running.disposeAsync() }
}

export const logOf = (dataDir: string): string => join(dataDir, 'hub.log')
