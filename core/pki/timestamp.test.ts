/** Tokens of an authority that we did not write. */
import { hash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ExtendedKeyUsageExtension, KeyUsageFlags } from '#certs/x509.ts'
import { openTimestampAuthority } from '#test/openssl-authority.ts'
import { describeWithTool, run } from '#test/peers/tool.ts'
import { type Issued, issue, pemOf, rootCa, usage } from '#test/test-pki.ts'
import { readTimestamp, timestampRequestFor, tokenIn } from './timestamp.ts'

const NONCE = Buffer.from('01020304050607080900aabbccddeeff', 'hex')
const DATA = Buffer.from('sübut')
const IMPRINT = hash('sha256', DATA, 'buffer')
const folder = mkdtempSync(join(tmpdir(), 'korpu-tsa-'))
afterAll(() => rmSync(folder, { recursive: true }))

let ca: Issued, other: Issued, authority: Issued
const stamps = [usage(KeyUsageFlags.digitalSignature), new ExtendedKeyUsageExtension(['1.3.6.1.5.5.7.3.8'], true)]
beforeAll(async () => {
  ca = await rootCa()
  other = await rootCa('CN=Başqa kök')
  authority = await issue(ca, { subject: 'CN=Vaxt möhürü', extensions: stamps })
})

const answered = (signer = authority, imprint = IMPRINT, nonce = NONCE): Buffer =>
  openTimestampAuthority(folder, ca, signer).answer(timestampRequestFor(imprint, nonce))
const read = (answer: Uint8Array) => tokenIn(answer, IMPRINT, NONCE, [other.certificate, ca.certificate])

describeWithTool(['openssl', 'version'], 'timestamps of an authority', () => {
  it('are believed, and openssl verifies them too', () => {
    const { at, authority: by, token } = read(answered())
    expect(Math.abs(at.getTime() - Date.now())).toBeLessThan(600_000)
    expect(by.sha256).toBe(authority.certificate.sha256)
    expect(readTimestamp(token, IMPRINT, [ca.certificate]).at).toEqual(at)
    for (const [name, bytes] of Object.entries({ 'token.tst': token, data: DATA, 'ca.pem': pemOf(ca) }))
      writeFileSync(join(folder, name), bytes)
    const path = (name: string) => join(folder, name)
    expect(
      run('openssl', 'ts', '-verify', '-in', path('token.tst'), '-token_in', '-data', path('data'), '-CAfile', path('ca.pem')),
    ).toMatchObject({ code: 0 })
  })

  it('are refused when they are about something else, or answer another question', () => {
    expect(() => tokenIn(answered(), hash('sha256', 'başqa', 'buffer'), NONCE, [ca.certificate])).toThrow('about something else')
    expect(() => tokenIn(answered(), IMPRINT, Buffer.of(1, 2, 3), [ca.certificate])).toThrow('another question')
  })

  it('are refused from an authority that is not trusted', () => {
    expect(() => tokenIn(answered(), IMPRINT, NONCE, [other.certificate])).toThrow('not trusted')
  })

  it('are refused with any byte of them changed', () => {
    const { token } = read(answered())
    let refused = 0
    for (let at = 0; at < token.length; at += 7) {
      try {
        const { at: when } = readTimestamp(token.with(at, (token[at] ?? 0) ^ 1), IMPRINT, [ca.certificate])
        expect(when, `byte ${at}`).toEqual(readTimestamp(token, IMPRINT, [ca.certificate]).at)
      } catch {
        refused++
      }
    }
    expect(refused).toBeGreaterThan(token.length / 14)
  })
})

it('rubbish is no timestamp', () => {
  for (const bytes of [Buffer.alloc(0), Buffer.from('3003020101', 'hex'), Buffer.from('<html>')]) {
    expect(() => tokenIn(bytes, IMPRINT, NONCE, [])).toThrow()
    expect(() => readTimestamp(bytes, IMPRINT, [])).toThrow()
  }
})
