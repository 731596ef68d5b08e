/** An hour without any authority, and evidence that is complete when they are back. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ExtendedKeyUsageExtension, KeyUsageFlags } from '#certs/x509.ts'
import { trustingIn } from '#core/evidence/trusting.ts'
import { judge } from '#core/evidence/verify.ts'
import { timestampRequestFor, tokenIn } from '#core/pki/timestamp.ts'
import { certificateOf } from '#core/signature/certificate.ts'
import type { TimestampAuthority } from '#core/timestamps.ts'
import { wholeOf } from '#test/evidence-copies.ts'
import { type MemoryHub, memoryHub } from '#test/hub.ts'
import { openTimestampAuthority } from '#test/openssl-authority.ts'
import { keysOf } from '#test/parties.ts'
import { describeWithTool, run } from '#test/peers/tool.ts'
import { type Issued, issue, pemDer, pemOf, rootCa, usage } from '#test/test-pki.ts'
import { evidenceOf } from './evidence.ts'
import { seal } from './seal.ts'
import { stampOwed } from './timestamp.ts'

const RECIPE = fileURLToPath(import.meta.resolve('#docs/verify-evidence.sh'))
const NONCE = Buffer.of(1, 2, 3, 4)
const CA = certificateOf(pemDer(keysOf('hub').tls.ca))
const folder = mkdtempSync(join(tmpdir(), 'korpu-stamped-'))
afterAll(() => rmSync(folder, { recursive: true }))

let root: Issued, signer: Issued
beforeAll(async () => {
  root = await rootCa()
  const stamps = [usage(KeyUsageFlags.digitalSignature), new ExtendedKeyUsageExtension(['1.3.6.1.5.5.7.3.8'], true)]
  signer = await issue(root, { subject: 'CN=Vaxt möhürü', extensions: stamps })
})

/** `openssl ts`, that can be switched off. */
function authorityOf() {
  let isThere = true
  let asked = 0
  const authority: TimestampAuthority = {
    stamp: async (imprint) => {
      asked++
      if (!isThere) throw new Error('nobody is there')
      const answer = openTimestampAuthority(folder, root, signer).answer(timestampRequestFor(imprint, NONCE))
      return tokenIn(answer, imprint, NONCE, [root.certificate])
    },
  }
  const turn = (on: boolean): void => {
    isThere = on
  }
  return { authority, turn, asked: () => asked }
}

async function containerFor(memory: MemoryHub, messageId: string): Promise<Uint8Array> {
  const archive = await evidenceOf(memory.hub, messageId, undefined)
  if (!archive) throw new Error('there is evidence of it')
  return wholeOf(archive)
}
const verdictOf = (container: Uint8Array) => judge(container, trustingIn([CA, root.certificate]))

describeWithTool(['bash', '-c', 'openssl version && xmlsec1 --version && unzip -v'], 'timestamps', () => {
  it('are owed while the authority is away, stop nothing, and come all with one token when it is back', async () => {
    const memory = await memoryHub()
    const { authority, turn, asked } = authorityOf()
    turn(false)
    const sent = []
    for (let minute = 0; minute < 60; minute++) {
      memory.clock.move(60)
      sent.push((await memory.send('xa', 'readmission-application')).message.header.messageId)
      await seal(memory.hub)
      await expect(stampOwed(memory.hub, authority)).rejects.toThrow('nobody is there')
    }
    const [first = '', last = ''] = [sent[0], sent.at(-1)]
    const pending = await verdictOf(await containerFor(memory, first))
    expect(pending.holds).toBe(true)
    expect(pending.limits.join(' ')).toContain('no timestamp of an authority')
    turn(true)
    expect(asked()).toBe(60)
    expect(await stampOwed(memory.hub, authority)).toBe(60)
    expect([asked(), await stampOwed(memory.hub, authority)]).toEqual([61, 0])
    for (const messageId of [first, last]) {
      const { holds, findings, limits } = await verdictOf(await containerFor(memory, messageId))
      expect(holds).toBe(true)
      expect(findings.filter(({ sentence }) => sentence.includes('says the timestamp authority CN=Vaxt möhürü'))).toHaveLength(1)
      expect(limits.join(' ')).not.toContain('no timestamp of an authority')
    }
  })

  it('are proven by openssl alone, and by nobody when the authority is unknown or a tree head is another one', async () => {
    const memory = await memoryHub()
    const { message } = await memory.send('xa', 'readmission-application')
    await seal(memory.hub)
    await stampOwed(memory.hub, authorityOf().authority)
    const container = await containerFor(memory, message.header.messageId)
    const judged = (...anchors: readonly string[]) => {
      writeFileSync(join(folder, 'one.asice'), container)
      writeFileSync(join(folder, 'ca.pem'), anchors.join(''))
      return run('bash', RECIPE, join(folder, 'one.asice'), join(folder, 'ca.pem'))
    }
    expect(judged(keysOf('hub').tls.ca, pemOf(root))).toMatchObject({ code: 0, said: expect.stringContaining('proven: timestamps/1.tst') })
    expect(judged(keysOf('hub').tls.ca)).toMatchObject({ code: 1, said: expect.stringContaining('NOT PROVEN: timestamps/1.tst') })
    const { holds, findings } = await judge(container, trustingIn([CA]))
    expect(holds).toBe(false)
    expect(findings.filter(({ proven }) => !proven)).toEqual([{ proven: false, sentence: expect.stringContaining('not trusted') }])
  })
})
