/**
 * A hub in memory: real flows on real in-memory ports, with a clock that stands until it is moved, ids that count, real keys, the real log
 * read back line by line, and parties that can be told how to answer a push.
 */
import { randomUUID } from 'node:crypto'
import type { Dialect } from '#core/adapter.ts'
import type { AgreementRecord, Confirmation, PartyRecord, Restoration } from '#core/directory.ts'
import { deliver } from '#core/flow/deliver.ts'
import { receive } from '#core/flow/receive.ts'
import { waking } from '#core/flow/waking.ts'
import { type Hub, pushTo, type Rooms } from '#core/hub.ts'
import type { Inbound, Message, PartyId, SignedDocument } from '#core/message.ts'
import type { Clock, Ids, Keys, Store, Transports } from '#core/ports.ts'
import { type Directory, directoryOf } from '#core/resolve.ts'
import { UNWATCHED, type Watch } from '#core/watch.ts'
import { createLog } from '#log'
import { RULE_SETS } from '#schemas/agreements/rule-sets.ts'
import { VERSIONS, type Versions } from '#schemas/index.ts'
import { type Draft, letter, signed } from './letters.ts'
import { type MemoryStore, memoryStore } from './memory-store.ts'
import { DIALECTS, hubKeys, keysOf, testDirectory } from './parties.ts'
import { type RecordingPush, recordingPush } from './recording-push.ts'

export interface SettableClock extends Clock {
  /** By seconds, also backwards. */
  move(seconds: number): void
}

export interface LogLine {
  readonly event: string
  readonly [field: string]: unknown
}

export interface MemoryHub {
  readonly hub: Hub
  readonly store: MemoryStore
  readonly clock: SettableClock
  readonly push: RecordingPush
  /** Everything the hub logged, as it would leave the process. */
  logged(): string
  lines(event: string): readonly LogLine[]

  /** Looks at the directory of the store, as a process does every second. */
  follow(): Promise<void>
  changeParty(id: PartyId, edit: (party: PartyRecord) => PartyRecord): Promise<void>
  changeAgreements(edit: (agreement: AgreementRecord) => AgreementRecord): Promise<void>
  /** As after a backup was brought back. */
  restored(restoration: Restoration): Promise<void>
  /** As an administrator does. */
  confirm(confirmations: readonly Confirmation[]): Promise<void>
  withdraw(confirmation: Confirmation): Promise<void>

  /** A message of a party, new but for what the draft says. */
  letter(from: PartyId, type: Message['header']['type'], draft?: Draft): Message
  /** Signed as its author signs, now. */
  signed(message: Message): Promise<SignedDocument>
  /** As if `party` had sent the bytes over its own TLS connection. */
  inbound(party: PartyId, document: SignedDocument): Inbound
  /** Writes, signs and hands in; answers with message, bytes and receipt. Throws what `receive` throws. */
  send(from: PartyId, type: Message['header']['type'], draft?: Draft): Promise<Sent>
  /** One attempt of everything that is due, of at most `free` a party; how many there were. */
  deliverDue(free?: number): Promise<number>
}

export interface Sent {
  readonly message: Message
  readonly document: SignedDocument
  readonly receipt: SignedDocument
}

export interface MemoryHubOptions {
  /** Something between the flows and the memory: a store that fails, or waits. */
  readonly store?: (memory: MemoryStore) => Store
  /** More than the recorded push. */
  readonly transports?: Transports
  /** More than those of the parties. */
  readonly dialects?: readonly Dialect[]
  /** Others than those of this hub. */
  readonly versions?: Versions
  /** Others than the one of the tests. */
  readonly keys?: Keys
  /** Where what is accepted may go at once; nowhere, unless told. */
  readonly room?: () => Rooms
  /** Somebody who looks. */
  readonly watch?: Watch
}

const LEASE_MS = 60_000

export async function memoryHub(options: MemoryHubOptions = {}): Promise<MemoryHub> {
  const store = memoryStore()
  store.replaceDirectory(testDirectory())
  let directory: Directory
  const follow = async (): Promise<void> => {
    directory = directoryOf(await store.directory())
  }
  await follow()
  const clock = settableClock()
  const push = recordingPush(clock)
  const out: string[] = []
  const hub: Hub = {
    process: 'memory',
    store: options.store?.(store) ?? store,
    directory: () => directory,
    dialects: new Map([...DIALECTS, ...(options.dialects ?? []).map((dialect) => [dialect.name, dialect] as const)]),
    versions: options.versions ?? VERSIONS,
    ruleSets: RULE_SETS,
    keys: options.keys ?? hubKeys(),
    clock,
    ids: countingIds(),
    log: createLog('debug', { write: (line) => void out.push(line) }),
    watch: options.watch ?? { act: (_name, _origin, work) => work(UNWATCHED) },
    transports: { push, ...options.transports },
    wake: waking(
      () => undefined,
      () => true,
      () => undefined,
    ),
    room: { take: (party, deliveryId) => options.room?.().take(party, deliveryId) },
    stopping: new AbortController().signal,
  }
  const change = async (edit: Partial<ReturnType<typeof testDirectory>>): Promise<void> => {
    store.replaceDirectory({ ...(await store.directory()), ...edit })
    await follow()
  }
  const sign = (message: Message) => signed(message, { at: clock.now() })
  const inbound: MemoryHub['inbound'] = (party, document) => ({
    ...document,
    peer: keysOf(party).peer,
    receivedAt: clock.now(),
    requestId: randomUUID(),
  })

  return {
    hub,
    store,
    clock,
    push,
    logged: () => out.join(''),
    lines: (event) => out.map((line) => JSON.parse(line) as LogLine).filter((line) => line.event === event),
    follow,
    changeParty: async (id, edit) => {
      const { parties } = await store.directory()
      await change({ parties: parties.map((party) => (party.id === id ? edit(party) : party)) })
    },
    changeAgreements: async (edit) => change({ agreements: (await store.directory()).agreements.map(edit) }),
    restored: async (restoration) => {
      store.restored(restoration)
      await follow()
    },
    confirm: async (confirmations) => {
      store.confirm(confirmations)
      await follow()
    },
    withdraw: async (confirmation) => {
      store.withdraw(confirmation)
      await follow()
    },
    letter: (from, type, draft) => letter(from, type, clock.now(), draft),
    signed: sign,
    inbound,
    send: async (from, type, draft) => {
      const message = letter(from, type, clock.now(), draft)
      const document = await sign(message)
      return { message, document, receipt: await receive(hub, inbound(from, document)) }
    },
    deliverDue: async (free = 100) => {
      const lanes = directory.parties
        .filter((party) => party.status === 'active' && pushTo(hub, party))
        .map(({ id }) => ({ party: id, free }))
      const claimed = await hub.store.claim(lanes, hub.process, clock.now(), LEASE_MS)
      await Promise.all(claimed.map((delivery) => deliver(hub, delivery)))
      await follow()
      return claimed.length
    },
  }
}

/** Starts now, because the development PKI is valid from now on, and on a whole second. */
function settableClock(): SettableClock {
  let now = Math.floor(Date.now() / 1000) * 1000
  return {
    now: () => new Date(now),
    move: (seconds) => {
      now += seconds * 1000
    },
  }
}

function countingIds(): Ids {
  let count = 0
  return {
    uuid: () => `00000000-0000-7000-8000-${String(++count).padStart(12, '0')}`,
    nonce: () => String(++count).padStart(22, 'A'),
  }
}
