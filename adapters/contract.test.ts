/** What every adapter promises. A new folder is picked up by itself; its fixtures come from `node adapters/golden.ts`, its refusals are written by hand. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Adapter } from '#core/adapter.ts'
import { HubError } from '#core/errors.ts'
import { canonicalOf } from '#core/flow/content.ts'
import { coverageOf } from '#core/mapping.ts'
import type { Element, JsonValue, Message, Tree } from '#core/message.ts'
import { isRequired } from '#core/rules/required.ts'
import { arbitraryMessage } from '#schemas/arbitrary.ts'
import { messageFaultsOf } from '#schemas/index.ts'
import { fillFrom, SIZES, treeOf } from './golden.ts'
import { loadAdapters } from './load.ts'

const adapters = await loadAdapters()

test('adapters are found by their folders', () => {
  expect([...adapters.keys()]).toEqual(expect.arrayContaining(['az-mfa', 'az-sms', 'de']))
  expect([...adapters.keys()]).toEqual([...adapters.keys()].sort())
})

describe.each([...adapters])('the adapter of %s', (party, adapter) => {
  const { dialect } = adapter
  const fixtures = new URL(`./${party}/fixtures/`, import.meta.url)
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

  test.each(coverage)('carries every field of $type that the schema demands', ({ type, notCarried }) => {
    expect(notCarried.filter((leaf) => isRequired(type, pointerOf(leaf)))).toEqual([])
  })

  test.each(coverage)('shows in the full fixture of $type everything it carries', ({ type, carried }) => {
    const shown = leavesOfBody(messageIn(`${type}.full.json`)).map(leafOf)
    expect([...new Set(shown)].sort()).toEqual([...carried].sort())
  })

  test.each(goldens)('finds every field of %s at a place of its own', (name) => {
    const message = messageIn(`${name}.json`)
    const tree = treeOf(bytesIn(`${name}.wire.${dialect.syntax}`), dialect.syntax)
    const paths = leavesOfBody(message).map((pointer) => dialect.pathOf(pointer, message.header.type))
    expect(paths.filter((path) => !stands(tree, path))).toEqual([])
    expect(new Set(paths).size).toBe(paths.length)
  })

  test.each(coverage)('brings any $type back as it was, but for what it lists as lost', ({ type, notCarried }) => {
    fc.assert(
      fc.property(arbitraryMessage(type), (message) => {
        const lost = dialect.lossOf(message)
        expect(roundTrip(adapter, message, dialect.bytesOf(message))).toEqual({ message: without(message, lost), issues: [] })
        expect(lost.map(leafOf).filter((leaf) => !notCarried.includes(leaf))).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  test.each(readdirSync(new URL('refused/', fixtures)))('refuses %s', (name) => {
    const code = name.split('.').at(-2)
    expect(refusalOf(adapter, bytesIn(`refused/${name}`))).toBe(code)
  })
})

function roundTrip({ dialect }: Adapter, sent: Message, bytes: Uint8Array) {
  const tree = treeOf(bytes, dialect.syntax)
  const { message, issues } = dialect.messageOf(tree, dialect.headerOf(tree, fillFrom(sent)))
  // Where the dialect has no place for the digest, it does not come back.
  const { contentDigest } = sent.header
  const isLeftOut = contentDigest !== undefined && message.header.contentDigest === undefined
  return { message: isLeftOut ? { ...message, header: { ...message.header, contentDigest } } : message, issues }
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

const pointersIn = (value: unknown, pointer: string): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, member]) => pointersIn(member, `${pointer}/${name}`))
    : [pointer]

const leavesOfBody = (message: Message) => pointersIn(message.body, '/body')

/** `/body/children/1/birthDate` is the leaf `children[].birthDate`. */
const leafOf = (pointer: string) => pointer.replace('/body/', '').replaceAll(/\/\d+/g, '[]').replaceAll('/', '.')
const pointerOf = (leaf: string) => `/body/${leaf.replaceAll('[]', '.0').replaceAll('.', '/')}`

/** The message without some leaves, and without records of which nothing is left. */
function without(message: Message, pointers: readonly string[]): Message {
  const kept = (value: JsonValue, pointer: string): JsonValue | undefined => {
    if (typeof value !== 'object' || value === null) return pointers.includes(pointer) ? undefined : value
    const members = Object.entries(value).map(([name, member]) => [name, kept(member, `${pointer}/${name}`)] as const)
    const rest = members.filter(([, member]) => member !== undefined)
    if (rest.length === 0) return undefined
    return Array.isArray(value) ? rest.map(([, member]) => member as JsonValue) : (Object.fromEntries(rest) as JsonValue)
  }
  return kept(message as unknown as JsonValue, '') as unknown as Message
}

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
