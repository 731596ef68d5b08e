import { randomBytes } from 'node:crypto'
import { adapterNamed, dialectNamed, loadStates } from '#adapters/load.ts'
import { readConfig } from '#config'
import type { Adapter, Dialect } from '#core/adapter.ts'
import type { Header, Tree } from '#core/message.ts'
import { PlainError } from '#core/plain-error.ts'

/** Every dialect that this hub knows, those of `KORPU_STATES` too. */
export async function knownDialects(): Promise<ReadonlyMap<string, Dialect>> {
  return (await loadStates(readConfig().states)).dialects
}

/** How a party speaks and signs, of those that this hub knows. */
export const knownAdapter = (party: string): Promise<Adapter> => adapterNamed(party, readConfig().states)

/** The dialect that a document is written in: XML by its root, JSON is the standard's own unless a party is named. */
export function dialectOfTree(tree: Tree, dialects: ReadonlyMap<string, Dialect>): Dialect {
  if (tree.syntax === 'json') return dialectNamed('json', dialects)
  const { name, namespace } = tree.root
  const dialect = [...dialects.values()].find(({ root }) => root?.name === name && root.namespace === namespace)
  if (dialect) return dialect
  throw new PlainError('The root of this XML belongs to no message.', `The dialects are ${[...dialects.keys()].join(', ')}.`)
}

/** The head of a message, as this dialect reads it. Throws a `PlainError` for another root, and PAYLOAD_INVALID with the places that do not fit. */
export function headIn(dialect: Dialect, tree: Tree): Header {
  const { root } = dialect
  const isOther = root ? tree.syntax !== 'xml' || tree.root.name !== root.name || tree.root.namespace !== root.namespace : false
  if (isOther || tree.syntax !== dialect.syntax) {
    throw new PlainError(`This is not written as ${dialect.name} writes.`, '`korpu convert --to` makes it so.')
  }
  return dialect.headerOf(tree, { nonce: () => randomBytes(16).toString('base64url') })
}
