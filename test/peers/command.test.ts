/** The command itself against tools that we did not write, with files as anyone would: what `korpu sign` makes they take, what they sign `korpu verify` takes. */
import { spawnSync } from 'node:child_process'
import { createHash, X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSigningKey } from '#certs/keys.ts'
import { makeDevelopmentPki, type PartyFiles, partyFiles } from '#certs/pki.ts'
import { korpu } from '#test/command.ts'
import { forgedXades } from '#test/forged-xades.ts'
import { describeWithTool, run } from './tool.ts'

/** One party for each kind of key. */
const KINDS = { at: 'P-256', be: 'P-384', fr: 'RSA-3072', pl: 'Ed25519' } as const
const ELLIPTIC = ['at', 'be'] as const
const ALL = ['at', 'be', 'fr', 'pl'] as const
const XMLSEC = ['--enabled-key-data', 'x509,ec', '--id-attr:Id', 'http://uri.etsi.org/01903/v1.3.2#:SignedProperties']
const PYTHON = '/usr/bin/python3'

const folder = mkdtempSync(join(tmpdir(), 'korpu-peers-'))
const pki = join(folder, 'pki')
const ca = join(pki, 'ca.cert.pem')
const sample = (syntax: 'xml' | 'json'): string =>
  new URL(import.meta.resolve(`#schemas/published/samples/readmission-application.small.${syntax}`)).pathname
