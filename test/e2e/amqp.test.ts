/** Two hubs as real processes on one database and one broker: messages, receipts and notices go through queues alone, whichever hub is there. */
import { X509Certificate } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, it } from 'vitest'
import type { PartyFileInput } from '#certs/party-file.ts'
import type { PartyId, Receipt } from '#core/message.ts'
import { digestsOf } from '#core/signature/digest.ts'
import { signDocument } from '#core/signature/document.ts'
import { receiptBytesOf } from '#core/signature/receipt.ts'
import { startEmbedded } from '#prisma/embedded/start.ts'
import { type Agency, agencyOf, documentOf } from '#test/agency.ts'
import { BROKER_PROBE, startBroker, type TestBroker, userOf } from '#test/broker.ts'
import { letter, signed } from '#test/letters.ts'
import { keysOf, PARTIES } from '#test/parties.ts'
import { describeWithTool } from '#test/peers/tool.ts'
import { cleanUp, newFolder, type Running, startKorpu } from './running.ts'

const MEMBERS: readonly PartyId[] = ['xa', 'xb']

/** Parties, with nothing but queues. */
function writeParties(dir: string): string {
  mkdirSync(dir, { recursive: true })
  const party = (id: PartyId): PartyFileInput['parties'][number] => {
    const { peer, signingCertificate } = keysOf(id)
    const pem = (use: string, der: Uint8Array): string => {
      const file = join(dir, `${id}.${use}.pem`)
      writeFileSync(file, new X509Certificate(der).toString())
      return file
    }
    const { dialect, signature } = PARTIES[id] ?? { dialect: 'json', signature: 'jades' }
    return {
      id,
      title: id,
      dialect,
      endpoint: { transport: 'amqp', signature },
      brokerUser: userOf(id),
      certificates: [
        { use: 'tls', file: pem('tls', peer.certificate) },
        { use: 'signing', file: pem('sign', signingCertificate.der) },
      ],
    }
  }
  const agreement = { agreement: 'eu-az-2014', validFrom: '2014-09-01T00:00:00Z', notices: 'all' as const }
  const file: PartyFileInput = { parties: MEMBERS.map(party), agreements: [{ from: 'xa', to: 'xb', ...agreement }] }
  writeFileSync(join(dir, 'parties.json'), JSON.stringify(file))
  return join(dir, 'parties.json')
}

/** `xb` states that it has the delivery. */
async function handOver(agency: Agency, conversationId: string): Promise<string> {
  const delivery = await agency.next()
  expect(delivery.properties.type).toBe('korpu-message')
  const receipt = {
    receiptId: crypto.randomUUID(),
    messageId: delivery.properties.headers?.['Korpu-Message-Id'],
    conversationId,
    deliveryId: delivery.properties.messageId,
    ...digestsOf(documentOf(delivery)),
    event: 'ContentHandover',
    at: new Date().toISOString(),
    by: 'xb',
  } as Receipt
  const document = await signDocument('Receipt', receiptBytesOf(receipt, 'json'), 'jades', keysOf('xb').signing, new Date())
  await agency.put(document, { type: 'korpu-receipt' })
  return receipt.messageId
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
      KORPU_PARTIES: writeParties(join(dir, 'parties')),
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
