/**
 * What issuers say about the certificates of parties, kept. They are asked beside the traffic, never because a message waits; a certificate that turns
 * out to be revoked puts the messages in doubt that came since.
 */
import type { CertificateRecord } from './directory.ts'
import type { PartyId } from './message.ts'
import type { CertificateStatus } from './pki/status.ts'
import type { AuditEvent } from './ports.ts'
import type { Certificate } from './signature/certificate.ts'

export interface Watched {
  readonly party: PartyId
  readonly use: CertificateRecord['use']
  readonly certificate: Certificate
}

/** The way on which a status came, and the very bytes of the answer: it is evidence. */
export interface RevocationAnswer {
  readonly kind: 'ocsp' | 'crl'
  readonly status: CertificateStatus
  readonly bytes: Uint8Array
}

/** Asks an issuer; throws when there is no answer, or none that proves anything. */
export interface RevocationSources {
  ask(kind: RevocationAnswer['kind'], url: string, certificate: Certificate, issuer: Certificate): Promise<RevocationAnswer>
}

/** A message that came under a certificate after it was revoked. */
export interface Contested {
  readonly messageId: string
  readonly from: PartyId
  readonly sha256: string
}

/** As it stands in the audit trail, and so in the evidence of the message: `digest` is that of the certificate. */
export const contestEvent = ({ messageId, from, sha256 }: Contested, at: Date): AuditEvent => ({
  event: 'CertificateRevocation',
  party: from,
  at,
  messageId,
  digest: sha256,
  code: 'CERTIFICATE_REVOKED',
})

export interface RevocationDesk {
  /** From now on their issuers are asked about them. */
  watch(certificates: readonly Watched[], now: Date): Promise<void>
  /** Those that are to be asked about, valid still, the longest due first. */
  due(now: Date, limit: number): Promise<readonly Watched[]>
  /**
   * Keeps an answer and when to ask again. `news`: the state is another one than before. An answer that is older than the one that is kept changes
   * nothing but the time; what is revoked stays so.
   */
  answered(sha256: string, answer: RevocationAnswer, askAt: Date): Promise<'news' | 'kept'>
  /** There was no answer. */
  unanswered(sha256: string, askAt: Date): Promise<void>
  /** The newest answer that is kept about a certificate. */
  answer(sha256: string): Promise<RevocationAnswer | undefined>
  /** Messages that nobody has marked yet. */
  contested(limit: number): Promise<readonly Contested[]>
  /** Marks a message, with a link in the audit trail. */
  contest(message: Contested, at: Date): Promise<void>
}