const filesOf = (party: string): PartyFiles => partyFiles(pki, party)
const fileOf = (name: string, content: string | Uint8Array): string => {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

beforeAll(async () => {
  await makeDevelopmentPki(pki, ALL, KINDS)
})
afterAll(() => rmSync(folder, { recursive: true }))

async function signedByKorpu(party: string, syntax: 'xml' | 'json', form: string): Promise<string> {
  const { signKey, signCert } = filesOf(party)
  const { code, out, err } = await korpu(['sign', sample(syntax), '--key', signKey, '--cert', signCert, '--form', form])
  expect([code, err.includes('rror')]).toEqual([0, false])
  return fileOf(`${party}.${form}`, out)
}

/** Yes to what was signed, no to the same with one letter of the content changed. */
async function expectTakenByKorpu(file: string, ...more: readonly string[]): Promise<void> {
  const spoilt = fileOf('spoilt', readFileSync(file, 'utf8').replace('Əliyeva', 'Əliyevə'))
  expect((await korpu(['verify', file, '--ca', ca, ...more])).out.toString()).toContain('yes: the signature of this message holds')
  expect((await korpu(['verify', spoilt, '--ca', ca, ...more])).code).toBe(1)
}

describeWithTool(['xmlsec1', '--version'], 'korpu and xmlsec1', () => {
  test.each(ELLIPTIC)('xmlsec1 takes what korpu sign made (%s)', async (party) => {
    const file = await signedByKorpu(party, 'xml', 'xml')
    expect(run('xmlsec1', '--verify', ...XMLSEC, '--trusted-pem', ca, file)).toMatchObject({ code: 0 })
    const spoilt = fileOf('spoilt.xml', readFileSync(file, 'utf8').replace('Əliyeva', 'Əliyevə'))
    expect(run('xmlsec1', '--verify', ...XMLSEC, '--trusted-pem', ca, spoilt).code).not.toBe(0)
  })

  test.each(ELLIPTIC)('korpu verify takes what xmlsec1 signed (%s)', async (party) => {
    const { signKey, signCert } = filesOf(party)
    const key = readSigningKey({ signKeyFile: signKey, signCertFile: signCert })
    const document = readFileSync(sample('xml'), 'utf8').replace('</Message>', '{signature}</Message>')
    const emptied = (xml: string) =>
      xml.replace(/(<dsig:DigestValue>)[^<]*(?=.*<dsig:SignatureValue>)/gs, '$1').replace(/(<dsig:SignatureValue>)[^<]*/, '$1')
    const template = fileOf(`template.${party}.xml`, await forgedXades(key, { document, signature: emptied }))
    const signed = join(folder, `xmlsec.${party}.xml`)
    expect(run('xmlsec1', '--sign', ...XMLSEC, '--privkey-pem', `${signKey},${signCert}`, '--output', signed, template).code).toBe(0)
    await expectTakenByKorpu(signed)
  })
})

describeWithTool(['java', '-version'], 'korpu and the JDK', () => {
  const PEER = join(import.meta.dirname, 'XadesPeer.java')

  test('the JDK takes what korpu sign made with every kind of key', async () => {
    const files = await Promise.all(ALL.map((party) => signedByKorpu(party, 'xml', 'xml')))
    expect(
      run('java', PEER, 'verify', ...files)
        .said.trim()
        .split('\n'),
    ).toEqual(ALL.map((party) => `${party}.xml valid`))
  })

  test('korpu verify takes what the JDK signed with every kind of key', async () => {
    const jdk = { at: 'EC', be: 'EC', fr: 'RSA', pl: 'EdDSA' }
    const orders = ALL.flatMap((party) => {
      const { signKey, signCert } = filesOf(party)
      const der = join(folder, `${party}.der`)
      expect(run('openssl', 'pkcs8', '-topk8', '-nocrypt', '-in', signKey, '-outform', 'DER', '-out', der).code).toBe(0)
      const { xml } = readSigningKey({ signKeyFile: signKey, signCertFile: signCert }).algorithm
      return [xml, jdk[party], der, signCert, sample('xml'), join(folder, `jdk.${party}.xml`)]
    })
    expect(run('java', PEER, 'sign', ...orders)).toEqual({ code: 0, said: '' })
    for (const party of ALL) await expectTakenByKorpu(join(folder, `jdk.${party}.xml`))
  })
})

describeWithTool([PYTHON, '-c', 'import jwcrypto'], 'korpu and python jwcrypto', () => {
  const peer = (job: object): string => {
    const { stdout } = spawnSync(PYTHON, [join(import.meta.dirname, 'jwcrypto_peer.py')], { input: JSON.stringify(job), encoding: 'utf8' })
    const { ok, error } = JSON.parse(stdout) as { readonly ok?: string; readonly error?: string }
    if (ok === undefined) throw new Error(error)
    return ok
  }
  const payload = readFileSync(sample('json'), 'utf8')

  test.each(ALL)('jwcrypto takes what korpu sign made, detached and compact (%s)', async (party) => {
    const pem = readFileSync(filesOf(party).signCert, 'utf8')
    const detached = readFileSync(await signedByKorpu(party, 'json', 'detached'), 'utf8').trim()
    expect(peer({ act: 'verify', form: 'detached', pem, jws: detached, payload })).toBe(payload)
    expect(() => peer({ act: 'verify', form: 'detached', pem, jws: detached, payload: payload.replace('Əliyeva', 'Əliyevə') })).toThrow(
      'InvalidJWSSignature',
    )
    const compact = readFileSync(await signedByKorpu(party, 'json', 'jws'), 'utf8').trim()
    expect(peer({ act: 'verify', form: 'compact', pem, jws: compact })).toBe(payload)
  })

  test.each(ALL)('korpu verify takes what jwcrypto signed, detached and compact (%s)', async (party) => {
    const { signKey, signCert } = filesOf(party)
    const { raw } = new X509Certificate(readFileSync(signCert))
    const header = {
      alg: readSigningKey({ signKeyFile: signKey, signCertFile: signCert }).algorithm.id,
      typ: 'korpu-message',
      iat: Math.floor(Date.now() / 1000),
      'x5t#S256': createHash('sha256').update(raw).digest('base64url'),
      x5c: [raw.toString('base64')],
    }
    const pem = readFileSync(signKey, 'utf8')
    const detached = peer({ act: 'sign', form: 'detached', pem, header: { ...header, b64: false, crit: ['b64'] }, payload })
    await expectTakenByKorpu(fileOf(`${party}.json`, payload), '--signature', fileOf(`${party}.sig`, detached))
    const compact = fileOf(`${party}.jose`, peer({ act: 'sign', form: 'compact', pem, header, payload }))
    expect((await korpu(['verify', compact, '--ca', ca])).out.toString()).toContain('yes: the signature of this message holds')
  })
})
