/** How a finding is come to: by demands, the first of which that is not met says what is not proven. */
import { HubError } from '#core/errors.ts'
import type { DocumentKind, SignedDocument, Verified } from '#core/message.ts'
import { type Certificate, certificateOf } from '#core/signature/certificate.ts'
import { subjectOf } from '#core/trust.ts'
import { certificateIn } from './files.ts'
import { verifiedAs } from './signed.ts'
import type { Trusting } from './trusting.ts'
import type { Finding, Opened } from './verify.ts'

/** A sentence when `judged` comes to one; otherwise which file it is about, and why not. */
export async function finding(name: string, judged: () => Promise<string>): Promise<Finding> {
  try {
    return { proven: true, sentence: await judged() }
  } catch (fault) {
    if (!(fault instanceof HubError || fault instanceof Unproven)) throw fault
    return { proven: false, sentence: `${name} proves nothing: ${fault.message.replace(/\.$/, '')}.` }
  }
}

export class Unproven extends Error {}

export function demand(holds: boolean, why: string): void {
  if (!holds) throw new Unproven(why)
}

export function demandTrust(trusting: Trusting, certificate: Certificate, at: Date): void {
  const why = trusting(certificate, at)
  demand(why === undefined, `the certificate ${subjectOf(certificate)} ${why}`)
}

/** The document, whoever signed it: by a certificate that came with it, or one of those in the container. */
export async function signed(
  { files }: Opened,
  kind: DocumentKind,
  document: SignedDocument,
): Promise<Verified & { readonly certificate: Certificate }> {
  const verified = await verifiedAs(kind, document, (sha256, der) => {
    const bytes = der ?? files.get(certificateIn(sha256))?.bytes
    return bytes && { party: '', certificate: certificateOf(bytes) }
  })
  return { ...verified, certificate: verified.signer.certificate }
}

/** The same, by the hub: under the subject with which it signed the container, though perhaps with an earlier key. */
export async function signedByHub(opened: Opened, trusting: Trusting, kind: DocumentKind, document: SignedDocument) {
  const { certificate, ...verified } = await signed(opened, kind, document)
  demand(subjectOf(certificate) === subjectOf(opened.hub), `it was signed by ${subjectOf(certificate)}, not by the hub`)
  demandTrust(trusting, certificate, verified.signer.signedAt)
  return { ...verified, certificate }
}
