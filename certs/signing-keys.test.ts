import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { certificateOf } from '#core/signature/certificate.ts'
import { makeDevelopmentPki, partyFiles } from './pki.ts'
import { openSigningKeys } from './signing-keys.ts'

const dir = mkdtempSync(join(tmpdir(), 'korpu-signing-keys-'))
const file = join(dir, 'signing-keys.json')
let now = new Date()
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

beforeAll(() => makeDevelopmentPki(dir, ['next', 'norway']))
afterAll(() => rmSync(dir, { recursive: true }))

const first = () => {
  const { signKey, signCert } = partyFiles(dir, 'hub')
  return { signKeyFile: signKey, signCertFile: signCert }
}
const opened = () => openSigningKeys(first(), file, () => now)
const entry = (name: string, from: Date, more: object = {}) => ({
  cert: `${name}.sign.cert.pem`,
  key: `${name}.sign.key.pem`,
  from: from.toISOString(),
  ...more,
})
const write = (...keys: object[]) => writeFileSync(file, JSON.stringify({ keys }))
const nameOf = ({ certificate }: { readonly certificate: Uint8Array }) => certificateOf(certificate).x509.subject.match(/CN=(\w+)/)?.[1]

describe('the signing keys of the hub', () => {
  it('are that of the settings, where there are no others', async () => {
    const keys = await opened()
    expect(nameOf(keys.signing())).toBe('hub')
    expect(keys.own()).toHaveLength(1)
  })

  it('take one more without a restart: published at once, signing from its time on, the one before still known', async () => {
    const keys = await opened()
    write(entry('next', later(5)))
    expect(await keys.refresh()).toBe(true)
    expect(await keys.refresh()).toBe(false)
    expect(keys.own().map(({ certificate, signs }) => [nameOf({ certificate: certificate.der }), signs])).toEqual([
      ['hub', true],
      ['next', true],
    ])
    expect(nameOf(keys.signing())).toBe('hub')
    now = later(6)
    expect(nameOf(keys.signing())).toBe('next')
  })

  it('give a treaty a key of its own, and all others the general one', async () => {
    write(entry('norway', later(-1), { agreements: ['no-az-2014'] }))
    const keys = await opened()
    expect([keys.signing('no-az-2014'), keys.signing('eu-az-2014'), keys.signing()].map(nameOf)).toEqual(['norway', 'hub', 'hub'])
  })

  it('keep a retired one for what it signed, and sign with it no more', async () => {
    const { key: _, ...retired } = entry('next', later(-1))
    write(retired)
    const keys = await opened()
    expect(nameOf(keys.signing())).toBe('hub')
    expect(keys.own()[1]).toMatchObject({ signs: false })
  })

  it('stay as they were when the file is wrong, which is said', async () => {
    write(entry('next', later(-1)))
    const keys = await opened()
    writeFileSync(file, '{"keys": [{}]}')
    await expect(keys.refresh()).rejects.toThrow('is wrong at /keys/0')
    write({ ...entry('next', later(-1)), key: 'hub.sign.key.pem' })
    await expect(keys.refresh()).rejects.toThrow('does not belong to the certificate')
    expect(nameOf(keys.signing())).toBe('next')
  })

  it('refuse in production what was made for development, in the settings and in the file', async () => {
    write()
    await expect(openSigningKeys(first(), file, () => now, true)).rejects.toThrow('was made for development')
  })
})
