/** The message standard in JSON, as a dialect: the canonical model itself (contract, section 2). */
import type { Dialect } from '#core/adapter.ts'
import { hubError, type Issue } from '#core/errors.ts'
import type { JsonObject, JsonValue, Message, Tree } from '#core/message.ts'
import { VERSIONS, type Versions } from '#schemas/index.ts'
import { headerFrom } from './header.ts'
import { canonicalJson as jcs } from './jcs.ts'
import { isJsonObject } from './json.ts'

export const canonicalJson = jsonIn(VERSIONS)

/** With these versions of the standard. */
export function jsonIn(versions: Versions): Dialect {
  return {
    name: 'json',
    syntax: 'json',
    root: undefined,
    types: undefined,
    headerOf: (tree) => headerFrom(partsOf(tree).header, [], (pointer) => pointer, versions),
    messageOf: (tree, header) => ({ message: { header, body: partsOf(tree).body } as unknown as Message, issues: [] }),
    pathOf: (pointer) => pointer,
    bytesOf: (message) => new TextEncoder().encode(jcs(message as unknown as JsonValue)),
    lossOf: () => [],
  }
}

function partsOf(tree: Tree): { readonly header: JsonObject; readonly body: JsonObject } {
  if (tree.syntax !== 'json') throw hubError('MEDIA_TYPE', { detail: 'This party is registered for JSON.' })
  const { header, body, ...more } = tree.root
  if (isJsonObject(header) && isJsonObject(body) && Object.keys(more).length === 0) return { header, body }
  throw hubError('PAYLOAD_INVALID', { stage: 'envelope', issues: [FRAME] })
}

const FRAME: Issue = {
  rule: 'required',
  path: '',
  expected: 'the objects header and body',
  hint: 'A message has these two members and nothing else.',
}
