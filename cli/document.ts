/** A file as a document: its form, what kind it claims to be, and what it says. Nothing of it is proven here. */
import { parseJson } from '#core/codec/json.ts'
import { canonicalXmlOf, detachXml, parseXml, xmlTreeOf } from '#core/codec/xml.ts'
import { TEST_FORMAT } from '#core/flow/test-run.ts'
import { LAB_FORMAT } from '#core/lab/report.ts'
import type { DocumentKind, Element, JsonObject, JsonValue, MediaType, Tree } from '#core/message.ts'
import { PlainError } from '#core/plain-error.ts'
import { FAULT, problemInFault } from '#core/signature/fault.ts'
import { SOAP, WSSE } from '#core/signature/wss-names.ts'
import { NAMESPACE } from '#schemas/index.ts'

export interface FileDocument {
  readonly mediaType: MediaType
  readonly kind: DocumentKind
  /** Without its signature. */
  readonly tree: Tree
  /** The bytes to sign: for XML the canonical form without a signature. */
  readonly unsigned: Uint8Array
  /** Whether a signature is inside. */
  readonly isSigned: boolean
}

const SIGNATURE = { name: 'Signature', namespace: 'http://www.w3.org/2000/09/xmldsig#' }
const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]+$/

/** Throws PAYLOAD_MALFORMED for broken XML and JSON, a `PlainError` for anything else. */
export function documentOf(bytes: Uint8Array): FileDocument {
  const text = Buffer.from(bytes).toString('latin1')
  const [first] = text.trimStart()
  if (first === '<') return xmlDocumentOf(bytes)
  if (first === '{') return { ...jsonOf(bytes), mediaType: 'application/json', isSigned: false }
  if (COMPACT.test(text))
    return { ...jsonOf(Buffer.from(text.split('.')[1] ?? '', 'base64url')), mediaType: 'application/jose', isSigned: true }
  throw new PlainError('This is neither XML nor JSON nor a compact JWS.', 'Give a message, a receipt or a problem.')
}

function xmlDocumentOf(bytes: Uint8Array): FileDocument {
  using parsed = parseXml(bytes)
  const outer = xmlTreeOf(parsed)
  if (outer.name === 'Envelope' && outer.namespace === SOAP) return envelopeDocumentOf(outer, bytes)
  const last = outer.children.at(-1)
  const isSigned = last?.name === SIGNATURE.name && last.namespace === SIGNATURE.namespace
  using _signature = isSigned ? detachXml(parsed, -1) : undefined
  const root = xmlTreeOf(parsed)
  return {
    mediaType: 'application/xml',
    kind: kindOfRoot(root),
    tree: { syntax: 'xml', root },
    unsigned: canonicalXmlOf(parsed),
    isSigned,
  }
}

/** The document is the child of Body; of a fault the problem in it. */
function envelopeDocumentOf({ children }: Element, bytes: Uint8Array): FileDocument {
  const [header, body] = ['Header', 'Body'].map((name) => children.find((child) => child.name === name && child.namespace === SOAP))
  const content = body?.children[0]
  if (!content) throw new PlainError('The envelope is empty.', 'Give one with a message, a receipt or a fault.')
  const isFault = content.name === FAULT.name && content.namespace === FAULT.namespace
  const root = isFault ? problemInFault(content) : content
  const isSigned = header?.children.some(({ name, namespace }) => name === 'Security' && namespace === WSSE) ?? false
  return { mediaType: 'application/soap+xml', kind: kindOfRoot(root), tree: { syntax: 'xml', root }, unsigned: bytes, isSigned }
}

function jsonOf(bytes: Uint8Array): Pick<FileDocument, 'kind' | 'tree' | 'unsigned'> {
  const root = parseJson(bytes)
  return { kind: kindOfObject(root), tree: { syntax: 'json', root }, unsigned: bytes }
}

/** A root of another namespace is a message in a dialect. */
function kindOfRoot({ name, namespace }: Element): DocumentKind {
  return namespace === NAMESPACE && (name === 'Receipt' || name === 'Problem') ? name : 'Message'
}

const KIND_BY_FORMAT: ReadonlyMap<JsonValue | undefined, DocumentKind> = new Map([
  [TEST_FORMAT, 'TestReport'],
  [LAB_FORMAT, 'LabReport'],
])

function kindOfObject(root: JsonObject): DocumentKind {
  const report = KIND_BY_FORMAT.get(root.format)
  if (report) return report
  if (typeof root.receiptId === 'string') return 'Receipt'
  return typeof root.type === 'string' && root.type.startsWith('urn:korpu:problem:') ? 'Problem' : 'Message'
}
