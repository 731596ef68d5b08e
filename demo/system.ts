/** A partner's system as it stands somewhere: the partner with its keys, its connection to the hub, and the way in which messages reach it. */
import type { Dialect } from '#core/adapter.ts'
import type { Message } from '#core/message.ts'
import type { Clock } from '#core/ports.ts'
import { type HubClient, hubClient } from './hub-client.ts'
import type { DemoParty } from './parties.ts'
import { createPartner, type Partner } from './partner.ts'
import { startPulling } from './pulling.ts'
import { openDoor } from './pushed.ts'
import type { World } from './world.ts'

export interface System {
  readonly partner: Partner
  readonly client: HubClient
  /** Where the hub pushes to; `undefined` for a party that pulls. */
  readonly url: string | undefined
  /** When the hub is there. */
  readonly startPulling: () => void
  readonly close: () => Promise<void>
}

export async function openSystem(
  party: DemoParty,
  world: World,
  dialect: Dialect,
  clock: Clock,
  { origin, onMessage }: { readonly origin: string; readonly onMessage: (message: Message, deliveryId: string) => void },
): Promise<System> {
  const { id, signature, transport, receipts, token } = party
  const { tls, signing } = world.keysOf(id)
  const { hubSigner, hubFingerprint } = world
  const client = hubClient(origin, tls)
  const partner = createPartner({ party: id, dialect, signature, key: signing, token, hubSigner, client, clock, onMessage })
  const door = transport === 'push' ? await openDoor(partner, { tls, hubFingerprint, receipts, handIn: client.handIn }) : undefined
  let pulling: { readonly stop: () => void } | undefined
  return {
    partner,
    client,
    url: door?.url,
    startPulling: () => {
      if (transport === 'mailbox') pulling = startPulling(partner, client)
    },
    close: async () => {
      pulling?.stop()
      await Promise.all([door?.close(), client.close()])
    },
  }
}
