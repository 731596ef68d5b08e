/** The two syntaxes say the same: every message survives JSON > canonical > XML > canonical > JSON with its content digest. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Dialect } from '#core/adapter.ts'
import type { Message, Tree } from '#core/message.ts'
import { arbitraryMessage } from '#schemas/arbitrary.ts'
import { MESSAGE_TYPES } from '#schemas/index.ts'
import { LONG_TIMEOUT_MS, runs } from '#test/long.ts'
import { canonicalJson } from './canonical-json.ts'
import { canonicalXml } from './canonical-xml.ts'
import { contentDigestOf } from './jcs.ts'
import { parseJson } from './json.ts'
import { parseXml, xmlTreeOf } from './xml.ts'

const TREES: { readonly [syntax in Dialect['syntax']]: (bytes: Uint8Array) => Tree } = {
  xml: (bytes) => {
    using document = parseXml(bytes)
    return { syntax: 'xml', root: xmlTreeOf(document) }
  },
  json: (bytes) => ({ syntax: 'json', root: parseJson(bytes) }),
}

/** Written in a dialect, parsed and read again. */
function through(dialect: Dialect, message: Message): Message {
  const tree = TREES[dialect.syntax](dialect.bytesOf(message))
  const read = dialect.messageOf(tree, dialect.headerOf(tree, { nonce: () => '' }))
  expect(read.issues).toEqual([])
  return read.message
}

/** Twenty thousand bodies in all in the long run. */
const RUNS = runs(5, Math.ceil(20_000 / MESSAGE_TYPES.length))

test.each(MESSAGE_TYPES)('any %s says the same in both syntaxes', { timeout: LONG_TIMEOUT_MS }, (type) => {
  fc.assert(
    fc.property(arbitraryMessage(type), (message) => {
      const back = through(canonicalJson, through(canonicalXml, through(canonicalJson, message)))
      expect(back).toEqual(message)
      expect(contentDigestOf(back)).toBe(contentDigestOf(message))
    }),
    { numRuns: RUNS },
  )
})
