/** First examples of what a party's messages are refused for, made of its shortest golden message by one change each. */
import type { Adapter } from '#core/adapter.ts'
import { xmlBytesOf } from '#core/codec/xml-writer.ts'
import type { Element, JsonObject, JsonValue, Message, Syntax, Tree } from '#core/message.ts'
import { treeOf } from './golden.ts'

/** Bytes by file name, `<what>.<CODE>.<syntax>`. */
export function refusalsOf({ dialect }: Adapter, message: Message): ReadonlyMap<string, Uint8Array> {
  const bytes = dialect.bytesOf(message)
  const tree = treeOf(bytes, dialect.syntax)
  const said = (find: string, put: string) => new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll(find, put))
  const all: Readonly<Record<string, Uint8Array>> = {
    ...MALFORMED[dialect.syntax](bytes),
    'unknown-type.TYPE_UNKNOWN': said(message.header.type, `${message.header.type}x`),
    'other-version.VERSION_UNSUPPORTED': said('1.0', '9.9'),
    'unknown-member.PAYLOAD_INVALID': withStranger(tree),
  }
  return new Map(Object.entries(all).map(([name, content]) => [`${name}.${dialect.syntax}`, content]))
}

const MALFORMED: Readonly<Record<Syntax, (bytes: Uint8Array) => Readonly<Record<string, Uint8Array>>>> = {
  xml: (bytes) => ({
    'comment.PAYLOAD_MALFORMED': joined('<!-- -->', bytes),
    'doctype.PAYLOAD_MALFORMED': joined('<!DOCTYPE Message>', bytes),
  }),
  json: (bytes) => ({
    'cut-off.PAYLOAD_MALFORMED': bytes.slice(0, -1),
    'two-values.PAYLOAD_MALFORMED': joined('{}', bytes),
  }),
}

const joined = (before: string, bytes: Uint8Array): Uint8Array => Buffer.concat([Buffer.from(before), bytes])

/** Something that nobody agreed on, at the end of the last record of the message. */
function withStranger(tree: Tree): Uint8Array {
  if (tree.syntax === 'json') return new TextEncoder().encode(JSON.stringify(strangeObject(tree.root)))
  return xmlBytesOf(strangeElement(tree.root))
}

function strangeElement(element: Element): Element {
  const last = element.children.at(-1)
  if (last && last.children.length > 0) return { ...element, children: element.children.with(-1, strangeElement(last)) }
  const stranger: Element = { ...element, name: 'Stranger', attributes: {}, children: [], text: 'x' }
  return { ...element, children: [...element.children, stranger] }
}

function strangeObject(object: JsonObject): JsonObject {
  const [name, last] = Object.entries(object).at(-1) ?? []
  return name !== undefined && isObject(last) ? { ...object, [name]: strangeObject(last) } : { ...object, stranger: 'x' }
}

const isObject = (value: JsonValue | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)
