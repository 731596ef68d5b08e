/** One connection to a broker (AMQP 0-9-1): queues, publishing that is confirmed, and taking that is acknowledged. It does not come back by itself. */
import { randomUUID } from 'node:crypto'
import { type Channel, type ChannelModel, type ConfirmChannel, connect, credentials, type Options } from 'amqplib'
import type { ClientTls } from './https.ts'

export interface BrokerSettings {
  /** `amqp://` or `amqps://`, with the virtual host of the partners. Without a user over `amqps://` the client certificate says who the hub is. */
  readonly url: string
  readonly tls: ClientTls
  /** PEM of the anchors that the broker's certificate must chain to; those of the system when left out. */
  readonly anchors: string | undefined
}

export interface Letter {
  readonly bytes: Uint8Array
  readonly type?: string | undefined
  readonly contentType?: string | undefined
  readonly messageId?: string | undefined
  readonly correlationId?: string | undefined
  readonly replyTo?: string | undefined
  /** Of an arriving letter: who sent it, in the broker's own word. */
  readonly userId?: string | undefined
  readonly headers?: Readonly<Record<string, unknown>> | undefined
  /** Of an arriving letter: how often it was given to a hub before that did not answer for it. */
  readonly returned?: number
}

/** What becomes of a letter; without any it goes to another when this connection ends. */
export type Fate = 'done' | 'dead' | undefined

/** `isOpen`: whether what it answers will still be heard. */
export type Take = (letter: Letter, isOpen: () => boolean) => Promise<Fate>

export interface QueueNames {
  /** An exchange, which alone leads to the queue of the same name: the default exchange would lead to every queue. */
  readonly in: string
  readonly out: string
  /** An exchange and a queue for letters that nobody has taken. */
  readonly dead: string
}

export interface Link {
  isOpen(): boolean
  /** Resolves when the broker has it and a queue has taken it. Throws a `NoSuchQueue` where there is none. */
  publish(queue: string, letter: Letter, timeoutMs: number): Promise<void>
  /** Makes the queues where they are not there. */
  make(queues: QueueNames): Promise<void>
  /** Makes them, and takes letters one after another. */
  open(queues: QueueNames, take: Take): Promise<Door>
  /** Whether or not the broker hears it. */
  close(): Promise<void>
}

export class NoSuchQueue extends Error {}

export interface Door {
  isOpen(): boolean
  /** Takes nothing new, and waits for what is in hand. */
  close(): Promise<void>
}

const CONNECT_TIMEOUT_MS = 10_000
const HEARTBEAT_S = 15
/** One in hand, and the next one beside it: they lie in memory, however large they are. */
const PREFETCH = 2
/** A broker that was killed, or that cannot be reached any more, answers no farewell; amqplib would wait for it for ever. */
const FAREWELL_MS = 3_000
/** How often the broker gives a letter to those who die of it. */
const DELIVERY_LIMIT = 20

const QUORUM = { 'x-queue-type': 'quorum' }
/** One process at a time takes from it, so that order is kept; the broker chooses another when that one goes. Nothing leaves for `dead` before it is there. */
const inArguments = (dead: string) => ({
  ...QUORUM,
  'x-single-active-consumer': true,
  'x-delivery-limit': DELIVERY_LIMIT,
  'x-dead-letter-exchange': dead,
  'x-dead-letter-strategy': 'at-least-once',
  'x-overflow': 'reject-publish',
})

export async function openLink(settings: BrokerSettings): Promise<Link> {
  const connection = await connected(settings)
  let open = true
  const ended = (): void => {
    open = false
  }
  // Without listeners an error would end the process; the next use says that the connection is gone.
  connection.on('error', ended).on('close', ended)
  const out = await connection.createConfirmChannel()
  const publish = publisher(out)
  out.on('error', ended).on('close', ended)
  return {
    isOpen: () => open,
    publish,
    make: async (queues) => {
      const channel = await connection.createChannel()
      channel.on('error', () => undefined)
      await declare(channel, queues)
      await farewell(channel.close())
    },
    open: (queues, take) => openDoor(connection, queues, (letter, isOpen) => take(letter, () => open && isOpen())),
    close: () => farewell(connection.close()),
  }
}

