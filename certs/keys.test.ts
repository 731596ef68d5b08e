import { createPrivateKey, generateKeyPairSync, verify } from 'node:crypto'
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyRaw } from '#core/signature/algorithms.ts'
import { certificateOf } from '#core/signature/certificate.ts'
import { readSigningKey, signingKeyOf } from './keys.ts'
import { makeDevelopmentPki, partyFiles } from './pki.ts'

const dir = mkdtempSync(join(tmpdir(), 'korpu-keys-'))
const kinds = { hub: 'P-256', de: 'P-384', fr: 'RSA-3072', nl: 'Ed25519' } as const
const bytes = Buffer.from('Məmmədov İlqar Şahin oğlu')

beforeAll(() => makeDevelopmentPki(dir, Object.keys(kinds), kinds))
afterAll(() => rmSync(dir, { recursive: true }))

const filesOf = (party: string) => {
  const { signKey, signCert } = partyFiles(dir, party)
  return { signKeyFile: signKey, signCertFile: signCert }
}

function fileWith(name: string, content: string, mode = 0o600): string {
  const file = join(dir, name)
  writeFileSync(file, content, { mode })
  return file
}

describe('keys from files', () => {
  it.each(Object.entries(kinds))('sign for %s with %s what the certificate verifies', async (party) => {
    const key = readSigningKey(filesOf(party))
    const { publicKey } = certificateOf(key.certificate)
    expect(verifyRaw(key.algorithm, bytes, publicKey, await key.sign(bytes))).toBe(true)
  })

  it('make ECDSA signatures of two integers, not DER', async () => {
    const signature = await readSigningKey(filesOf('hub')).sign(bytes)
    expect(signature).toHaveLength(64)
  })

  it('open an encrypted key with its passphrase file', async () => {
    const { signKeyFile, signCertFile } = filesOf('nl')
    const pem = createPrivateKey(readFileSync(signKeyFile)).export({
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: 'gizli söz',
    })
    const locked = fileWith('locked.pem', pem.toString())
    const passphraseFile = fileWith('passphrase', 'gizli söz\n')
    const key = readSigningKey({ signKeyFile: locked, signCertFile, passphraseFile })
    expect(verify(null, bytes, certificateOf(key.certificate).publicKey, await key.sign(bytes))).toBe(true)

    expect(() => readSigningKey({ signKeyFile: locked, signCertFile })).toThrow('is encrypted')
    const wrong = fileWith('wrong', 'başqa söz')
    expect(() => readSigningKey({ signKeyFile: locked, signCertFile, passphraseFile: wrong })).toThrow(
      'not a private key that can be opened',
    )
  })

  it('refuse a key that does not belong to the certificate', () => {
    expect(() => readSigningKey({ ...filesOf('hub'), signCertFile: filesOf('de').signCertFile })).toThrow(
      'does not belong to the certificate',
    )
  })

  it.each([0o640, 0o604, 0o644])('refuse a key file of mode %o', (mode) => {
    const open = join(dir, `open-${mode}.pem`)
    copyFileSync(filesOf('hub').signKeyFile, open)
    chmodSync(open, mode)
    expect(() => readSigningKey({ ...filesOf('hub'), signKeyFile: open })).toThrow('can be read by others')
  })

  it('refuse files that are missing or hold something else', () => {
    const rubbish = fileWith('rubbish.pem', 'salam')
    expect(() => readSigningKey({ ...filesOf('hub'), signKeyFile: join(dir, 'nowhere.pem') })).toThrow('nowhere.pem cannot be read')
    expect(() => readSigningKey({ ...filesOf('hub'), signKeyFile: rubbish })).toThrow('not a private key')
    expect(() => readSigningKey({ ...filesOf('hub'), signCertFile: rubbish })).toThrow('holds no certificate')
    const broken = fileWith('broken.pem', '-----BEGIN CERTIFICATE-----\nc2FsYW0=\n-----END CERTIFICATE-----\n')
    expect(() => readSigningKey({ ...filesOf('hub'), signCertFile: broken })).toThrow('holds a certificate that cannot be read')
  })

  it.each([
    ['RSA of 2048 bit', generateKeyPairSync('rsa', { modulusLength: 2048 })],
    ['secp256k1', generateKeyPairSync('ec', { namedCurve: 'secp256k1' })],
    ['Ed448', generateKeyPairSync('ed448')],
  ])('refuse %s', (_name, { privateKey }) => {
    expect(() => signingKeyOf(privateKey, new Uint8Array())).toThrow('of a kind that is not taken')
  })
})
