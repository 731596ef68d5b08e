/**
 * Writes the golden fixtures of adapters anew from the published samples: `node adapters/golden.ts` for all, `node adapters/golden.ts pt` for one; then
 * read the difference before you commit it. A fixture is a pair: the wire bytes of a sample, and the canonical message that they say, which lacks what the party cannot carry.
 * Refused fixtures are written by hand.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import type { Adapter } from '#core/adapter.ts'
import { parseJson } from '#core/codec/json.ts'
import { parseXml, xmlTreeOf } from '#core/codec/xml.ts'
import type { Message, MessageType, Syntax, Tree } from '#core/message.ts'
import { MESSAGE_TYPES } from '#schemas/index.ts'
import { loadAdapters } from './load.ts'

export const SIZES = ['small', 'full'] as const

/** What unsigned bytes say. */
export function treeOf(bytes: Uint8Array, syntax: Syntax): Tree {
  if (syntax === 'json') return { syntax, root: parseJson(bytes) }
  using parsed = parseXml(bytes)
  return { syntax, root: xmlTreeOf(parsed) }
}

/** Written again by every fixture, where a dialect has no place for it. */
export const fillFrom = ({ header }: Message) => ({ nonce: () => header.nonce })

const sampleOf = (type: MessageType, size: string) => new URL(import.meta.resolve(`#schemas/published/samples/${type}.${size}.json`))

/** Those of types that the party no longer takes part in go. */
export async function writeFixtures({ dialect }: Adapter, folder: URL): Promise<void> {
  await mkdir(folder, { recursive: true })
  const files = await readdir(folder, { withFileTypes: true })
  await Promise.all(files.filter((file) => file.isFile()).map(({ name }) => rm(new URL(name, folder))))
  for (const type of dialect.types ?? MESSAGE_TYPES) {
    for (const size of SIZES) {
      const sample: Message = JSON.parse(await readFile(sampleOf(type, size), 'utf8'))
      const bytes = dialect.bytesOf(sample)
      const tree = treeOf(bytes, dialect.syntax)
      const { message } = dialect.messageOf(tree, dialect.headerOf(tree, fillFrom(sample)))
      await writeFile(new URL(`${type}.${size}.wire.${dialect.syntax}`, folder), bytes)
      await writeFile(new URL(`${type}.${size}.json`, folder), `${JSON.stringify(message, null, 2)}\n`)
    }
  }
}

if (import.meta.main) {
  const asked = process.argv.slice(2)
  for (const [party, adapter] of await loadAdapters()) {
    if (asked.length === 0 || asked.includes(party)) await writeFixtures(adapter, new URL(`./${party}/fixtures/`, import.meta.url))
  }
}
