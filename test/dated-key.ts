/** A signing key whose certificate is valid between two dates of its own. */
import { KeyObject, webcrypto } from 'node:crypto'
import { signingKeyOf } from '#certs/keys.ts'
import { X509CertificateGenerator } from '#certs/x509.ts'
import type { SigningKey } from '#core/signature/key.ts'

export async function datedKey(notBefore: Date, notAfter: Date): Promise<SigningKey> {
  const keys = (await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ])) as webcrypto.CryptoKeyPair
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=Vaxtlı Açar, O=Körpü sınağı',
    keys,
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
    notBefore,
    notAfter,
  })
  return signingKeyOf(KeyObject.from(keys.privateKey), new Uint8Array(certificate.rawData))
}
