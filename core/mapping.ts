/**
 * An adapter is data: a folder says in tables how its party speaks, and `defineAdapter` makes a dialect of them. The words of the tables are in
 * `mapping/rows.ts`, the ways to write one value in `mapping/formats.ts`.
 */
import { leavesOf, MESSAGE_TYPES, type MessageType } from '#schemas/index.ts'
import type { Adapter } from './adapter.ts'
import { type Actions, isMapped, mappedDialect, type Tables } from './mapping/dialect.ts'
import { code, type Format } from './mapping/formats.ts'

export { canonicalJson } from './codec/canonical-json.ts'
export { canonicalXml } from './codec/canonical-xml.ts'
export type { Actions }

export type AdapterTables = Omit<Adapter, 'dialect'> & Tables

/** From tables, or with one of the canonical dialects. Throws when a table contradicts itself or the schema, or cannot carry a field that the schema demands. */
export function defineAdapter(definition: AdapterTables | Adapter): Adapter {
  if ('dialect' in definition) return definition
  const { party, title, signature, ...tables } = definition
  return { party, title, signature, dialect: mappedDialect(party, tables) }
}

/** Each type called as its body is, so that neither can be changed alone. `list` names the code list for people. */
export function typeAsBody(list: string, actions: Actions): Format {
  return code(list, Object.fromEntries(Object.entries(actions).map(([type, { path }]) => [type, path])))
}

/** What an adapter carries of one message type, as canonical leaf paths such as `evidence[].documentNumber`. */
export interface Coverage {
  readonly type: MessageType
  readonly carried: readonly string[]
  readonly notCarried: readonly string[]
}

/** One entry for each type the party takes part in. A canonical dialect carries everything. */
export function coverageOf({ dialect }: Adapter): readonly Coverage[] {
  return (dialect.types ?? MESSAGE_TYPES).map((type) => {
    const isCarried = (leaf: string) => !isMapped(dialect) || dialect.carries(type, leaf)
    const { carried = [], notCarried = [] } = Object.groupBy(leavesOf(type), (leaf) => (isCarried(leaf) ? 'carried' : 'notCarried'))
    return { type, carried, notCarried }
  })
}
