/** Everything that stands around the hub under proof: its database, the network, and the partners with cases that flow. */
import { join } from 'node:path'
import { startBroker } from '#test/broker.ts'
import { type Books, openBooks } from './books.ts'
import { diceOf } from './dice.ts'
import { type Load, startLoad } from './load.ts'
import { type Memory, memoryIn } from './memory.ts'
import { type Mischief, mischief } from './mischief.ts'
import { AT_BROKER, openPartners, type Partners } from './partners.ts'
import { badNetwork, type Disasters } from './storm.ts'
import { openStretch } from './stretch.ts'

/** `embedded`: one process with its own PostgreSQL. `scaled`: two on one server, and a RabbitMQ for one of the parties. */
export type Mode = 'embedded' | 'scaled'
export const MODES: readonly Mode[] = ['embedded', 'scaled']

export interface StageSettings {
  readonly mode: Mode
  readonly seed: number
  readonly dataDir: string
  /** Ports from here on are taken. */
  readonly port: number
}

export interface Stage {
  readonly books: Books
  readonly partners: Partners
  readonly mischief: Mischief
  readonly memory: Memory
  readonly load: Load
  readonly disasters: Disasters
  /** Settings of each hub process. */
  readonly seats: readonly Readonly<Record<string, string>>[]
  readonly close: () => Promise<void>
}

const CASES_AT_ONCE = 4
/** Leases of the mailbox are the party's, and run out. */
const LEASE_S = '2'
const HUBS: Readonly<Record<Mode, number>> = { embedded: 1, scaled: 2 }

export async function openStage({ mode, seed, dataDir, port }: StageSettings): Promise<Stage> {
  await using opened = new AsyncDisposableStack()
  const memory = memoryIn(join(dataDir, 'witness.jsonl'))
  const ports = Array.from({ length: HUBS[mode] }, (_, seat) => port + 2 * seat)
  const front = await openStretch(ports.map((one) => ({ port: one, host: '127.0.0.1' })))
  opened.defer(front.close)
  const books = await openBooks(dataDir)
  opened.defer(books.stop)
  const broker = mode === 'embedded' ? undefined : await startBroker([AT_BROKER])
  if (broker) opened.defer(broker.stop)
  const days = mischief(diceOf(seed + 1))
  const partners = await openPartners({
    pkiDir: join(dataDir, 'pki'),
    origin: `https://127.0.0.1:${front.port}`,
    broker,
    mischief: days,
    onArrived: memory.onArrived,
    onTaken: (by, message, deliveryId) => {
      memory.onTaken(by, message, deliveryId)
      load.reached(by, message)
    },
  })
  opened.defer(partners.close)
  const load = startLoad(partners.systems, CASES_AT_ONCE, diceOf(seed + 2), memory.onSent)
  const server = mode === 'embedded' ? undefined : await openStretch([books.address])
  if (server) opened.defer(server.close)
  const queues = broker && (await openStretch([{ port: Number(new URL(broker.url).port), host: '127.0.0.1' }]))
  if (queues) opened.defer(queues.close)
  const seats = ports.map((one) => ({
    KORPU_DATA: dataDir,
    KORPU_PARTIES: partners.file,
    KORPU_EXCHANGE_PORT: String(one),
    KORPU_OPS_PORT: String(one + 1),
    KORPU_CONSOLE_PORT: '0',
    KORPU_LEASE_S: LEASE_S,
    ...(server ? { DATABASE_URL: books.urlAt(server.port) } : {}),
    ...(broker && queues ? { AMQP_URL: atPort(broker.url, queues.port) } : {}),
  }))
  const disasters: Disasters = {
    ...badNetwork('a partner', partners.stretches, diceOf(seed + 3)),
    ...badNetwork('the hub', [front], diceOf(seed + 4)),
    ...(server
      ? {
          ...badNetwork('the database', [server], diceOf(seed + 5)),
          'PostgreSQL killed': () => books.kill().then(books.start),
          'PostgreSQL restarted': () => books.stop().then(books.start),
        }
      : { 'PostgreSQL killed': books.kill }),
    ...(broker && queues
      ? {
          ...badNetwork('the broker', [queues], diceOf(seed + 7)),
          'RabbitMQ killed': () => broker.kill().then(broker.start),
          'RabbitMQ restarted': () => broker.end().then(broker.start),
        }
      : {}),
  }
  const running = opened.move()
  return { books, partners, mischief: days, memory, load, disasters, seats, close: () => running.disposeAsync() }
}

function atPort(url: string, port: number): string {
  const there = new URL(url)
  there.port = String(port)
  return there.href
}
