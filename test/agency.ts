/** A party at the broker: its own connection with its own user, as an agency's back office would write it. */

import { setTimeout as sleep } from 'node:timers/promises'
import { type ChannelModel, type ConfirmChannel, type ConsumeMessage, connect, type Options } from 'amqplib'
import { isMediaType, type PartyId, type SignedDocument } from '#core/message.ts'
import { type TestBroker, userOf } from './broker.ts'

export interface Agency {
  /** Resolves when the broker has it; throws when the broker refuses it. */
  put(document: Pick<SignedDocument, 'mediaType' | 'bytes' | 'signature'>, more?: Options.Publish, exchange?: string): Promise<void>
  /** The next letter of its queue; throws when none comes. */
  next(): Promise<ConsumeMessage>
  /** How many letters have come and were not asked for yet. */
  waiting(): number
  close(): Promise<void>
}

const PATIENCE_MS = 30_000
const LOOK_MS = 20
const RETRY_MS = 200

/** Waits until the hub has made the queue. */
export async function agencyOf(broker: TestBroker, party: PartyId, queue = `korpu.out.${party}`): Promise<Agency> {
  const arrived: ConsumeMessage[] = []
  const { connection, channel } = await reading(broker, party, queue, arrived)
  return {
    put: ({ mediaType, bytes, signature }, more = {}, exchange = `korpu.in.${party}`) =>
      new Promise((resolve, reject) => {
        const headers = signature === undefined ? {} : { 'JWS-Signature': signature }
        const options = { contentType: mediaType, persistent: true, userId: userOf(party), headers, ...more }
        channel.publish(exchange, '', Buffer.from(bytes), options, (fault: unknown) => (fault ? reject(fault as Error) : resolve()))
      }),
    next: async () => {
      for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(LOOK_MS)) {
        const letter = arrived.shift()
        if (letter) return letter
      }
      throw new Error('nothing has come')
    },
    waiting: () => arrived.length,
    close: () => connection.close().catch(() => undefined),
  }
}

interface Reached {
  readonly connection: ChannelModel
  readonly channel: ConfirmChannel
}

/** Each time with a connection of its own: to ask for a queue that is not there, or not there again yet, ends the channel. */
async function reading(broker: TestBroker, party: PartyId, queue: string, arrived: ConsumeMessage[]): Promise<Reached> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(RETRY_MS)) {
    try {
      const connection = await connect(broker.urlOf(party), { noDelay: true })
      connection.on('error', () => undefined)
      const channel = await connection.createConfirmChannel()
      channel.on('error', () => undefined)
      try {
        await channel.checkQueue(queue)
        // Nothing instead of a message: the broker has ended the taking, and may be asked again.
        const take = (message: ConsumeMessage | null): void => {
          if (!message) return void channel.consume(queue, take).catch(() => undefined)
          channel.ack(message)
          arrived.push(message)
        }
        await channel.consume(queue, take)
        return { connection, channel }
      } catch {
        await connection.close()
      }
    } catch {
      // It is starting, or going: asked again.
    }
  }
  throw new Error(`there is no ${queue}`)
}

/** The signed document in a letter; throws when it is none. */
export function documentOf({ content, properties }: ConsumeMessage): SignedDocument {
  if (!isMediaType(properties.contentType)) throw new Error(`a letter of ${properties.contentType} is no signed document`)
  return { mediaType: properties.contentType, bytes: content, signature: properties.headers?.['JWS-Signature'] }
}
