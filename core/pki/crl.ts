/** Revocation lists (RFC 5280, section 5): complete ones, signed by the issuer itself. Partial, delta and indirect lists are refused. */
import { AsnConvert } from '@peculiar/asn1-schema'
import { CertificateList, Certificate as X509 } from '@peculiar/asn1-x509'
import type { Certificate } from '#core/signature/certificate.ts'
import { demand, demandKnown, demandSignature, parsed, sameBytes } from './asn1.ts'
import { extensionsOf, KEY_USAGE } from './extensions.ts'
import type { CertificateStatus } from './status.ts'

/** What the list, DER, says about a certificate of this issuer. Throws `AnswerFault`; whether it is still current, the caller judges. */
export function statusInCrl(list: Uint8Array, certificate: Certificate, issuer: Certificate): CertificateStatus {
  const { tbsCertList, tbsCertListRaw, signatureAlgorithm, signature } = parsed(list, CertificateList, 'a revocation list')
  const { subject } = parsed(issuer.der, X509, 'a certificate').tbsCertificate
  demand(
    sameBytes(AsnConvert.serialize(tbsCertList.issuer), AsnConvert.serialize(subject)),
    'is not signed by the CA that issued the certificate',
  )
  demand(extensionsOf(issuer).keyUsage?.has(KEY_USAGE.cRLSign) ?? true, 'is signed by a CA that may sign no revocation lists')
  demand(tbsCertList.signature.algorithm === signatureAlgorithm.algorithm, 'names two algorithms')
  demandSignature(signatureAlgorithm, issuer, tbsCertListRaw, signature)
  const entries = tbsCertList.revokedCertificates ?? []
  demandKnown(tbsCertList.crlExtensions)
  for (const { crlEntryExtensions } of entries) demandKnown(crlEntryExtensions)
  const { serialNumber } = parsed(certificate.der, X509, 'a certificate').tbsCertificate
  const entry = entries.find(({ userCertificate }) => sameBytes(userCertificate, serialNumber))
  return {
    state: entry ? 'revoked' : 'good',
    thisUpdate: tbsCertList.thisUpdate.getTime(),
    nextUpdate: tbsCertList.nextUpdate?.getTime(),
    revokedAt: entry?.revocationDate.getTime(),
  }
}
