/** The published samples: what partners copy must be taken, and say the same in both syntaxes. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Dialect } from '#core/adapter.ts'
import type { Message, Tree } from '#core/message.ts'
import { MESSAGE_TYPES, messageFaultsOf } from '#schemas/index.ts'
import { canonicalJson } from './canonical-json.ts'
import { canonicalXml } from './canonical-xml.ts'
import { contentDigestOf } from './jcs.ts'
import { parseJson } from './json.ts'
import { parseXml, xmlTreeOf } from './xml.ts'

const FOLDER = 'schemas/published/samples'
const SAMPLES = [...new Set(readdirSync(FOLDER).map((file) => file.replace(/\.(xml|json)$/, '')))]

function xmlOf(bytes: Uint8Array): Tree {
  using document = parseXml(bytes)
  return { syntax: 'xml', root: xmlTreeOf(document) }
}

function read(dialect: Dialect, tree: Tree): Message {
  const { message, issues } = dialect.messageOf(tree, dialect.headerOf(tree, { nonce: () => '' }))
  expect([...issues, ...messageFaultsOf(message)]).toEqual([])
  return message
}

test('there is a small and a full sample of every type', () => {
  expect(SAMPLES.toSorted()).toEqual(MESSAGE_TYPES.flatMap((type) => [`${type}.full`, `${type}.small`]).toSorted())
})

test.each(SAMPLES)('%s says the same in XML and JSON, and we write what we read', (name) => {
  const fromJson = read(canonicalJson, { syntax: 'json', root: parseJson(readFileSync(`${FOLDER}/${name}.json`)) })
  const fromXml = read(canonicalXml, xmlOf(readFileSync(`${FOLDER}/${name}.xml`)))
  expect(fromXml).toEqual(fromJson)
  expect(contentDigestOf(fromXml)).toBe(contentDigestOf(fromJson))
  expect(fromJson.header.contentDigest ?? contentDigestOf(fromJson)).toBe(contentDigestOf(fromJson))
  expect(read(canonicalXml, xmlOf(canonicalXml.bytesOf(fromJson)))).toEqual(fromJson)
  expect(read(canonicalJson, { syntax: 'json', root: parseJson(canonicalJson.bytesOf(fromXml)) })).toEqual(fromXml)
})
