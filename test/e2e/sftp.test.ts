/** A hub as a real process, and a party that is nothing but folders on a file server. */
import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { adapterNamed } from '#adapters/load.ts'
import { readSigningKey } from '#certs/keys.ts'
import type { PartyFileInput } from '#certs/party-file.ts'
import { partyFiles } from '#certs/pki.ts'
import { digestsOf } from '#core/signature/digest.ts'
import { signDocument } from '#core/signature/document.ts'
import { receiptBytesOf } from '#core/signature/receipt.ts'
import { sampleOf } from '#schemas/samples/messages.ts'
import { type FileServer, SFTP_PROBE, startFileServer } from '#test/file-server.ts'
import { letter, signed, statementOf } from '#test/letters.ts'
import { officeIn } from '#test/office.ts'
import { writePartyFile } from '#test/party-file.ts'
import { describeWithTool } from '#test/peers/tool.ts'
import { openPlace, type Place } from '#test/place.ts'
import { cleanUp, newFolder, ranKorpu, startKorpu } from './running.ts'

const EXAMPLE = fileURLToPath(import.meta.resolve('#docs/examples/parties.json'))
const PL = await adapterNamed('pl', [])
const PATIENCE = { timeout: 60_000, interval: 100 }

describeWithTool(SFTP_PROBE, 'korpu serve with KORPU_SFTP_KEY', () => {
  let server: FileServer
  beforeAll(async () => {
    server = await startFileServer()
  })
  afterAll(async () => {
    await cleanUp()
    await server?.stop()
  })

  it('carries a message from folder to folder, with receipts both ways, and doctor is let in', { timeout: 180_000 }, async () => {
    const dir = newFolder()
    const [author, recipient] = (['xa', 'xb'] as const).map((id) => {
      for (const each of ['in', 'out']) mkdirSync(join(server.folder, id, each), { recursive: true })
      return officeIn(join(server.folder, id))
    }) as [ReturnType<typeof officeIn>, ReturnType<typeof officeIn>]
    const env = {
      KORPU_PARTIES: writePartyFile(join(dir, 'parties'), ['xa', 'xb'], (id) => ({
        endpoint: { transport: 'sftp', url: server.urlOf(id), hostKeys: [server.hostKey] },
      })),
      KORPU_SFTP_KEY: server.clientKeyFile,
      KORPU_DATA: join(dir, 'data'),
      KORPU_EXCHANGE_PORT: '0',
      KORPU_OPS_PORT: '0',
    }
    const hub = startKorpu(['serve'], { env })
    await hub.said(/korpu is serving/)
    const message = letter('xa', 'readmission-application', new Date())
    author.drop(await signed(message, { at: new Date() }), '2026-0001')
    await expect.poll(() => recipient.whole('message'), PATIENCE).toHaveLength(1)
    expect(String((await author.taken('2026-0001.receipt.xml')).bytes)).toContain('SubmissionAcceptance')
    const [file = ''] = recipient.whole('message')
    const document = await recipient.taken(file)
    const { messageId, conversationId } = message.header
    expect(JSON.parse(String(document.bytes)).header).toMatchObject({ messageId, from: 'xa' })
    const deliveryId = file.replace('.message.json', '')
    recipient.drop(await statementOf('xb', { deliveryId, messageId, conversationId, document }, new Date()), deliveryId, 'Receipt')
    // The hub tells the author that it was handed over.
    await expect.poll(() => author.whole('message'), PATIENCE).toHaveLength(1)
    expect(readFileSync(join(server.folder, 'xa', 'out', author.whole('message')[0] ?? ''), 'utf8')).toContain('ContentHandover')
    expect(readdirSync(join(server.folder, 'xb', 'done'))).toContain(`${deliveryId}.receipt.json`)
    const { out } = await ranKorpu(['doctor'], { env })
    expect(out).toContain('ok  SFTP key: can be used')
    expect(out).toMatch(/^ok {2}xa endpoint: 127\.0\.0\.1:\d+ lets the hub in, and shows the registered key$/m)
    expect((await hub.end('SIGTERM')).code).toBe(0)
  })
})

describeWithTool(SFTP_PROBE, 'Poland as the party file of the documentation has it', () => {
  let server: FileServer
  let place: Place
  beforeAll(async () => {
    server = await startFileServer()
    for (const each of ['in', 'out']) mkdirSync(join(server.folder, 'pl', each), { recursive: true })
    place = await openPlace(atServer(server), { KORPU_SFTP_KEY: server.clientKeyFile })
  })
  afterAll(async () => {
    await place?.close()
    await server?.stop()
  })

  it('asks over its folders in its own format, and gets the answer there', { timeout: 120_000 }, async () => {
    const office = officeIn(join(server.folder, 'pl'))
    const agency = place.system('az-sms')
    const dialect = PL.dialect
    const { signKey, signCert } = partyFiles(place.folder, 'pl')
    const key = readSigningKey({ signKeyFile: signKey, signCertFile: signCert })
    const now = new Date()
    const sample = sampleOf('readmission-application', 'small')
    const ids = { messageId: randomUUID(), conversationId: randomUUID() }
    const header = { ...sample.header, ...ids, from: 'pl', to: 'az-sms', createdAt: now.toISOString() }
    office.drop(await signDocument('Message', dialect.bytesOf({ ...sample, header }), 'xades', key, now), '2026-0001')
    const read = await agency.next()
    expect(read.header).toMatchObject({ ...ids, from: 'pl' })
    expect(read.body).toEqual(sample.body)
    expect(String((await office.taken('2026-0001.receipt.xml')).bytes)).toContain('SubmissionAcceptance')

    const body = sampleOf('acknowledgement', 'small').body
    const answer = { conversationId: ids.conversationId, inReplyTo: ids.messageId, agreement: header.agreement, body }
    const { header: sent } = await agency.send({ ...answer, type: 'acknowledgement', to: 'pl' })
    await expect.poll(() => office.whole('message'), PATIENCE).toHaveLength(1)
    const [file = ''] = office.whole('message')
    const document = await office.taken(file)
    expect(String(document.bytes)).toContain('xmlns="urn:korpu:dialekt:pl:1"')
    const receipt = receiptBytesOf(
      {
        receiptId: randomUUID(),
        messageId: sent.messageId,
        conversationId: ids.conversationId,
        deliveryId: file.replace('.message.xml', ''),
        digest: digestsOf(document).digest,
        event: 'ContentHandover',
        at: new Date().toISOString(),
        by: 'pl',
      },
      'xml',
    )
    office.drop(await signDocument('Receipt', receipt, 'xades', key, new Date()), '2026-0002', 'Receipt')
    await expect.poll(() => agency.deliveries(sent.messageId), PATIENCE).toMatchObject([{ party: 'pl', state: 'delivered' }])
  })
})

/** The file as it is published, but for where the server is. */
function atServer(server: FileServer): string {
  const file: PartyFileInput = JSON.parse(readFileSync(EXAMPLE, 'utf8'))
  const parties = file.parties.map((party) =>
    party.id === 'pl' ? { ...party, endpoint: { ...party.endpoint, url: server.urlOf('pl'), hostKeys: [server.hostKey] } } : party,
  )
  const folder = newFolder()
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'parties.json'), JSON.stringify({ ...file, parties }))
  return join(folder, 'parties.json')
}