function connected({ url, tls, anchors }: BrokerSettings): Promise<ChannelModel> {
  const { protocol, username, password, searchParams } = new URL(url)
  const secured = protocol === 'amqps:' ? { ...tls, ...(anchors === undefined ? {} : { ca: anchors }) } : {}
  // Not left to amqplib, which takes anything but ASCII in an address for Latin-1.
  const shown =
    protocol === 'amqps:' && username === ''
      ? credentials.external()
      : credentials.plain(decodeURIComponent(username || 'guest'), decodeURIComponent(password || 'guest'))
  const beating = searchParams.has('heartbeat') ? url : `${url}${searchParams.size > 0 ? '&' : '?'}heartbeat=${HEARTBEAT_S}`
  // With Nagle's algorithm every single confirm waits some 50 ms.
  return connect(beating, { noDelay: true, timeout: CONNECT_TIMEOUT_MS, ...secured, credentials: shown })
}

function publisher(out: ConfirmChannel): Link['publish'] {
  const returned = new Set<string>()
  const waiting = new Set<() => void>()
  // amqplib says nothing of what waits when the channel ends.
  out.on('close', () => {
    for (const giveUp of waiting) giveUp()
  })
  out.on('return', ({ properties }) => returned.add(String(properties.messageId)))
  return (queue, { bytes, headers, messageId = randomUUID(), ...letter }, timeoutMs) =>
    new Promise((resolve, reject) => {
      const giveUp = (): void => {
        clearTimeout(late)
        waiting.delete(giveUp)
        reject(new Error('the broker did not confirm'))
      }
      const late = setTimeout(giveUp, timeoutMs)
      waiting.add(giveUp)
      const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      const options = { ...letter, headers: { ...headers }, messageId, persistent: true, mandatory: true } as Options.Publish
      out.publish('', queue, content, options, (fault: unknown) => {
        clearTimeout(late)
        waiting.delete(giveUp)
        // What no queue takes the broker returns before it confirms it.
        if (returned.delete(messageId)) reject(new NoSuchQueue('there is no such queue'))
        else if (fault) reject(new Error('the broker did not take it', { cause: fault }))
        else resolve()
      })
    })
}

async function openDoor(connection: ChannelModel, queues: QueueNames, take: Take): Promise<Door> {
  const channel = await connection.createChannel()
  let open = true
  const ended = (): void => {
    open = false
  }
  channel.on('error', ended).on('close', ended)
  await declare(channel, queues)
  await channel.prefetch(PREFETCH)
  let turn = Promise.resolve()
  const { consumerTag } = await channel.consume(queues.in, (message) => {
    // Nothing instead of a message: the queue was deleted.
    if (!message) return void channel.close().catch(ended)
    const { properties, content: bytes } = message
    const taken = async (): Promise<void> => {
      const fate = await take({ ...properties, bytes, returned: returnsOf(properties.headers) }, () => open)
      if (fate === 'done') channel.ack(message)
      else if (fate === 'dead') channel.nack(message, false, false)
    }
    // A letter that cannot be answered for any more comes again, here or elsewhere.
    turn = turn.then(taken).catch(ended)
  })
  return {
    isOpen: () => open,
    close: async () => {
      await farewell(channel.cancel(consumerTag))
      await turn
      await farewell(channel.close())
      ended()
    },
  }
}

/** Quorum queues count. */
const returnsOf = (headers: Letter['headers']): number => Number(headers?.['x-delivery-count'] ?? 0)

/** What is not heard by then the end of the connection says: it is noticed by its heartbeat. */
async function farewell(said: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, FAREWELL_MS)
  })
  await Promise.race([said.catch(() => undefined), late])
  clearTimeout(timer)
}

async function declare(channel: Channel, { in: into, out, dead }: QueueNames): Promise<void> {
  for (const name of [dead, into]) await channel.assertExchange(name, 'fanout', { durable: true })
  await channel.assertQueue(dead, { durable: true, arguments: QUORUM })
  await channel.assertQueue(into, { durable: true, arguments: inArguments(dead) })
  for (const name of [dead, into]) await channel.bindQueue(name, name, '')
  // Last: whoever finds it may send.
  await channel.assertQueue(out, { durable: true, arguments: QUORUM })
}
