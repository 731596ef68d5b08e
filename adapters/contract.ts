/** What every adapter promises: tests to be declared for one. Its fixtures come from `node adapters/golden.ts`, its refusals are written by hand. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Adapter } from '#core/adapter.ts'
import { HubError } from '#core/errors.ts'
import { canonicalOf } from '#core/flow/content.ts'
import { coverageOf } from '#core/mapping.ts'
import type { Element, Message, Tree } from '#core/message.ts'
import { messageFaultsOf } from '#schemas/index.ts'
import { leafOf, leavesOfBody, roundTrip } from '#test/dialects.ts'
import { SIZES, treeOf } from './golden.ts'

/** `fixtures` is the folder of that name in the adapter's own, with a slash at its end. */
export function contractOf(adapter: Adapter, fixtures: URL): void {
  const { dialect } = adapter
  const bytesIn = (name: string) => new Uint8Array(readFileSync(new URL(name, fixtures)))
  const messageIn = (name: string): Message => JSON.parse(readFileSync(new URL(name, fixtures), 'utf8'))
  const coverage = coverageOf(adapter)
  const goldens = coverage.flatMap(({ type }) => SIZES.map((size) => `${type}.${size}`))

  test('has a golden pair for every type it takes part in, small and full, and no other', () => {
    const expected = goldens.flatMap((name) => [`${name}.json`, `${name}.wire.${dialect.syntax}`])
    const found = readdirSync(fixtures).filter((name) => name !== 'refused' && !name.startsWith('.'))
    expect(found.sort()).toEqual(expected.sort())
  })

  test.each(goldens)('writes %s byte for byte', (name) => {
    const bytes = dialect.bytesOf(messageIn(`${name}.json`))
    expect(new TextDecoder().decode(bytes)).toBe(new TextDecoder().decode(bytesIn(`${name}.wire.${dialect.syntax}`)))
  })

  test.each(goldens)('reads %s without an issue, and it is valid', (name) => {
    const message = messageIn(`${name}.json`)
    expect(roundTrip(adapter, message, bytesIn(`${name}.wire.${dialect.syntax}`))).toEqual({ message, issues: [] })
    expect(messageFaultsOf(message)).toEqual([])
    expect(dialect.lossOf(message)).toEqual([])
  })

  test.each(coverage)('shows in the full fixture of $type everything it carries', ({ type, carried }) => {
    const shown = leavesOfBody(messageIn(`${type}.full.json`)).map(leafOf)
    expect([...new Set(shown)].sort()).toEqual([...carried].sort())
  })

  test.each(goldens)('finds every field of %s at a place of its own, or its whole record at one', (name) => {
    const message = messageIn(`${name}.json`)
    const tree = treeOf(bytesIn(`${name}.wire.${dialect.syntax}`), dialect.syntax)
    const pointers = leavesOfBody(message)
    const places = Map.groupBy(pointers, (pointer) => dialect.pathOf(pointer, message.header.type))
    expect([...places.keys()].filter((path) => !stands(tree, path))).toEqual([])
    const shared = [...places.values()].filter((there) => there.length > 1)
    expect(shared).toEqual(shared.map(([first = '']) => pointers.filter((pointer) => recordOf(pointer) === recordOf(first))))
  })

  test.each(readdirSync(new URL('refused/', fixtures)))('refuses %s', (name) => {
    const code = name.split('.').at(-2)
    expect(refusalOf(adapter, bytesIn(`refused/${name}`))).toBe(code)
  })
}

/** The code with which the hub refuses these bytes. */
function refusalOf({ dialect }: Adapter, bytes: Uint8Array): string {
  try {
    const tree = treeOf(bytes, dialect.syntax)
    canonicalOf(dialect, tree, dialect.headerOf(tree, { nonce: () => 'AAAAAAAAAAAAAAAAAAAAAA' }))
    return 'accepted'
  } catch (error) {
    if (!(error instanceof HubError)) throw error
    return error.code
  }
}

const recordOf = (pointer: string) => pointer.slice(0, pointer.lastIndexOf('/'))

/** Whether something stands at this XPath or JSON Pointer. */
function stands(tree: Tree, path: string): boolean {
  const [, ...steps] = path.split('/')
  if (tree.syntax === 'json')
    return steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], tree.root) !== undefined
  const [root, ...below] = steps
  let at: Element | undefined = tree.root.name === root ? tree.root : undefined
  for (const step of below) {
    if (step.startsWith('@')) return at?.attributes[step.slice(1)] !== undefined
    const [, name, position] = /^([^[]+)(?:\[(\d+)\])?$/.exec(step) ?? []
    at = at?.children.filter((child) => child.name === name)[Number(position ?? 1) - 1]
  }
  return at !== undefined
}
