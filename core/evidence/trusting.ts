import type { Certificate } from '#core/signature/certificate.ts'
import { chainOf, isMadeFor, isValidAt } from '#core/trust.ts'

/** Why a certificate is not to be trusted for a signature of that time, to be read after its name; `undefined` when it is. */
export type Trusting = (certificate: Certificate, at: Date) => string | undefined

/** Trusts what these issued: directly, for signing, both valid at the time. */
export const trustingIn =
  (anchors: readonly Certificate[]): Trusting =>
  (certificate, at) => {
    const issuer = anchors.find((anchor) => anchor.sha256 !== certificate.sha256 && chainOf(certificate, [], anchor))
    if (!issuer) return 'was not issued by the CA that was given'
    if (!isMadeFor('signing', certificate)) return 'is not made for signing'
    return [certificate, issuer].every((one) => isValidAt(one, at)) ? undefined : `was not valid on ${at.toISOString()}`
  }
