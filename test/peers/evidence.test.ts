/** The recipe of docs/evidence.md: unzip, xmlsec1 and openssl alone come to the same verdict as we do. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Entry, unzipped, zipOf } from '#core/evidence/zip.ts'
import { evidenceFor } from '#core/flow/evidence.ts'
import type { PartyId } from '#core/message.ts'
import { memoryHub } from '#test/hub.ts'
import { keysOf } from '#test/parties.ts'
import { throwAwayKey } from '#test/throw-away-key.ts'
import { describeWithTool, run } from './tool.ts'

const RECIPE = fileURLToPath(import.meta.resolve('#docs/verify-evidence.sh'))

const folder = mkdtempSync(join(tmpdir(), 'korpu-evidence-'))
const ca = join(folder, 'ca.pem')
beforeAll(() => writeFileSync(ca, keysOf('hub').tls.ca))
afterAll(() => rmSync(folder, { recursive: true }))

async function evidenceOf(from: PartyId, viewer: (to: PartyId) => PartyId): Promise<Uint8Array> {
  const memory = await memoryHub()
  const { message } = await memory.send(from, 'readmission-application')
  await memory.deliverDue()
  return evidenceFor(memory.hub, keysOf(viewer(message.header.to)).peer, message.header.messageId)
}

function judged(container: Uint8Array, anchor = ca) {
  const file = join(folder, 'one.asice')
  writeFileSync(file, container)
  return run('bash', RECIPE, file, anchor)
}

describeWithTool(['bash', '-c', 'xmlsec1 --version && openssl version && unzip -v'], 'unzip, xmlsec1 and openssl', () => {
  it.each(['xa', 'xb'])('prove to sender and recipient what %s sent', async (from) => {
    const own = judged(await evidenceOf(from, () => from))
    expect(own).toMatchObject({ code: 0 })
    for (const part of ['META-INF/signatures.xml', 'message/original.', 'message/receipt.', 'tree-heads/1.json', 'deliveries/']) {
      expect(own.said).toContain(`proven: ${part}`)
    }
    const other = judged(await evidenceOf(from, (to) => to))
    expect(other).toMatchObject({ code: 0, said: expect.stringMatching(/proven: deliveries\/[\w-]+\/message\./) })
  })

  it('refuse a container of which any file was changed, taken out or put in, and name it', { timeout: 120_000 }, async () => {
    const { entries } = unzipped(await evidenceOf('xa', () => 'xa'))
    for (const entry of entries) {
      const at = Math.floor(entry.bytes.length / 2)
      const other = Uint8Array.from(entry.bytes).with(at, (entry.bytes[at] ?? 0) ^ 1)
      const changed = entries.map((one): Entry => (one === entry ? { name: one.name, bytes: other } : one))
      for (const spoilt of [changed, entries.filter((one) => one !== entry)]) {
        const { code, said } = judged(zipOf(spoilt))
        expect(code, entry.name).not.toBe(0)
        expect(said).toContain(entry.name)
      }
    }
    expect(judged(zipOf([...entries, { name: 'more.txt', bytes: Buffer.from('more') }]))).toMatchObject({
      code: 1,
      said: expect.stringContaining('more.txt is not signed'),
    })
  })

  it('believe nobody whose certificate is not of the CA', async () => {
    const stranger = join(folder, 'stranger.pem')
    writeFileSync(stranger, (await throwAwayKey('P-256')).certificatePem)
    expect(judged(await evidenceOf('xb', () => 'xb'), stranger)).toMatchObject({ code: 1, said: expect.stringContaining('NOT PROVEN') })
  })
})
