/** A signing key from files, beside its certificate. */
import type { KeyObject } from 'node:crypto'
import { PlainError } from '#core/plain-error.ts'
import { algorithmOf, signRaw } from '#core/signature/algorithms.ts'
import { type Certificate, certificateOf } from '#core/signature/certificate.ts'
import type { SigningKey } from '#core/signature/key.ts'
import { readCertificates, readPrivateKey } from './pem.ts'

export interface KeyFiles {
  /** PEM, PKCS#8 or the older forms; may be encrypted. */
  readonly signKeyFile: string
  /** PEM; the first certificate is the key's own. */
  readonly signCertFile: string
  readonly passphraseFile?: string
}

/** Reads and checks the files; what is wrong with them is thrown as `PlainError`. */
export function readSigningKey({ signKeyFile, signCertFile, passphraseFile }: KeyFiles): SigningKey {
  const [certificate] = readCertificates(signCertFile)
  const key = readPrivateKey(signKeyFile, passphraseFile)
  if (!isPair(key, certificate)) {
    throw new PlainError(
      `The private key ${signKeyFile} does not belong to the certificate ${signCertFile}.`,
      'Give the key and the certificate that were issued together.',
    )
  }
  return signingKeyOf(key, certificate.der)
}

export function isPair(key: KeyObject, certificate: Certificate): boolean {
  return certificate.x509.checkPrivateKey(key)
}

/** A key in memory as the hub signs with it. Refuses keys outside the list of algorithms (contract, section 1). */
export function signingKeyOf(privateKey: KeyObject, certificateDer: Uint8Array): SigningKey {
  const algorithm = algorithmOf(privateKey)
  if (!algorithm) {
    throw new PlainError(
      'The signing key is of a kind that is not taken.',
      'Use ECDSA P-256 or P-384, RSA of 3072 bit or more, or Ed25519.',
    )
  }
  return {
    algorithm,
    certificate: certificateOf(certificateDer).der,
    sign: async (bytes) => signRaw(algorithm, bytes, privateKey),
  }
}
