/** The demo's partners, with a stretch of network before each door, bad days, and a memory of all that reached them. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dialectNamed, loadDialects } from '#adapters/load.ts'
import type { PartyFileInput } from '#certs/party-file.ts'
import type { Message, PartyId } from '#core/message.ts'
import { digestsOf } from '#core/signature/digest.ts'
import { shiftedClock } from '#demo/clock.ts'
import { type HubClient, hubClient } from '#demo/hub-client.ts'
import { PARTIES } from '#demo/parties.ts'
import { createPartner, type Partner } from '#demo/partner.ts'
import { startPulling } from '#demo/pulling.ts'
import { openDoor } from '#demo/pushed.ts'
import { makeWorld, writeParties } from '#demo/world.ts'
import { type TestBroker, userOf } from '#test/broker.ts'
import { openBackOffice } from './back-office.ts'
import type { Mischief } from './mischief.ts'
import { openStretch, type Stretch } from './stretch.ts'
import type { Arrived } from './verdict.ts'

export interface Partners {
  readonly systems: ReadonlyMap<PartyId, { readonly partner: Partner; readonly client: HubClient }>
  /** One before each door. */
  readonly stretches: readonly Stretch[]
  /** The file that registers them. */
  readonly file: string
  close(): Promise<void>
}

export interface PartnerSettings {
  readonly pkiDir: string
  /** Where they find the hub. */
  readonly origin: string
  /** Where one of them has queues; without it that one has a door, too. */
  readonly broker: TestBroker | undefined
  readonly mischief: Mischief
  readonly onArrived: (arrived: Arrived) => void
  readonly onTaken: (by: PartyId, message: Message, deliveryId: string) => void
}

/** Who has queues: to this one every story leads. */
export const AT_BROKER: PartyId = 'az-sms'

export async function openPartners({ pkiDir, origin, broker, mischief, onArrived, onTaken }: PartnerSettings): Promise<Partners> {
  await using opened = new AsyncDisposableStack()
  const world = await makeWorld(pkiDir)
  const dialects = await loadDialects()
  const systems = new Map<PartyId, { readonly partner: Partner; readonly client: HubClient }>()
  const stretches: Stretch[] = []
  const urls = new Map<PartyId, string | undefined>()
  const clock = shiftedClock()
  for (const { id, dialect, signature, transport, receipts } of PARTIES) {
    const { tls, signing } = world.keysOf(id)
    const { hubSigner, hubFingerprint } = world
    // A sender that gives up never learns whether its message was accepted: these go on until they know.
    const direct = hubClient(origin, tls, Number.POSITIVE_INFINITY)
    opened.defer(direct.close)
    const office = broker && id === AT_BROKER ? openBackOffice(broker, id) : undefined
    const client: HubClient = office ? { ...direct, submit: office.submit, handIn: office.handIn } : direct
    const onMessage = (message: Message, deliveryId: string) => onTaken(id, message, deliveryId)
    const good = createPartner({
      party: id,
      dialect: dialectNamed(dialect, dialects),
      signature,
      key: signing,
      hubSigner,
      client,
      clock,
      onMessage,
    })
    const watched: Partner = {
      ...good,
      take: (deliveryId, document) => {
        onArrived({ deliveryId, digest: digestsOf(document).digest })
        return good.take(deliveryId, document)
      },
    }
    let stretch: Stretch | undefined
    const partner = mischief.around(watched, () => (office ?? stretch)?.drop())
    if (office) {
      office.follow(partner)
      opened.defer(office.close)
    } else if (transport === 'push') {
      const door = await openDoor(partner, { tls, hubFingerprint, receipts, handIn: client.handIn })
      opened.defer(door.close)
      stretch = await openStretch([{ port: Number(new URL(door.url).port), host: '127.0.0.1' }])
      opened.defer(stretch.close)
      stretches.push(stretch)
      urls.set(id, `https://localhost:${stretch.port}/inbox`)
    } else {
      const { stop } = startPulling(partner, client)
      opened.defer(stop)
    }
    systems.set(id, { partner, client })
  }
  const file = impatient(writeParties(pkiDir, urls), broker ? AT_BROKER : undefined)
  const running = opened.move()
  return { systems, stretches, file, close: () => running.disposeAsync() }
}

/** The same parties, but that all their times are short, and that European senders are told of every delivery. */
function impatient(usual: string, atBroker: PartyId | undefined): string {
  const { parties, agreements } = JSON.parse(readFileSync(usual, 'utf8')) as PartyFileInput
  const endpoint = {
    timeoutS: 2,
    receiptTimeoutS: 3,
    retry: { firstS: 0.2, factor: 2, maxS: 1, jitter: 0.2 },
    breaker: { failures: 5, maxProbeS: 1 },
  }
  const file: PartyFileInput = {
    parties: parties.map((party) => ({
      ...party,
      endpoint: { ...party.endpoint, ...endpoint, ...(party.id === atBroker ? { transport: 'amqp' as const } : {}) },
      ...(party.id === atBroker ? { brokerUser: userOf(party.id) } : {}),
    })),
    agreements: agreements.map((agreement) => ({ ...agreement, notices: agreement.from.startsWith('az-') ? 'failures' : 'all' })),
  }
  const path = join(usual, '..', 'impatient.json')
  writeFileSync(path, JSON.stringify(file), { mode: 0o600 })
  return path
}
