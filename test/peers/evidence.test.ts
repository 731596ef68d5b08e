/** The recipe of docs/evidence.md: unzip, xmlsec1 and openssl alone come to the same verdict as we do. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { unzipped, zipOf } from '#core/evidence/zip.ts'
import { evidenceFor } from '#core/flow/evidence.ts'
import type { PartyId } from '#core/message.ts'
import { COPIES, damaged, wholeOf } from '#test/evidence-copies.ts'
import { memoryHub } from '#test/hub.ts'
import { isLong } from '#test/long.ts'
import { keysOf } from '#test/parties.ts'
import { throwAwayKey } from '#test/throw-away-key.ts'
import { describeWithTool, run } from './tool.ts'

const RECIPE = fileURLToPath(import.meta.resolve('#docs/verify-evidence.sh'))

/** A fork for each tool and file takes its time: all places with KORPU_TEST_LONG. */
const PLACES = isLong ? [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1] : [0.5]

const folder = mkdtempSync(join(tmpdir(), 'korpu-evidence-'))
const ca = join(folder, 'ca.pem')
beforeAll(() => writeFileSync(ca, keysOf('hub').tls.ca))
afterAll(() => rmSync(folder, { recursive: true }))

async function evidenceOf(from: PartyId, viewer: (to: PartyId) => PartyId): Promise<Uint8Array> {
  const memory = await memoryHub()
  const { message } = await memory.send(from, 'readmission-application')
  await memory.deliverDue()
  return wholeOf(await evidenceFor(memory.hub, keysOf(viewer(message.header.to)).peer, message.header.messageId))
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

  it.each(Object.entries(COPIES))(
    'prove evidence in %s, and name every file in which one byte was changed',
    { timeout: 300_000 },
    async (_, copy) => {
      const container = await copy()
      const { code, said } = judged(container)
      expect(said).not.toContain('NOT PROVEN')
      expect(code).toBe(0)
      for (const { name } of unzipped(container).entries) {
        if (/^(message|deliveries|tree-heads|attachments)\/.*(?<!\.jws)$/.test(name)) expect(said).toContain(`proven: ${name}`)
      }
      for (const { name, at, container: other } of damaged(container, PLACES)) {
        const verdict = judged(other)
        expect(verdict.code, `${name} at ${at}`).not.toBe(0)
        expect(verdict.said, `${name} at ${at}`).toContain(name)
      }
    },
  )

  it('refuse a container of which a file was taken out or put in, and name it', { timeout: 120_000 }, async () => {
    const { entries } = unzipped(await evidenceOf('xa', () => 'xa'))
    for (const entry of entries) {
      const { code, said } = judged(zipOf(entries.filter((one) => one !== entry)))
      expect(code, entry.name).not.toBe(0)
      expect(said).toContain(entry.name)
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
