/** XML as the hub takes it: one parser, and none of the syntax that makes one document mean two things. The only home of libxml2. */
import { ParseOption, XmlC14NMode, XmlDocument, XmlElement, XmlError, XmlLibError } from 'libxml2-wasm'
import { XmlNodeStruct, XmlNodeType, XmlNsStruct, xmlNodeGetContent } from 'libxml2-wasm/lib/libxml2.mjs'
import { type HubError, hubError } from '#core/errors.ts'
import type { Element } from '#core/message.ts'

/** A parsed document in the parser's own memory, which the garbage collector does not see: hold it with `using`. */
export type ParsedXml = XmlDocument

const XSI = 'http://www.w3.org/2001/XMLSchema-instance'
const NOT_BLANK = /[^\t\n\r ]/
const DECLARATION =
  /^<\?xml\s+version\s*=\s*(["'])1\.0\1(?:\s+encoding\s*=\s*(["'])utf-8\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\3)?\s*\?>/i

// Entities are not substituted, external ones not loaded; without HUGE libxml2 ends at 256 levels and 10 MB a text.
const OPTION = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_BIG_LINES

/**
 * Parses UTF-8 XML 1.0 without BOM, DTD, comment, CDATA and processing instruction (contract, section 2).
 * Throws PAYLOAD_MALFORMED, which never quotes the document.
 */
export function parseXml(bytes: Uint8Array): ParsedXml {
  refuseForbiddenSyntax(textOf(bytes))
  try {
    return XmlDocument.fromBuffer(bytes, { option: OPTION })
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error
    // The parser's own message quotes names and values.
    const line = error.details[0]?.line
    throw malformed(line ? `The XML is not well-formed at line ${line}` : 'The XML is not well-formed')
  }
}

/**
 * The document as plain data. Attributes are named `local`, or `{namespace}local`; white space between elements is dropped.
 * Throws PAYLOAD_MALFORMED for text beside child elements, for `xsi:*` attributes, and for `&` and the like in a namespace name.
 */
export function xmlTreeOf(parsed: ParsedXml): Element {
  return elementAt((parsed.root as unknown as { readonly _nodePtr: number })._nodePtr, new Map())
}

/**
 * Moves an element out into a document of its own; what stays behind is what the enveloped-signature transform leaves (XML-DSig, section 6.6.4).
 * `path` counts child elements from the root, negative from the end; `undefined` when there is none. Both documents must be
 * disposed, the new one first (as `using` does), because its namespaces still live in the old one.
 */
export function detachXml(parsed: ParsedXml, ...path: readonly number[]): ParsedXml | undefined {
  let element: XmlElement | undefined = parsed.root
  for (const index of path) element = element && childElementsOf(element).at(index)
  if (!element) return undefined
  const own = XmlDocument.create()
  own.root = element
  return own
}

/** Exclusive XML Canonicalization 1.0 without comments, UTF-8. Throws PAYLOAD_MALFORMED where there is none (relative namespace names). */
export function canonicalXmlOf(parsed: ParsedXml): Uint8Array {
  const chunks: Buffer[] = []
  const collect = {
    // Copied, because the chunk lies in the parser's memory.
    write(chunk: Uint8Array): number {
      chunks.push(Buffer.from(chunk))
      return chunk.length
    },
    close: () => true,
  }
  try {
    parsed.canonicalize(collect, { mode: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 })
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    throw malformed('The XML has no canonical form; are all namespace names absolute?')
  }
  return Buffer.concat(chunks)
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw malformed('The bytes are not UTF-8')
  }
}

// A raw `<` can only start markup, so looking at the text alone finds every DTD, comment, CDATA section and processing instruction.
function refuseForbiddenSyntax(text: string): void {
  if (text.startsWith('\uFEFF')) throw malformed('A byte order mark is not allowed')
  if (text.includes('<!')) throw malformed('DTD, comments and CDATA sections are not allowed')
  if (text.startsWith('<?') && !DECLARATION.test(text)) throw malformed('The XML declaration must say version 1.0 and, if anything, UTF-8')
  if (text.includes('<?', 1)) throw malformed('Processing instructions are not allowed')
}

/**
 * Walks the parser's own nodes: an object for each would cost more than all the rest of reading. Where these lie is the wrapper's knowledge, of one
 * exact version, and is checked by the tests of every document that is read.
 */
function elementAt(node: number, namespaces: Map<number, string>): Element {
  const children: Element[] = []
  let text = ''
  for (let child = XmlNodeStruct.children(node); child !== 0; child = XmlNodeStruct.next(child)) {
    const type = XmlNodeStruct.type(child)
    if (type === XmlNodeType.XML_ELEMENT_NODE) children.push(elementAt(child, namespaces))
    else if (type === XmlNodeType.XML_TEXT_NODE) text += xmlNodeGetContent(child)
    else throw malformed(`Only elements and text are allowed, line ${XmlNodeStruct.line(child)}`)
  }
  if (children.length > 0) {
    if (NOT_BLANK.test(text)) throw malformed(`Text stands beside child elements, line ${XmlNodeStruct.line(node)}`)
    text = ''
  }
  const name = XmlNodeStruct.name_(node)
  return { name, namespace: namespaceOf(node, node, namespaces), attributes: attributesAt(node, namespaces), children, text }
}

function attributesAt(node: number, namespaces: Map<number, string>): Readonly<Record<string, string>> {
  const first = XmlNodeStruct.properties(node)
  if (first === 0) return {}
  const entries: [string, string][] = []
  for (let attribute = first; attribute !== 0; attribute = XmlNodeStruct.next(attribute)) {
    const namespace = namespaceOf(attribute, node, namespaces)
    if (namespace === XSI) throw malformed(`xsi attributes are not allowed, line ${XmlNodeStruct.line(node)}`)
    const name = XmlNodeStruct.name_(attribute)
    entries.push([namespace === '' ? name : `{${namespace}}${name}`, xmlNodeGetContent(attribute)])
  }
  return Object.fromEntries(entries)
}

// libxml2 writes namespace names into its canonical form unescaped, so two names could give the same bytes.
function namespaceOf(named: number, node: number, namespaces: Map<number, string>): string {
  const declaration = XmlNodeStruct.namespace(named)
  if (declaration === 0) return ''
  const known = namespaces.get(declaration)
  if (known !== undefined) return known
  const namespace = XmlNsStruct.href(declaration)
  if (/[&<>"\s]/.test(namespace)) {
    throw malformed(`A namespace name holds a character that is not allowed, line ${XmlNodeStruct.line(node)}`)
  }
  namespaces.set(declaration, namespace)
  return namespace
}

function childElementsOf(node: XmlElement): XmlElement[] {
  const elements: XmlElement[] = []
  for (let child = node.firstChild; child; child = child.next) if (child instanceof XmlElement) elements.push(child)
  return elements
}

function malformed(detail: string): HubError {
  return hubError('PAYLOAD_MALFORMED', { stage: 'verify', detail })
}
