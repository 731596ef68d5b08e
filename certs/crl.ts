/** Revocation lists from files (RFC 5280, section 5): a list either decides or is refused, it never says "perhaps". */
import { readFileSync } from 'node:fs'
import { AnswerFault } from '#core/pki/asn1.ts'
import { statusInCrl } from '#core/pki/crl.ts'
import type { CertificateStatus } from '#core/pki/status.ts'
import { PlainError } from '#core/plain-error.ts'
import type { Certificate } from '#core/signature/certificate.ts'

const PEM = /-----BEGIN (?:X509 )?CRL-----([\sA-Za-z0-9+/=]+?)-----END/

/**
 * Whether the list names the certificate, whenever that was. PEM or DER. Throws a `PlainError` for a list that cannot decide: unreadable, not signed
 * by the issuer, out of date at `at`, or with critical extensions (partial, delta and indirect lists).
 */
export function isRevoked(file: string, certificate: Certificate, issuer: Certificate, at: Date): boolean {
  const { state, nextUpdate } = statusIn(file, certificate, issuer)
  if (!nextUpdate || nextUpdate < at) {
    throw new PlainError(`${file} is out of date.`, 'Fetch the newest revocation list of the CA.')
  }
  return state === 'revoked'
}

function statusIn(file: string, certificate: Certificate, issuer: Certificate): CertificateStatus {
  try {
    return statusInCrl(bytesOf(file), certificate, issuer)
  } catch (cause) {
    if (!(cause instanceof AnswerFault)) throw cause
    throw new PlainError(
      `${file} ${cause.message}.`,
      'Give the complete revocation list of the CA that issued the certificate, PEM or DER.',
      cause,
    )
  }
}

function bytesOf(file: string): Buffer {
  try {
    const bytes = readFileSync(file)
    const base64 = PEM.exec(bytes.toString('latin1'))?.[1]
    return base64 === undefined ? bytes : Buffer.from(base64, 'base64')
  } catch (cause) {
    throw new PlainError(`${file} cannot be read.`, 'Give an X.509 CRL in PEM or DER form.', cause)
  }
}
