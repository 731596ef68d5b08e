/** What the contract of an adapter would notice, as tests to be declared for one: every row that a table lacks, and every part that a message lacks. */
import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { Adapter, Dialect } from '#core/adapter.ts'
import { HubError } from '#core/errors.ts'
import { isMapped, type MappedDialect, mappedDialect, type Tables } from '#core/mapping/dialect.ts'
import type { Message, MessageType, Tree } from '#core/message.ts'
import { missedOf } from '#core/rules/required.ts'
import { MESSAGE_TYPES, messageFaultsOf, shapeOf } from '#schemas/index.ts'
import { pointersIn } from '#test/dialects.ts'
import { prunedTrees, type Rows, thinnedRows } from '#test/mutants.ts'
import { fillFrom, treeOf } from './golden.ts'

/** The golden pair that shows everything a dialect carries. */
function goldenIn(fixtures: URL, { syntax }: Dialect, type: MessageType) {
  const read = (ending: string) => readFileSync(new URL(`${type}.full.${ending}`, fixtures))
  return { message: JSON.parse(read('json').toString()) as Message, bytes: new Uint8Array(read(`wire.${syntax}`)) }
}

/** `fixtures` as for the contract. */
export function mutationsOf({ dialect }: Adapter, fixtures: URL): void {
  if (isMapped(dialect)) describe('a table', () => mutatedTables(dialect, fixtures))
  describe('a message', () => mutatedMessages(dialect, fixtures))
}

function mutatedTables(dialect: MappedDialect, fixtures: URL): void {
  test.each(dialect.types ?? [])('for %s is refused at start when it lacks a row that the schema demands', (type) => {
    const tables = thinnedTables(dialect, type).filter(({ required }) => required)
    expect(tables.length).toBeGreaterThan(0)
    expect(tables.filter((table) => table.make() !== 'refused').map(({ row }) => row)).toEqual([])
  })

  test.each(dialect.types ?? [])('for %s no longer makes the golden pair when it lacks any other row', (type) => {
    const { message, bytes } = goldenIn(fixtures, dialect, type)
    const tables = thinnedTables(dialect, type).filter(({ required }) => !required)
    const isUnnoticed = ({ make }: Thinned) => {
      const made = make()
      return made !== 'refused' && Buffer.from(made.bytesOf(message)).equals(bytes)
    }
    expect(tables.filter(isUnnoticed).map(({ row }) => row)).toEqual([])
  })
}

interface Thinned {
  readonly row: string
  readonly required: boolean
  make(): MappedDialect | 'refused'
}

function thinnedTables({ name, tables }: MappedDialect, type: MessageType): readonly Thinned[] {
  const action = tables.actions[type]
  if (!action) return []
  return [...thinnedRows(action.rows as Rows, shapeOf(type))].map(({ row, required, rows }) => ({
    row,
    required,
    make: () => made(name, { ...tables, actions: { [type]: { ...action, rows } } } as Tables),
  }))
}

function made(name: string, tables: Tables): MappedDialect | 'refused' {
  try {
    return mappedDialect(name, tables)
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('no row for ')) return 'refused'
    throw error
  }
}

function mutatedMessages(dialect: Dialect, fixtures: URL): void {
  test.each(dialect.types ?? MESSAGE_TYPES)(
    '%s is refused without a part that is demanded, and never says the same without any other',
    (type) => {
      const { message, bytes } = goldenIn(fixtures, dialect, type)
      const tree = treeOf(bytes, dialect.syntax)
      // Where a dialect has no place for the nonce, the hub gives one.
      const { nonce: _, ...header } = message.header
      const demanded = pointersIn({ header, body: message.body }, '').filter((pointer) => missedOf(message, [pointer]).length > 0)
      const unlike = [...prunedTrees(tree)].map(([path, pruned]) => ({ path, left: leftOf(dialect, pruned, message) }))

      // Fields that have one place together are missing only together.
      const all = demanded.map((pointer) => plain(dialect.pathOf(pointer, type)))
      const paths = all.filter((path) => all.indexOf(path) === all.lastIndexOf(path))
      expect(unlike.filter(({ path, left }) => paths.includes(path) && left !== 'refused')).toEqual([])
      expect(paths.filter((path) => !unlike.some((one) => one.path === path))).toEqual([])
      expect(unlike.filter(({ left }) => left === 'the same').map(({ path }) => path)).toEqual(statedIn(dialect, type))
    },
  )
}

/** A first item is counted in the path of a list, and not in the path of what stands once. */
const plain = (path: string) => path.replaceAll('[1]', '')

function leftOf(dialect: Dialect, tree: Tree, whole: Message): 'refused' | 'less' | 'the same' {
  try {
    const { message, issues } = dialect.messageOf(tree, dialect.headerOf(tree, fillFrom(whole)))
    if (issues.length > 0 || messageFaultsOf(message).length > 0) return 'refused'
    return isDeepStrictEqual(message, whole) ? 'the same' : 'less'
  } catch (error) {
    if (error instanceof HubError) return 'refused'
    throw error
  }
}

/** What a party may leave out because nobody reads it. */
function statedIn(dialect: Dialect, type: MessageType): readonly string[] {
  if (!isMapped(dialect)) return []
  const { header, actions } = dialect.tables
  const body = actions[type]
  return [...statedAmong(header), ...(body ? statedAmong(body.rows).map((place) => `/${body.path}${place}`) : [])].map(
    (place) => `/${dialect.root?.name}${place}`,
  )
}

const statedAmong = (rows: object): readonly string[] =>
  Object.entries(rows)
    .filter(([, row]) => typeof row === 'object' && 'demanded' in row && !row.demanded)
    .map(([place]) => place)
