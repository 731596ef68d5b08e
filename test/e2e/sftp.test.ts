/** A hub as a real process, and a party that is nothing but folders on a file server. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FileServer, SFTP_PROBE, startFileServer } from '#test/file-server.ts'
import { letter, signed, statementOf } from '#test/letters.ts'
import { officeIn } from '#test/office.ts'
import { writePartyFile } from '#test/party-file.ts'
import { describeWithTool } from '#test/peers/tool.ts'
import { cleanUp, newFolder, ranKorpu, startKorpu } from './running.ts'

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
