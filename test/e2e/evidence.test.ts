/** Years later: the hub is stopped, its database gone, and the evidence of a case is all there is. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PartyId } from '#core/message.ts'
import { startDemo } from '#demo/run.ts'
import { normal } from '#demo/stories.ts'
import { askedBy } from '#demo/story.ts'
import { describeWithTool, run } from '#test/peers/tool.ts'
import { freePort } from '#test/port.ts'
import { cleanUp, newFolder, ranKorpu } from './running.ts'

const RECIPE = fileURLToPath(import.meta.resolve('#docs/verify-evidence.sh'))

const data = newFolder()
const ca = join(data, 'pki', 'ca.cert.pem')
const copies: string[] = []

/** A case of Austria (SOAP with a token) and of the Migration Service (JSON), as its sides have it. */
beforeAll(async () => {
  const holders = new Map<string, Set<PartyId>>()
  const holds = (messageId: string, party: PartyId) => holders.set(messageId, (holders.get(messageId) ?? new Set()).add(party))
  const demo = await startDemo({
    dataDir: data,
    exchangePort: await freePort(),
    opsPort: await freePort(),
    paceMs: 0,
    onSent: ({ header }) => void holds(header.messageId, header.from),
    onTaken: (by, { header }) => void holds(header.messageId, by),
  })
  try {
    const steps = await demo.cases.play(askedBy(normal, 'at'))
    expect(steps.filter(({ failed }) => failed !== undefined)).toEqual([])
    const wanted = [...holders].flatMap(([messageId, parties]) => [...parties].map((party) => [messageId, party] as const))
    for (const [messageId, party] of wanted.filter((_, index) => index % 4 === 0)) {
      const out = join(data, `${messageId}.${party}.asice`)
      const { code, err } = await ranKorpu(['evidence', 'export', messageId, '--for', party, '--out', out], { env: { KORPU_DATA: data } })
      expect([code, err]).toEqual([0, ''])
      copies.push(out)
    }
  } finally {
    await demo.stop()
  }
  for (const gone of ['database', 'store.key', 'hub.log']) rmSync(join(data, gone), { recursive: true, force: true })
}, 240_000)
afterAll(cleanUp)

it('korpu proves every copy of a case when the hub is stopped and its database deleted', { timeout: 120_000 }, async () => {
  expect(copies.length).toBeGreaterThan(2)
  for (const copy of copies) {
    const { code, out } = await ranKorpu(['evidence', 'verify', copy, '--ca', ca])
    expect(out).not.toContain('NOT PROVEN')
    expect(code).toBe(0)
  }
})

describeWithTool(['bash', '-c', 'xmlsec1 --version && openssl version && unzip -v'], 'unzip, xmlsec1 and openssl', () => {
  it('prove every copy of a case when the hub is stopped and its database deleted', { timeout: 120_000 }, () => {
    for (const copy of copies) expect(run('bash', RECIPE, copy, ca)).toMatchObject({ code: 0 })
  })
})
