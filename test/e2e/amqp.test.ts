/** Two hubs as real processes on one database and one broker: messages, receipts and notices go through queues alone, whichever hub is there. */
import { join } from 'node:path'
import { afterEach, beforeAll, expect, it } from 'vitest'
import type { PartyId } from '#core/message.ts'
import { startEmbedded } from '#prisma/embedded/start.ts'
import { type Agency, agencyOf, documentOf } from '#test/agency.ts'
import { BROKER_PROBE, startBroker, type TestBroker, userOf } from '#test/broker.ts'
import { letter, signed, statementOf } from '#test/letters.ts'
import { writePartyFile } from '#test/party-file.ts'
import { describeWithTool } from '#test/peers/tool.ts'
import { cleanUp, newFolder, type Running, startKorpu } from './running.ts'

const MEMBERS: readonly PartyId[] = ['xa', 'xb']

/** `xb` states that it has the delivery. */
async function handOver(agency: Agency, conversationId: string): Promise<string> {
  const delivery = await agency.next()
  expect(delivery.properties.type).toBe('korpu-message')
  const messageId = delivery.properties.headers?.['Korpu-Message-Id']
  const handover = { deliveryId: delivery.properties.messageId, messageId, conversationId, document: documentOf(delivery) }
  await agency.put(await statementOf('xb', handover, new Date()), { type: 'korpu-receipt' })
  return messageId
}

afterEach(cleanUp)

describeWithTool(BROKER_PROBE, 'korpu serve with AMQP_URL', () => {
  let broker: TestBroker
  beforeAll(async () => {
    broker = await startBroker(MEMBERS)
    return () => broker.stop()
  })

  it('carries a message from queue to queue, on with one hub after the other was killed', { timeout: 180_000 }, async () => {
    const dir = newFolder()
    const server = await startEmbedded(join(dir, 'server'))
    const env = {
      DATABASE_URL: server.url,
      AMQP_URL: broker.url,
      KORPU_PARTIES: writePartyFile(join(dir, 'parties'), MEMBERS, (id) => ({
        endpoint: { transport: 'amqp' },
        brokerUser: userOf(id),
      })),
      KORPU_DATA: join(dir, 'data'),
      KORPU_EXCHANGE_PORT: '0',
      KORPU_OPS_PORT: '0',
      KORPU_CONSOLE_PORT: '0',
    }
    const hubs: Running[] = []
    try {
      for (let number = 0; number < 2; number++) {
        hubs.push(startKorpu(['serve'], { env }))
        await hubs.at(-1)?.said(/korpu is serving/)
      }
      const [author, recipient] = await Promise.all([agencyOf(broker, 'xa'), agencyOf(broker, 'xb')])
      for (const goes of hubs) {
        const { header, body } = letter('xa', 'readmission-application', new Date())
        await author.put(await signed({ header, body } as ReturnType<typeof letter>, { at: new Date() }), { messageId: header.messageId })
        const receipt = await author.next()
        expect(receipt.properties).toMatchObject({ type: 'korpu-receipt', correlationId: header.messageId })
        expect(await handOver(recipient, header.conversationId)).toBe(header.messageId)
        const notice = await author.next()
        expect(notice.properties.type).toBe('korpu-message')
        expect(String(notice.content)).toContain('ContentHandover')
        if (goes === hubs[0]) await goes.end('SIGKILL')
      }
      await Promise.all([author.close(), recipient.close()])
    } finally {
      for (const hub of hubs.slice(1)) await hub.end('SIGTERM')
      await server.stop()
    }
  })
})
