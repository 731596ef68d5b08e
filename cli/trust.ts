/** Trust without a directory: a signing certificate is believed because a given CA issued it. */
import { readCertificates } from '#certs/pem.ts'
import { hubError } from '#core/errors.ts'
import type { Verified } from '#core/message.ts'
import type { Certificate } from '#core/signature/certificate.ts'
import { verifyDocument } from '#core/signature/document.ts'
import { chainOf, isMadeFor, isValidAt, parsedCertificate, subjectOf } from '#core/trust.ts'

export interface OfflineTrust {
  /** PEM; every certificate in it is an anchor. */
  readonly ca: string
  readonly crl?: string
  /** When the certificates must be valid. */
  readonly at: Date
}

/**
 * The document, proven to be signed by a certificate that the CA issued and that is valid at that time. The signer's party is its subject.
 * Throws what `verifyDocument` throws, and CERTIFICATE_EXPIRED, CERTIFICATE_NOT_YET_VALID or CERTIFICATE_REVOKED.
 */
export async function provenBy(
  trust: OfflineTrust,
  document: Parameters<typeof verifyDocument>[0],
  expect: Parameters<typeof verifyDocument>[1],
): Promise<Verified> {
  const anchors = readCertificates(trust.ca)
  const verified = await verifyDocument(document, expect, (_sha256, der) => {
    const certificate = issuedLeafOf(der, anchors)
    return certificate && { party: subjectOf(certificate), certificate }
  })
  const { certificate } = verified.signer
  const issuer = issuerOf(certificate, anchors)
  if (!issuer) throw hubError('CERTIFICATE_UNTRUSTED')
  for (const link of [certificate, issuer]) {
    if (trust.at < link.validFrom) throw hubError('CERTIFICATE_NOT_YET_VALID')
    if (!isValidAt(link, trust.at)) throw hubError('CERTIFICATE_EXPIRED')
  }
  if (trust.crl !== undefined) await demandUnrevoked(trust.crl, certificate, issuer, trust.at)
  return verified
}

async function demandUnrevoked(file: string, certificate: Certificate, issuer: Certificate, at: Date): Promise<void> {
  const { isRevoked } = await import('#certs/crl.ts')
  if (isRevoked(file, certificate, issuer, at)) throw hubError('CERTIFICATE_REVOKED')
}

function issuedLeafOf(der: Uint8Array | undefined, anchors: readonly Certificate[]): Certificate | undefined {
  const certificate = parsedCertificate(der)
  return certificate && isMadeFor('signing', certificate) && issuerOf(certificate, anchors) ? certificate : undefined
}

/** A certificate is never its own issuer: an anchor does not sign messages. */
function issuerOf(certificate: Certificate, anchors: readonly Certificate[]): Certificate | undefined {
  return anchors.find((anchor) => anchor.sha256 !== certificate.sha256 && chainOf(certificate, [], anchor))
}
