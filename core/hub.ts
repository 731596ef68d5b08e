/** What every flow is handed: the ports, and the tables resolved from them. Built once in `main.ts`. */
import type { RuleSet } from '#schemas/agreements/rule-set.ts'
import type { Versions } from '#schemas/index.ts'
import type { Dialect } from './adapter.ts'
import type { PartyRecord } from './directory.ts'
import { hubError } from './errors.ts'
import type { PartyId, SignatureProfile } from './message.ts'
import type { ClaimedDelivery, Clock, Ids, Keys, Log, PushTransport, Store, Transports, Wake } from './ports.ts'
import type { Directory } from './resolve.ts'
import type { Watch } from './watch.ts'

export interface Hub {
  /** Name of this process: who holds a lease. */
  readonly process: string
  readonly store: Store
  /** The newest directory this process knows; never older than a few seconds. */
  directory(): Directory
  readonly dialects: ReadonlyMap<string, Dialect>
  /** Of the message standard, that messages may have and parties take. */
  readonly versions: Versions
  /** Every version of every agreement that this hub knows, older ones first. */
  readonly ruleSets: readonly RuleSet[]
  readonly keys: Keys
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly watch: Watch
  readonly transports: Transports
  /** Told that something fell due: dispatch and waiting mailboxes look again. */
  readonly wake: Wake
  /** Given by dispatch: where what has just been accepted may be delivered at once. */
  readonly room: Rooms
  /** Aborted when the hub stops: whoever waits for something lets go. */
  readonly stopping: AbortSignal
}

export interface Rooms {
  /** Room in this process for one delivery to the party; `undefined` when there is none, or when others wait for it. */
  take(party: PartyId, deliveryId: string): Room | undefined
}

/** Either it delivers, or it is left. */
export interface Room {
  /** How long the delivery is to be leased. */
  readonly leaseMs: number
  /** The delivery is leased to this process. */
  deliver(delivery: ClaimedDelivery): void
  /** It is not: it waits in the outbox, there is none, or nobody knows, because the store has not answered. */
  leave(why: 'waiting' | 'none' | 'unknown'): void
}

export const HUB: PartyId = 'hub'

/** How a party is sent to. One without takes from its mailbox, also where its transport needs something that this hub was not given (a broker). */
export function pushTo(hub: Hub, party: PartyRecord): PushTransport | undefined {
  return hub.transports[party.endpoint.transport]
}

/** How a party speaks. */
export function dialectOf(hub: Pick<Hub, 'dialects'>, party: PartyRecord): Dialect {
  const dialect = hub.dialects.get(party.dialect)
  if (!dialect) throw hubError('INTERNAL', { detail: 'The party is registered with a dialect that this hub does not have.' })
  return dialect
}

/** Receipts go back as the party speaks; JSON ones always carry a detached signature. */
export function replyProfile({ endpoint }: PartyRecord): SignatureProfile {
  return endpoint.signature === 'jws' ? 'jades' : endpoint.signature
}
