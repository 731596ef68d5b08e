/** What an issuer says about a certificate of its own, whichever way it was asked (RFC 5280, section 5; RFC 6960). */

export interface CertificateStatus {
  /** `unknown`: the issuer does not know the certificate. */
  readonly state: 'good' | 'revoked' | 'unknown'
  /** As of when. */
  readonly thisUpdate: Date
  /** By when there will be something newer. */
  readonly nextUpdate: Date | undefined
  /** Since when it is revoked. */
  readonly revokedAt: Date | undefined
}
