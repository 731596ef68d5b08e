/** A partner with queues: its back office reads and writes at the broker, and begins anew whenever the connection has ended. */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ChannelModel, type ConfirmChannel, type ConsumeMessage, connect, type Options } from 'amqplib'
import type { PartyId, SignedDocument } from '#core/message.ts'
import { type HubClient, Refused } from '#demo/hub-client.ts'
import type { Partner } from '#demo/partner.ts'
import { documentOf } from '#test/agency.ts'
import { type TestBroker, userOf } from '#test/broker.ts'

export interface BackOffice extends Pick<HubClient, 'submit' | 'handIn'> {
  /** Takes what comes from now on. */
  follow(partner: Pick<Partner, 'take'>): void
  /** Hangs up, once. */
  drop(): void
  close(): void
}

const PAUSE_MS = 300
/** Without an answer for so long the same bytes are sent again. */
const AGAIN_MS = 4_000

export function openBackOffice(broker: TestBroker, party: PartyId): BackOffice {
  let closed = false
  let office: Pick<Partner, 'take'> | undefined
  let connection: ChannelModel | undefined
  let out: ConfirmChannel | undefined
  const asked = new Map<string, (answer: ConsumeMessage) => void>()

  /** Resolves when the broker has it; what nobody knows for certain is sent again. */
  const put = async ({ bytes, mediaType, signature }: SignedDocument, more: Options.Publish): Promise<void> => {
    const headers = signature === undefined ? {} : { 'JWS-Signature': signature }
    const options = { contentType: mediaType, persistent: true, userId: userOf(party), headers, ...more }
    const confirmed = new Promise<void>((resolve, reject) => {
      if (!out) return reject(new Error('the broker is away'))
      out.publish(`korpu.in.${party}`, '', Buffer.from(bytes), options, (fault: unknown) => (fault ? reject(fault as Error) : resolve()))
    })
    const late = sleep(AGAIN_MS).then(() => Promise.reject(new Error('the broker did not confirm')))
    return Promise.race([confirmed, late])
  }

  const handIn = (receipt: SignedDocument): Promise<void> => put(receipt, { type: 'korpu-receipt' })

  /** Let go of at the broker only when the receipt lies there. */
  const take = async (channel: ConfirmChannel, letter: ConsumeMessage): Promise<void> => {
    const { type, messageId, correlationId } = letter.properties
    if (type === 'korpu-message') await handIn(await (office as Partner).take(String(messageId), documentOf(letter)))
    else asked.get(String(correlationId))?.(letter)
    channel.ack(letter)
  }

  const taken = async (channel: ConfirmChannel, letter: ConsumeMessage): Promise<void> => {
    try {
      await take(channel, letter)
    } catch {
      await sleep(PAUSE_MS)
      channel.nack(letter)
    }
  }

  const work = async (): Promise<void> => {
    const { promise: ended, resolve: end } = Promise.withResolvers<void>()
    const own = await connect(broker.urlOf(party), { noDelay: true })
    connection = own.on('error', () => end()).on('close', () => end())
    const channel = await own.createConfirmChannel()
    channel.on('error', () => end()).on('close', () => end())
    await channel.consume(`korpu.out.${party}`, (letter) => {
      if (letter) taken(channel, letter).catch(() => end())
      else end()
    })
    out = channel
    await ended
  }

  const run = async (): Promise<void> => {
    while (!closed) {
      // The broker is away, or the hub has not made the queue yet: asked again.
      await work().catch(() => undefined)
      out = undefined
      connection?.close().catch(() => undefined)
      await sleep(PAUSE_MS)
    }
  }

  return {
    handIn,
    submit: async (document) => {
      const messageId = randomUUID()
      const { promise: answered, resolve } = Promise.withResolvers<ConsumeMessage>()
      asked.set(messageId, resolve)
      for (;;) {
        const sent = put(document, { messageId, type: 'korpu-message' }).then(
          () => sleep(AGAIN_MS),
          () => sleep(PAUSE_MS),
        )
        const answer = await Promise.race([answered, sent])
        if (!answer) continue
        asked.delete(messageId)
        if (answer.properties.type === 'korpu-receipt') return documentOf(answer)
        throw new Refused(0, String(answer.content))
      }
    },
    follow(partner) {
      office = partner
      void run()
    },
    drop: () => void connection?.close().catch(() => undefined),
    close: () => {
      closed = true
      connection?.close().catch(() => undefined)
    },
  }
}
