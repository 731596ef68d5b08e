/** JSON as the hub takes it: what two parsers could read in two ways is refused (I-JSON, RFC 7493, and the number rule of contract, section 2). */
import { hubError } from '#core/errors.ts'
import type { JsonObject, JsonValue } from '#core/message.ts'

const MAX_DEPTH = 64
const INTEGER = /^(?:0|-?[1-9]\d{0,15})$/
const NUMBER = /[-+\d.eE]+/y
const SPACE = /[ \t\r\n]*/y

/**
 * The object that these bytes say. Throws PAYLOAD_MALFORMED unless they are UTF-8 without BOM, an object at the top, at most 64 levels deep,
 * without duplicate member names or lone surrogates, and with no numbers but integers within ±(2^53-1), written without fraction or exponent.
 */
export function parseJson(bytes: Uint8Array): JsonObject {
  const text = textOf(bytes)
  const value = parsed(text)
  if (!isJsonObject(value)) throw malformed('The top level is not an object')
  scan(text)
  return value
}

export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw malformed('The bytes are not UTF-8')
  }
}

function parsed(text: string): JsonValue {
  try {
    return JSON.parse(text)
  } catch {
    // The parser's own message quotes the text around the fault.
    throw malformed('The JSON is not well-formed')
  }
}

/** What `JSON.parse` lets pass. Relies on the text being well-formed: a string before a colon is a member name, and every bracket is closed. */
function scan(text: string): void {
  const open: (Set<string> | undefined)[] = []
  for (let at = 0; at < text.length; ) {
    const char = text[at]
    if (char === '"') {
      const end = endOfString(text, at)
      const string = stringOf(text.slice(at, end), at)
      if (text[skip(SPACE, text, end)] === ':') declare(string, open.at(-1), at)
      at = end
    } else if (char === '-' || (char !== undefined && char >= '0' && char <= '9')) {
      const end = skip(NUMBER, text, at)
      checkNumber(text.slice(at, end), at)
      at = end
    } else {
      if (char === '{') open.push(new Set())
      else if (char === '[') open.push(undefined)
      else if (char === '}' || char === ']') open.pop()
      if (open.length > MAX_DEPTH) throw malformed(`More than ${MAX_DEPTH} levels`, at)
      at += 1
    }
  }
}

function skip(token: RegExp, text: string, at: number): number {
  token.lastIndex = at
  token.test(text)
  return token.lastIndex
}

/** Where the string that opens at `at` is over: after the first quote with an even number of backslashes before it. */
function endOfString(text: string, at: number): number {
  for (let quote = text.indexOf('"', at + 1); ; quote = text.indexOf('"', quote + 1)) {
    let first = quote
    while (text[first - 1] === '\\') first -= 1
    if ((quote - first) % 2 === 0) return quote + 1
  }
}

function stringOf(token: string, at: number): string {
  if (!token.includes('\\')) return token.slice(1, -1)
  const string: string = JSON.parse(token)
  if (!string.isWellFormed()) throw malformed('A lone surrogate stands in a string', at)
  return string
}

function declare(name: string, names: Set<string> | undefined, at: number): void {
  if (names?.has(name)) throw malformed('A member name stands twice in one object', at)
  names?.add(name)
}

/** The integer that a text writes in its only canonical form (no `+`, `-0`, leading zero, fraction or exponent), within ±(2^53-1). */
export function integerOf(text: string): number | undefined {
  const value = Number(text)
  return INTEGER.test(text) && Number.isSafeInteger(value) ? value : undefined
}

function checkNumber(token: string, at: number): void {
  if (integerOf(token) === undefined) {
    throw malformed('A number is not an integer within 2^53-1, written without fraction, exponent or leading zero', at)
  }
}

function malformed(what: string, at?: number) {
  return hubError('PAYLOAD_MALFORMED', { detail: at === undefined ? `${what}.` : `${what} (character ${at + 1}).` })
}
