/** Signed documents in containers: of any party, in any dialect. */
import { parseXml, xmlTreeOf } from '#core/codec/xml.ts'
import type { DocumentKind, Element, MediaType, SignedDocument, Verified } from '#core/message.ts'
import { type Certificate, certificateOf } from '#core/signature/certificate.ts'
import { verifyDocument } from '#core/signature/document.ts'
import type { SignerOf } from '#core/signature/signer.ts'
import { WSSE, WSU } from '#core/signature/wss-names.ts'
import { DS } from '#core/signature/xades-names.ts'
import { NAMESPACE } from '#schemas/index.ts'

export async function verifiedAs(kind: DocumentKind, document: SignedDocument, signerOf: SignerOf): Promise<Verified> {
  const { root, token } = NAMED[document.mediaType]?.(document.bytes) ?? {}
  return verifyDocument(document, { kind, root: kind === 'Message' ? root : undefined, token, from: 'partner' }, signerOf)
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

type Name = Pick<Element, 'name' | 'namespace'>

/** What a dialect names in its own words: the root of its messages, where it is not the standard's own, and the token that its envelopes carry. */
interface Named {
  readonly root?: Name | undefined
  readonly token?: Name | undefined
}

const NAMED: Partial<Record<MediaType, (bytes: Uint8Array) => Named>> = {
  'application/xml': (bytes) => ({ root: ownName(treeOf(bytes)) }),
  'application/soap+xml': (bytes) => {
    const [header, body] = treeOf(bytes).children
    const security = header?.children.find(({ name, namespace }) => name === 'Security' && namespace === WSSE)
    return { root: ownName(body?.children[0]), token: security?.children.find(({ namespace }) => !STANDARD.has(namespace)) }
  },
}

/** What else stands in Security. */
const STANDARD: ReadonlySet<string> = new Set([DS, WSSE, WSU])

const ownName = (root: Name | undefined): Name | undefined => (root?.namespace === NAMESPACE ? undefined : root)

function treeOf(bytes: Uint8Array): Element {
  using document = parseXml(bytes)
  return xmlTreeOf(document)
}
