/** Keys with self-signed certificates for one test run. */
import { createPrivateKey, type KeyObject, sign as nodeSign, webcrypto, X509Certificate } from 'node:crypto'
import { X509CertificateGenerator } from '#certs/x509.ts'
import { ALGORITHMS, type Algorithm, signRaw } from '#core/signature/algorithms.ts'
import { type Certificate, certificateOf } from '#core/signature/certificate.ts'
import type { SigningKey } from '#core/signature/key.ts'

const rsa = (modulusLength: number) => ({
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength,
  publicExponent: new Uint8Array([1, 0, 1]),
})
const ec = (namedCurve: string) => ({ name: 'ECDSA', hash: 'SHA-256', namedCurve })
const KINDS = {
  'P-256': ec('P-256'),
  'P-384': ec('P-384'),
  'P-521': ec('P-521'),
  Ed25519: { name: 'Ed25519' },
  'RSA-2048': rsa(2048),
  'RSA-3072': rsa(3072),
}

export type KeyKind = keyof typeof KINDS

export interface ThrowAwayKey {
  readonly certificate: Certificate
  readonly certificatePem: string
  readonly privateKey: KeyObject
  readonly privatePem: string
  /** Signs with this row, whether it fits the key or not: attackers are not held by our types. */
  signingKey(id: Algorithm['id']): SigningKey
}

export async function throwAwayKey(kind: KeyKind, name = 'CN=Yoxlama Şahidi, O=Körpü'): Promise<ThrowAwayKey> {
  const keys = (await webcrypto.subtle.generateKey(KINDS[kind], true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair
  const issued = await X509CertificateGenerator.createSelfSigned({
    name,
    keys,
    signingAlgorithm: KINDS[kind],
    notBefore: new Date('2026-01-01'),
    notAfter: new Date('2036-01-01'),
  })
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey))
  const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
  const certificate = certificateOf(new Uint8Array(issued.rawData))
  return {
    certificate,
    certificatePem: new X509Certificate(certificate.der).toString(),
    privateKey,
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    signingKey: (id) => signingKeyOf(id, privateKey, certificate.der),
  }
}

function signingKeyOf(id: Algorithm['id'], privateKey: KeyObject, certificate: Uint8Array): SigningKey {
  const algorithm = ALGORITHMS.find((row) => row.id === id)
  if (!algorithm) throw new Error(`no algorithm ${id}`)
  const sign = (bytes: Uint8Array): Uint8Array =>
    privateKey.asymmetricKeyType === 'ec'
      ? nodeSign(algorithm.hash, bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' })
      : signRaw(algorithm, bytes, privateKey)
  return { algorithm, certificate, sign: async (bytes) => sign(bytes) }
}
