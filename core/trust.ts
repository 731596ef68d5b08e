/**
 * Whether a certificate comes from a trust anchor: issuer names, key identifiers and signatures of every link, and what `pathFault` looks at
 * (RFC 5280, section 6.1). A chain alone never proves a party: the exact subject must be registered too.
 */
import type { CertificateRecord } from './directory.ts'
import { pathFault } from './pki/path.ts'
import { type Certificate, certificateOf } from './signature/certificate.ts'

const MAX_BETWEEN = 4

const TLS_SERVER = '1.3.6.1.5.5.7.3.1'
const TLS_CLIENT = '1.3.6.1.5.5.7.3.2'

/** The certificate in bytes from outside; `undefined` when they hold none. */
export function parsedCertificate(der: Uint8Array | undefined): Certificate | undefined {
  if (!der) return undefined
  try {
    return certificateOf(der)
  } catch {
    return undefined
  }
}

/** The subject on one line, its parts in the certificate's order and escaped as in RFC 4514: `CN=de,O=Beispielamt`. */
export function subjectOf(certificate: Certificate): string {
  return (certificate.subject ?? '').replaceAll('\n', ',')
}

/** Both ends belong to the window. */
export function isValidAt(window: { readonly validFrom: Date; readonly validUntil: Date }, at: Date): boolean {
  return window.validFrom <= at && at <= window.validUntil
}

/** One anchor may issue both kinds under one subject; a TLS certificate must not sign, nor another connect (RFC 5280, section 4.2.1.12). */
export function isMadeFor(use: CertificateRecord['use'], leaf: Certificate): boolean {
  const purposes = leaf.x509.keyUsage ?? []
  if (use === 'tls') return purposes.length === 0 || purposes.includes(TLS_CLIENT)
  return !purposes.includes(TLS_CLIENT) && !purposes.includes(TLS_SERVER)
}

/** The way from a leaf up to the anchor, both included, by way of at most four of the issuers sent along; `undefined` when there is none. */
export function chainOf(leaf: Certificate, issuers: readonly Certificate[], anchor: Certificate): readonly Certificate[] | undefined {
  const chain = chainUp(leaf, issuers.slice(0, MAX_BETWEEN), anchor)
  return chain && pathFault(chain) === undefined ? chain : undefined
}

function chainUp(from: Certificate, issuers: readonly Certificate[], anchor: Certificate): readonly Certificate[] | undefined {
  if (isIssuedBy(from, anchor)) return [from, anchor]
  for (const issuer of issuers) {
    if (!isIssuedBy(from, issuer)) continue
    const others = issuers.filter((other) => other !== issuer)
    const above = chainUp(issuer, others, anchor)
    if (above) return [from, ...above]
  }
  return undefined
}

/** node's `checkIssued` compares names only; `verify` is what proves. */
function isIssuedBy(certificate: Certificate, issuer: Certificate): boolean {
  return issuer.x509.ca && certificate.x509.checkIssued(issuer.x509) && certificate.x509.verify(issuer.publicKey)
}
