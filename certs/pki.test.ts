import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { algorithmOf } from '#core/signature/algorithms.ts'
import { isDevelopment } from './development.ts'
import type { KeyKind } from './issue.ts'
import { readCertificates } from './pem.ts'
import { type DevelopmentPki, makeDevelopmentPki, partyFiles } from './pki.ts'

const KINDS = { de: 'P-384', fr: 'RSA-3072', nl: 'Ed25519' } as const satisfies Record<string, KeyKind>

const root = mkdtempSync(join(tmpdir(), 'korpu-pki-'))
const dir = join(root, 'whole')
let pki: DevelopmentPki

beforeAll(async () => {
  pki = await makeDevelopmentPki(dir, ['az-sms', 'de', 'fr', 'nl'], KINDS)
})
afterAll(() => rmSync(root, { recursive: true }))

const leafOf = (file: string) => readCertificates(file)[0]

/** A copy to spoil. */
function copyOf(name: string): string {
  const copy = join(root, name)
  cpSync(dir, copy, { recursive: true })
  return copy
}

describe('a development PKI', () => {
  it('has a CA and two pairs for every party and the hub', () => {
    const names = ['az-sms', 'de', 'fr', 'hub', 'nl'].flatMap((party) =>
      ['sign', 'tls'].flatMap((use) => [`${party}.${use}.cert.pem`, `${party}.${use}.key.pem`]),
    )
    expect(readdirSync(dir).toSorted()).toEqual(['ca.cert.pem', 'ca.key.pem', ...names].toSorted())
    expect(pki.issued).toHaveLength(10)
    expect(pki.parties.get('de')).toEqual(partyFiles(dir, 'de'))
  })

  it('keeps private keys to their owner', () => {
    for (const name of readdirSync(dir).filter((file) => file.endsWith('.key.pem'))) {
      expect(statSync(join(dir, name)).mode & 0o777, name).toBe(0o600)
    }
  })

  it('gives every party the kind of signing key it asked for, and P-256 to the others', () => {
    const algorithms = ['az-sms', 'de', 'fr', 'nl', 'hub'].map(
      (party) => algorithmOf(leafOf(partyFiles(dir, party).signCert).publicKey)?.id,
    )
    expect(algorithms).toEqual(['ES256', 'ES384', 'PS256', 'EdDSA', 'ES256'])
  })

  it('says on every certificate that it is for development', () => {
    for (const name of readdirSync(dir).filter((file) => file.endsWith('.cert.pem'))) {
      expect(isDevelopment(leafOf(join(dir, name))), name).toBe(true)
    }
  })

  it('keeps what is there when it is made again, and adds only the new party', async () => {
    const before = readFileSync(partyFiles(dir, 'de').signKey, 'utf8')
    expect((await makeDevelopmentPki(dir, ['az-sms', 'de', 'fr', 'nl'])).issued).toEqual([])
    const grown = copyOf('grown')
    expect((await makeDevelopmentPki(grown, ['de', 'pl'])).issued).toEqual([
      partyFiles(grown, 'pl').tlsCert,
      partyFiles(grown, 'pl').signCert,
    ])
    expect(readFileSync(partyFiles(grown, 'de').signKey, 'utf8')).toBe(before)
  })

  it('refuses a folder whose CA is gone', async () => {
    const orphaned = copyOf('orphaned')
    rmSync(join(orphaned, 'ca.cert.pem'))
    rmSync(join(orphaned, 'ca.key.pem'))
    await expect(makeDevelopmentPki(orphaned, ['de'])).rejects.toThrow('stands there without the CA')
  })

  it('refuses half a pair', async () => {
    const half = copyOf('half')
    rmSync(partyFiles(half, 'de').tlsKey)
    await expect(makeDevelopmentPki(half, ['de'])).rejects.toThrow('de.tls.cert.pem or its key is missing')
  })

  it('refuses a certificate of another CA', async () => {
    const other = join(root, 'other')
    await makeDevelopmentPki(other, ['de'])
    const mixed = copyOf('mixed')
    for (const name of ['de.tls.cert.pem', 'de.tls.key.pem']) cpSync(join(other, name), join(mixed, name))
    await expect(makeDevelopmentPki(mixed, ['de'])).rejects.toThrow('de.tls.cert.pem was issued by another CA')
  })

  it('refuses a key that belongs to another certificate', async () => {
    const swapped = copyOf('swapped')
    cpSync(partyFiles(swapped, 'az-sms').tlsKey, partyFiles(swapped, 'de').tlsKey)
    await expect(makeDevelopmentPki(swapped, ['de'])).rejects.toThrow('de.tls.key.pem does not belong to the certificate beside it')
  })
})

const openssl = spawnSync('openssl', ['version']).status === 0
if (!openssl && process.env.KORPU_TEST_REQUIRE !== 'all') process.stderr.write('left out, openssl is missing: the PKI seen by openssl\n')

describe.runIf(openssl || process.env.KORPU_TEST_REQUIRE === 'all')('the PKI seen by openssl', () => {
  const run = (...args: string[]) => execFileSync('openssl', args, { encoding: 'utf8' })

  it.each(['hub', 'az-sms', 'de', 'fr', 'nl'])('chains for client, server and signature of %s', (party) => {
    const { tlsCert, signCert } = partyFiles(dir, party)
    for (const purpose of ['sslclient', 'sslserver']) {
      expect(run('verify', '-x509_strict', '-CAfile', pki.caFile, '-purpose', purpose, tlsCert)).toContain('OK')
    }
    expect(run('verify', '-x509_strict', '-CAfile', pki.caFile, signCert)).toContain('OK')
  })

  it('names the machine, the party and the purposes', () => {
    const tls = run('x509', '-in', partyFiles(dir, 'az-sms').tlsCert, '-noout', '-text')
    expect(tls).toMatch(/DNS:localhost, DNS:az-sms, IP Address:127\.0\.0\.1/)
    expect(tls).toMatch(/TLS Web Server Authentication, TLS Web Client Authentication/)
    const sign = run('x509', '-in', partyFiles(dir, 'az-sms').signCert, '-noout', '-text')
    expect(sign).toMatch(/Key Usage: critical\s+Digital Signature, Non Repudiation/)
    expect(sign).not.toContain('Extended Key Usage')
  })
})
