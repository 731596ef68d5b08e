/** Revocation lists from files (RFC 5280, section 5): a list either decides or is refused, it never says "perhaps". */
import { readFileSync } from 'node:fs'
import { PlainError } from '#core/plain-error.ts'
import type { Certificate } from '#core/signature/certificate.ts'
import * as x509 from './x509.ts'

const PEM = /-----BEGIN (?:X509 )?CRL-----([\sA-Za-z0-9+/=]+?)-----END/

/**
 * Whether the list names the certificate, whenever that was. PEM or DER. Throws a `PlainError` for a list that cannot decide: unreadable, not signed
 * by the issuer, out of date at `at`, or with critical extensions (partial, delta and indirect lists).
 */
export async function isRevoked(file: string, certificate: Certificate, issuer: Certificate, at: Date): Promise<boolean> {
  const list = readList(file)
  if (!(await list.verify({ publicKey: new x509.X509Certificate(issuer.der) }))) {
    throw new PlainError(`${file} is not signed by the CA that issued the certificate.`, 'Give the revocation list of that CA.')
  }
  if (list.extensions.some(({ critical }) => critical)) {
    throw new PlainError(`${file} covers only some of the certificates.`, 'Give the complete revocation list of the CA.')
  }
  if (!list.nextUpdate || list.nextUpdate < at) {
    throw new PlainError(`${file} is out of date.`, 'Fetch the newest revocation list of the CA.')
  }
  const serial = serialOf(certificate.x509.serialNumber)
  return list.entries.some((entry) => serialOf(entry.serialNumber) === serial)
}

function readList(file: string): x509.X509Crl {
  try {
    const bytes = readFileSync(file)
    const base64 = PEM.exec(bytes.toString('latin1'))?.[1]
    return new x509.X509Crl(base64 === undefined ? bytes : Buffer.from(base64, 'base64'))
  } catch (cause) {
    throw new PlainError(`${file} is not a revocation list that can be read.`, 'Give an X.509 CRL in PEM or DER form.', cause)
  }
}

/** Hexadecimal, without the zeros that DER puts in front. */
function serialOf(hex: string): string {
  return hex.toLowerCase().replace(/^0+(?=.)/, '')
}
