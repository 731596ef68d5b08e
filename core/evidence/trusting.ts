import type { Certificate } from '#core/signature/certificate.ts'
import { chainOf, isMadeFor, isValidAt } from '#core/trust.ts'

/** Why a certificate is not to be trusted for a signature of that time, to be read after its name; `undefined` when it is. */
export type Judging = (certificate: Certificate, at: Date) => string | undefined

export interface Trusting extends Judging {
  /** What trust comes from: who these are said to have issued is judged by them. */
  readonly anchors: readonly Certificate[]
}

/** Trusts what these issued: directly, for signing, both valid at the time. */
export function trustingIn(anchors: readonly Certificate[]): Trusting {
  const judge = (certificate: Certificate, at: Date): string | undefined => {
    const issuer = issuerIn(anchors, certificate)
    if (!issuer) return 'was not issued by the CA that was given'
    if (!isMadeFor('signing', certificate)) return 'is not made for signing'
    return [certificate, issuer].every((one) => isValidAt(one, at)) ? undefined : `was not valid on ${at.toISOString()}`
  }
  return Object.assign(judge, { anchors })
}

export const issuerIn = (anchors: readonly Certificate[], certificate: Certificate): Certificate | undefined =>
  anchors.find((anchor) => anchor.sha256 !== certificate.sha256 && chainOf(certificate, [], anchor))
