import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Agent, request } from 'undici'
import { afterEach, expect, it, vi } from 'vitest'
import { readText } from '#certs/pem.ts'
import { partyFiles } from '#certs/pki.ts'
import type { SentMessage } from '#demo/partner.ts'
import { cleanUp, ranKorpu } from '#test/e2e/running.ts'
import { killDatabase } from './processes.ts'
import { startWitnessed } from './witness.ts'

afterEach(cleanUp)

it('a hub that was lost with its disk comes back from a backup: every receipt holds again, and everything arrives', {
  timeout: 300_000,
}, async () => {
  const dataDir = join(tmpdir(), `korpu-lost-${randomUUID()}`)
  const file = `${dataDir}.korpu`
  const { demo, sent, taken } = await startWitnessed({
    dataDir,
    exchangePort: 18_550,
    opsPort: 18_650,
    hubEnvironment: { KORPU_LEASE_S: '2' },
  })
  const korpu = async (...args: readonly string[]) => {
    const { code, out, err } = await ranKorpu([...args, '--json'], { env: { KORPU_DATA: dataDir } })
    expect([args[0], code, err]).toEqual([args[0], 0, ''])
    return JSON.parse(out)
  }
  try {
    await demo.cases.play()
    const kept = sent.length
    await korpu('backup', file)
    await demo.cases.play()
    expect(sent.length).toBeGreaterThan(kept)
    await demo.hub.kill()
    await killDatabase(dataDir)
    rmSync(join(dataDir, 'database'), { recursive: true })

    await korpu('restore', file)
    await demo.hub.start()
    const doctor = await ranKorpu(['doctor'], { env: { KORPU_DATA: dataDir } })
    expect([doctor.code, doctor.out]).toEqual([1, expect.stringContaining('NO  hub: was restored from a backup of ')])
    const lost = sent.slice(kept)
    const [fresh] = lost
    if (!fresh) throw new Error('nothing was sent after the backup')
    expect(await submitted(dataDir, fresh, false)).toEqual({ status: 503, answer: expect.stringContaining('HUB_PAUSED') })
    for (const message of sent) {
      expect(await submitted(dataDir, message, true)).toEqual({ status: 202, answer: textOf(message) })
    }
    const takenBefore = taken.length
    await korpu('resume', '--all', '--by', 'Nərgiz')
    for (const { header } of sent) {
      const client = demo.systems.get(header.from)?.client
      await vi.waitFor(
        async () => {
          const states = (await client?.deliveries(header.messageId)) ?? []
          expect(states.map(({ state }) => state)).toEqual(states.map(() => 'delivered'))
        },
        { timeout: 120_000, interval: 200 },
      )
    }
    expect(taken.length, 'what had arrived after the backup arrives once more').toBeGreaterThan(takenBefore)
    expect(new Set(taken.slice(takenBefore).map(({ messageId }) => messageId)).difference(idsOf(lost)).size).toBe(0)
  } finally {
    await demo.stop()
    rmSync(dataDir, { recursive: true, force: true })
    rmSync(file, { force: true })
  }
})

const idsOf = (messages: readonly SentMessage[]): ReadonlySet<string> => new Set(messages.map(({ header }) => header.messageId))

const textOf = ({ receiptDocument: { bytes, signature = '' } }: SentMessage): string => `${Buffer.from(bytes).toString()} ${signature}`

/** The very bytes once more, by their author; with the receipt that it holds, where asked. */
async function submitted(dataDir: string, { header, document, receiptDocument }: SentMessage, showing: boolean) {
  const pki = join(dataDir, 'pki')
  const { tlsCert, tlsKey } = partyFiles(pki, header.from)
  const dispatcher = new Agent({
    connect: { cert: readText(tlsCert), key: readText(tlsKey), ca: readText(join(pki, 'ca.cert.pem')), servername: 'localhost' },
  })
  const shown = {
    'korpu-receipt': Buffer.from(receiptDocument.bytes).toString('base64'),
    ...(receiptDocument.signature === undefined ? {} : { 'korpu-receipt-signature': receiptDocument.signature }),
  }
  const { statusCode, headers, body } = await request('https://127.0.0.1:18550/v1/messages', {
    method: 'POST',
    dispatcher,
    body: document.bytes,
    headers: {
      'content-type': document.mediaType,
      ...(document.signature === undefined ? {} : { 'jws-signature': document.signature }),
      ...(showing ? shown : {}),
    },
  })
  const answer = `${await body.text()} ${String(headers['jws-signature'] ?? '')}`
  await dispatcher.close()
  return { status: statusCode, answer }
}
