/** The certificate that a message was signed with, as far as it is registered. */
import type { CertificateRecord } from '#core/directory.ts'
import type { PartyId } from '#core/message.ts'
import type { Directory } from '#core/resolve.ts'
import { parsedCertificate, subjectOf } from '#core/trust.ts'

const DAY_MS = 86_400_000

export interface SheetCertificate {
  readonly use: CertificateRecord['use']
  readonly by: CertificateRecord['by']
  readonly status: CertificateRecord['status']
  readonly sha256: string
  /** Of systems, never of people (contract, section 1). */
  readonly subject: string
  readonly issuer: string
  /** Hex. */
  readonly serial: string
  readonly validFrom: Date
  readonly validUntil: Date
  /** Whole days; below 0 it has ended. */
  readonly daysLeft: number
  readonly algorithm: string
}

export function certificateSheet(
  { use, by, status, sha256, der, subject, validFrom, validUntil }: CertificateRecord,
  now: Date,
): SheetCertificate {
  const certificate = parsedCertificate(der)
  const { asymmetricKeyType = '', asymmetricKeyDetails } = certificate?.publicKey ?? {}
  const size = asymmetricKeyDetails?.namedCurve ?? asymmetricKeyDetails?.modulusLength
  return {
    use,
    by,
    status,
    sha256,
    subject: subject ?? (certificate ? subjectOf(certificate) : ''),
    issuer: certificate?.x509.issuer.replaceAll('\n', ',') ?? '',
    serial: certificate?.x509.serialNumber ?? '',
    validFrom,
    validUntil,
    daysLeft: Math.floor((validUntil.getTime() - now.getTime()) / DAY_MS),
    algorithm: size === undefined ? asymmetricKeyType : `${asymmetricKeyType} ${size}`,
  }
}

/** One known by its anchor is not kept by itself: then only its digest is told. */
export function signerOf(
  directory: Directory,
  { signerSha256, from }: { readonly signerSha256?: string; readonly from: PartyId },
  now: Date,
): SheetCertificate | undefined {
  const certificates = directory.party(from)?.certificates ?? []
  const record = certificates.find(({ sha256, use, by }) => sha256 === signerSha256 && use === 'signing' && by === 'leaf')
  return record && certificateSheet(record, now)
}
