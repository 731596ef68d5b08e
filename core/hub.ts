/** What every flow is handed: the ports, and the tables resolved from them. Built once in `main.ts`. */
import type { Dialect } from './adapter.ts'
import type { PartyRecord } from './directory.ts'
import { hubError } from './errors.ts'
import type { PartyId, SignatureProfile } from './message.ts'
import type { Clock, Ids, Keys, Log, PushTransport, Store, Wake } from './ports.ts'
import type { Directory } from './resolve.ts'

export interface Hub {
  /** Name of this process: who holds a lease. */
  readonly process: string
  readonly store: Store
  /** The newest directory this process knows; never older than a few seconds. */
  directory(): Directory
  readonly dialects: ReadonlyMap<string, Dialect>
  readonly keys: Keys
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly push: PushTransport
  /** Told that something fell due: dispatch and waiting mailboxes look again. */
  readonly wake: Wake
  /** Aborted when the hub stops: whoever waits for something lets go. */
  readonly stopping: AbortSignal
}

export const HUB: PartyId = 'hub'

/** How a party speaks. */
export function dialectOf(hub: Hub, party: PartyRecord): Dialect {
  const dialect = hub.dialects.get(party.dialect)
  if (!dialect) throw hubError('INTERNAL', { detail: 'The party is registered with a dialect that this hub does not have.' })
  return dialect
}

/** Receipts and problems go back in the syntax of the party; JSON ones always carry a detached signature. */
export function replyProfile(dialect: Dialect): SignatureProfile {
  return dialect.syntax === 'xml' ? 'xades' : 'jades'
}
