/** The demo: a hub, three partner systems, and a readmission case flowing through. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { dialectOf, loadAdapters } from '#adapters/load.ts'
import type { PartyId } from '#core/message.ts'
import { type Cases, createCases, type Step } from './cases.ts'
import { type HubClient, hubClient } from './hub-client.ts'
import { type HubProcess, startHubProcess } from './hub-process.ts'
import { createPartner, type Partner } from './partner.ts'
import { startPulling } from './pulling.ts'
import { type Door, openDoor } from './pushed.ts'
import { makeWorld, PARTIES, writeParties } from './world.ts'

export interface DemoSettings {
  readonly dataDir: string
  readonly exchangePort: number
  readonly opsPort: number
  /** Pause of an official before each move. */
  readonly paceMs: number
  readonly onStep: (step: Step) => void
  /** Settings of the hub beside those of the demo, e.g. DATABASE_URL. */
  readonly hubEnvironment?: Readonly<Record<string, string>>
}

export interface Demo {
  readonly cases: Cases
  readonly hub: HubProcess
  stop(): Promise<void>
}

interface System {
  readonly partner: Partner
  readonly client: HubClient
}

export async function startDemo(settings: DemoSettings): Promise<Demo> {
  const pkiDir = join(settings.dataDir, 'pki')
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o755 })
  const world = await makeWorld(pkiDir)
  const adapters = await loadAdapters()
  const origin = `https://127.0.0.1:${settings.exchangePort}`
  const systems = new Map<PartyId, System>()
  for (const { id, dialect, signature } of PARTIES) {
    const { tls, signing } = world.keysOf(id)
    const client = hubClient(origin, tls)
    const partner = createPartner({ party: id, dialect: dialectOf(dialect, adapters), signature, key: signing, hubSigner: world.hubSigner, client })
    systems.set(id, { partner, client })
  }
  const cases = createCases(systems, settings.paceMs, settings.onStep)
  const doors = new Map<PartyId, Door>()
  for (const { id, transport, receipts } of PARTIES) {
    const system = systems.get(id)
    if (!system || transport !== 'push') continue
    const { tls } = world.keysOf(id)
    const { hubFingerprint } = world
    const handIn = system.client.handIn
    doors.set(id, await openDoor(system.partner, { tls, hubFingerprint, receipts, handIn, onMessage: (message) => cases.react(id, message) }))
  }
  const parties = writeParties(pkiDir, new Map([...doors].map(([id, { url }]) => [id, url])))
  const hub = await startHubProcess(
    {
      KORPU_DATA: settings.dataDir,
      KORPU_PARTIES: parties,
      KORPU_EXCHANGE_PORT: String(settings.exchangePort),
      KORPU_OPS_PORT: String(settings.opsPort),
      ...settings.hubEnvironment,
    },
    settings.opsPort,
    join(settings.dataDir, 'hub.log'),
  )
  const pulling = PARTIES.filter(({ transport }) => transport === 'mailbox').flatMap(({ id }) => {
    const system = systems.get(id)
    return system ? [startPulling(system.partner, system.client, (message) => cases.react(id, message))] : []
  })

  const stop = async (): Promise<void> => {
    for (const puller of pulling) puller.stop()
    await hub.stop()
    await Promise.all([...doors.values()].map((door) => door.close()))
    await Promise.all([...systems.values()].map(({ client }) => client.close()))
  }
  return { cases, hub, stop }
}
