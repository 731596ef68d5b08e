/** Signed documents in containers: of any party, in any dialect. */
import { parseXml, xmlTreeOf } from '#core/codec/xml.ts'
import type { DocumentKind, SignedDocument, Verified } from '#core/message.ts'
import { type Certificate, certificateOf } from '#core/signature/certificate.ts'
import { verifyDocument } from '#core/signature/document.ts'
import type { SignerOf } from '#core/signature/signer.ts'
import { NAMESPACE } from '#schemas/index.ts'

export function verifiedAs(kind: DocumentKind, document: SignedDocument, signerOf: SignerOf): Promise<Verified> {
  const root = kind === 'Message' && document.mediaType === 'application/xml' ? dialectRootOf(document.bytes) : undefined
  return verifyDocument(document, { kind, root, from: 'partner' }, signerOf)
}

/** Whose signature it is, whether it holds or not; `registered` are those that are not sent along. */
export async function signerCertificateOf(
  kind: DocumentKind,
  document: SignedDocument,
  registered: (sha256: string) => Certificate | undefined,
): Promise<Certificate | undefined> {
  let found: Certificate | undefined
  const look: SignerOf = (sha256, der) => {
    found = der ? certificateOf(der) : registered(sha256)
    return undefined
  }
  await verifiedAs(kind, document, look).catch(() => undefined)
  return found
}

/** The root that a dialect gives its messages; the standard's own must be `Message`. */
function dialectRootOf(bytes: Uint8Array): { readonly name: string; readonly namespace: string } | undefined {
  using document = parseXml(bytes)
  const { name, namespace } = xmlTreeOf(document)
  return namespace === NAMESPACE ? undefined : { name, namespace }
}
