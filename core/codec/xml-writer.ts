/** Elements to bytes that already are in exclusive canonical form, so that what is written can be signed without being parsed. */
import { type HubError, hubError } from '#core/errors.ts'
import type { Element } from '#core/message.ts'

const XML = 'http://www.w3.org/XML/1998/namespace'
const NAME = /^[\p{L}_][\p{L}\p{N}\p{M}._-]*$/u
// Everything but the Char of XML 1.0, section 2.2.
const NOT_XML = /[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]|\p{Surrogate}/u
/** Most texts: of printable ASCII that nobody escapes. */
const ORDINARY = /^[ !#-%'-;=?-~]*$/
const TEXT_ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' }
const VALUE_ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
}

/** The namespace declarations that hold where an element stands: the default one, and the prefixes (by namespace) that attributes needed. */
interface Scope {
  readonly namespace: string
  readonly prefixes: ReadonlyMap<string, string>
}

interface Attribute {
  readonly namespace: string
  readonly local: string
  readonly value: string
}

/**
 * UTF-8 XML in the form of Exclusive XML Canonicalization 1.0, without declaration. Elements use the default namespace only; attributes
 * named `{namespace}local` get a prefix. Throws PAYLOAD_INVALID for text that XML 1.0 cannot carry.
 */
export function xmlBytesOf(root: Element): Uint8Array {
  return new TextEncoder().encode(written(root, { namespace: '', prefixes: new Map([[XML, 'xml']]) }))
}

function written(element: Element, outer: Scope): string {
  const attributes = attributesOf(element)
  const inner = scopeOf(element.namespace, attributes, outer)
  const name = checkedName(element.name)
  const content = element.children.length > 0 ? element.children.map((child) => written(child, inner)).join('') : escapedText(element.text)
  return `<${name}${declarations(inner, outer)}${attributeText(attributes, inner)}>${content}</${name}>`
}

const NONE: readonly Attribute[] = []

function attributesOf({ attributes }: Element): readonly Attribute[] {
  const entries = Object.entries(attributes)
  return entries.length === 0 ? NONE : entries.map(([name, value]) => attributeOf(name, value))
}

function attributeOf(name: string, value: string): Attribute {
  const end = name.lastIndexOf('}')
  return { namespace: name.slice(1, Math.max(end, 1)), local: checkedName(name.slice(end + 1)), value }
}

function scopeOf(namespace: string, attributes: readonly Attribute[], outer: Scope): Scope {
  if (namespace === outer.namespace && attributes === NONE) return outer
  const unknown = attributes.filter((attribute) => attribute.namespace !== '' && !outer.prefixes.has(attribute.namespace))
  if (unknown.length === 0) return { namespace, prefixes: outer.prefixes }
  const prefixes = new Map(outer.prefixes)
  for (const attribute of unknown) if (!prefixes.has(attribute.namespace)) prefixes.set(attribute.namespace, `n${prefixes.size}`)
  return { namespace, prefixes }
}

// Canonical order: the default declaration, then the others by prefix.
function declarations(inner: Scope, outer: Scope): string {
  const changed = inner.namespace === outer.namespace ? '' : ` xmlns="${escapedValue(inner.namespace)}"`
  if (inner.prefixes === outer.prefixes) return changed
  const added = [...inner.prefixes].filter(([namespace]) => !outer.prefixes.has(namespace))
  const sorted = added.sort(([, a], [, b]) => byCodePoint(a, b))
  return changed + sorted.map(([namespace, prefix]) => ` xmlns:${prefix}="${escapedValue(namespace)}"`).join('')
}

// Canonical order: by namespace name, then by local name; attributes without a namespace first.
function attributeText(attributes: readonly Attribute[], scope: Scope): string {
  if (attributes === NONE) return ''
  return [...attributes]
    .sort((a, b) => byCodePoint(a.namespace, b.namespace) || byCodePoint(a.local, b.local))
    .map(({ namespace, local, value }) => {
      const name = namespace === '' ? local : `${scope.prefixes.get(namespace)}:${local}`
      return ` ${name}="${escapedValue(value)}"`
    })
    .join('')
}

function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}

function escapedText(text: string): string {
  return ORDINARY.test(text) ? text : carried(text).replace(/[&<>\r]/g, (character) => TEXT_ESCAPES[character] ?? character)
}

function escapedValue(value: string): string {
  return ORDINARY.test(value) ? value : carried(value).replace(/[&<"\t\n\r]/g, (character) => VALUE_ESCAPES[character] ?? character)
}

function carried(text: string): string {
  if (NOT_XML.test(text)) throw notCarried()
  return text
}

function notCarried(): HubError {
  return hubError('PAYLOAD_INVALID', { detail: 'A text holds a character that XML 1.0 cannot carry' })
}

// Names come from tables of ours, never from a message: a bad one is a mistake in the house.
function checkedName(name: string): string {
  if (checked.has(name)) return name
  if (!NAME.test(name)) throw new Error('not an XML name')
  checked.add(name)
  return name
}

const checked = new Set<string>()
