/** Answers of a responder that we did not write. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ExtendedKeyUsageExtension, KeyUsageFlags } from '#certs/x509.ts'
import { describeWithTool, run } from '#test/peers/tool.ts'
import { authority, type Issued, issue, pemOf, privateKeyOf, rootCa, usage } from '#test/test-pki.ts'
import { ocspRequestFor, statusInOcsp } from './ocsp.ts'

const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9'
const NONCE = Buffer.alloc(16, 7)
const folder = mkdtempSync(join(tmpdir(), 'korpu-ocsp-'))
afterAll(() => rmSync(folder, { recursive: true }))

let ca: Issued, other: Issued, good: Issued, bad: Issued, responder: Issued, undelegated: Issued
beforeAll(async () => {
  ca = await rootCa()
  other = await issue(undefined, { subject: 'CN=Başqa kök', extensions: authority() })
  good = await issue(ca)
  bad = await issue(ca, { subject: 'CN=Ləğv edilmiş' })
  const delegated = [usage(KeyUsageFlags.digitalSignature), new ExtendedKeyUsageExtension([OCSP_SIGNING])]
  responder = await issue(ca, { subject: 'CN=Cavabdeh', extensions: delegated })
  undelegated = await issue(ca, { subject: 'CN=Səlahiyyətsiz' })
})

const serial = ({ certificate }: Issued): string => certificate.x509.serialNumber

/** What `openssl ocsp` answers to our own question, with the index of the CA as it stands. */
function answered(signer: Issued, about: Issued, { nonce = true } = {}): Buffer {
  const path = (name: string): string => join(folder, name)
  for (const [name, one] of Object.entries({ ca, signer })) {
    writeFileSync(path(`${name}.pem`), pemOf(one))
    writeFileSync(path(`${name}.key`), privateKeyOf(one).export({ type: 'pkcs8', format: 'pem' }))
  }
  const end = '361231235959Z'
  const lines = [
    `V\t${end}\t\t${serial(good)}\tunknown\t/CN=good`,
    `R\t${end}\t261101000000Z,keyCompromise\t${serial(bad)}\tunknown\t/CN=bad`,
  ]
  writeFileSync(path('index.txt'), `${lines.join('\n')}\n`)
  writeFileSync(path('question'), ocspRequestFor(about.certificate, ca.certificate, NONCE))
  const said = run(
    'openssl',
    'ocsp',
    '-index',
    path('index.txt'),
    '-CA',
    path('ca.pem'),
    '-rsigner',
    path('signer.pem'),
    '-rkey',
    path('signer.key'),
    '-reqin',
    path('question'),
    '-respout',
    path('answer'),
    '-ndays',
    '1',
    ...(nonce ? [] : ['-no_nonce']),
  )
  expect(said).toMatchObject({ code: 0 })
  return readFileSync(path('answer'))
}

describeWithTool(['openssl', 'version'], 'answers of an OCSP responder', () => {
  it.each(['the CA itself', 'one to whom it delegated'])('are believed when %s signed them', (who) => {
    const signer = who === 'the CA itself' ? ca : responder
    const { state, thisUpdate, nextUpdate } = statusInOcsp(answered(signer, good), good.certificate, ca.certificate, NONCE)
    expect(state).toBe('good')
    expect(nextUpdate?.getTime()).toBe(thisUpdate.getTime() + 86_400_000)
    expect(statusInOcsp(answered(signer, bad), bad.certificate, ca.certificate, NONCE)).toMatchObject({
      state: 'revoked',
      revokedAt: new Date('2026-11-01T00:00:00Z'),
    })
  })

  it('say that a certificate is unknown to its issuer', async () => {
    const stranger = await issue(ca)
    expect(statusInOcsp(answered(ca, stranger), stranger.certificate, ca.certificate, NONCE).state).toBe('unknown')
  })

  it('are refused when they are signed by somebody else', () => {
    for (const signer of [undelegated, other]) {
      expect(() => statusInOcsp(answered(signer, good), good.certificate, ca.certificate, NONCE)).toThrow('has not delegated it')
    }
  })

  it('are refused when they are about another certificate, or another CA', () => {
    const answer = answered(responder, good)
    expect(() => statusInOcsp(answer, bad.certificate, ca.certificate, NONCE)).toThrow('about another certificate')
    expect(() => statusInOcsp(answer, good.certificate, other.certificate, NONCE)).toThrow('has not delegated it')
  })

  it('are refused when they answer another question, but not when they were signed in advance', () => {
    expect(() => statusInOcsp(answered(responder, good), good.certificate, ca.certificate, Buffer.alloc(16, 8))).toThrow('another question')
    expect(statusInOcsp(answered(responder, good, { nonce: false }), good.certificate, ca.certificate, NONCE).state).toBe('good')
  })

  it('are refused with any byte changed, and with any length', () => {
    const answer = answered(responder, good)
    for (let at = 0; at < answer.length; at += 13) {
      const changed = Buffer.from(answer)
      changed[at] = (changed[at] ?? 0) ^ 1
      let state: string | undefined
      try {
        state = statusInOcsp(changed, good.certificate, ca.certificate, NONCE).state
      } catch {
        // Refused.
      }
      expect([undefined, 'good'], `byte ${at}`).toContain(state)
    }
    for (const length of [0, 1, 20, answer.length - 1])
      expect(() => statusInOcsp(answer.subarray(0, length), good.certificate, ca.certificate)).toThrow()
  })
})
