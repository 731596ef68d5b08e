/** A certificate, parsed once and kept: parsing costs a fifth of a verification. */
import { type KeyObject, X509Certificate } from 'node:crypto'
import { sha256Hex } from './digest.ts'

export interface Certificate {
  readonly der: Uint8Array
  /** SHA-256 of the DER, lower-case hex. */
  readonly sha256: string
  readonly publicKey: KeyObject
  readonly subject: string
  readonly validFrom: Date
  readonly validUntil: Date
  readonly x509: X509Certificate
}

const KEPT = 1_000
const kept = new Map<string, Certificate>()

/** Throws what node:crypto throws for bytes that are no certificate. */
export function certificateOf(der: Uint8Array): Certificate {
  const sha256 = sha256Hex(der)
  const known = kept.get(sha256)
  if (known) return known
  const x509 = new X509Certificate(der)
  if (x509.raw.length !== der.length) throw new Error('trailing bytes after the certificate')
  const parsed: Certificate = {
    der: new Uint8Array(x509.raw),
    sha256,
    publicKey: x509.publicKey,
    subject: x509.subject,
    validFrom: x509.validFromDate,
    validUntil: x509.validToDate,
    x509,
  }
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value ?? '')
  kept.set(sha256, parsed)
  return parsed
}
