/** Canonical JSON (RFC 8785) and the digest that is the same for a message in every syntax (contract, section 2). */
import { createHash } from 'node:crypto'
import type { JsonObject, JsonValue, Message } from '#core/message.ts'

const encoder = new TextEncoder()

/** What stands in quotes as it is. */
const ORDINARY = /^[ !#-[\]-~]*$/

/** RFC 8785: members sorted by UTF-16 code units, no white space, strings and numbers as ECMAScript writes them. */
export function canonicalJson(value: JsonValue): string {
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) return canonicalObject(value as JsonObject)
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('only finite numbers have a canonical form')
  return JSON.stringify(value)
}

function canonicalObject(value: JsonObject): string {
  let members = ''
  for (const name of Object.keys(value).sort()) {
    if (members !== '') members += ','
    members += `${quoted(name)}:${canonicalJson(value[name] as JsonValue)}`
  }
  return `{${members}}`
}

function quoted(text: string): string {
  if (ORDINARY.test(text)) return `"${text}"`
  if (!text.isWellFormed()) throw new TypeError('a lone surrogate has no canonical form')
  return JSON.stringify(text)
}

/** UTF-8 of the canonical JSON of the message without its own `contentDigest`. */
export function contentOf(message: Message): Uint8Array {
  const { contentDigest: _, ...header } = message.header
  return encoder.encode(canonicalJson({ header, body: message.body } as unknown as JsonValue))
}

/** SHA-256 of `contentOf`, lower-case hex. */
export function contentDigestOf(message: Message): string {
  return createHash('sha256').update(contentOf(message)).digest('hex')
}
