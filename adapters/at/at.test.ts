import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { treeOf } from '#adapters/golden.ts'
import { canonicalOf } from '#core/flow/content.ts'
import { coverageOf } from '#core/mapping.ts'
import { CHOREOGRAPHY } from '#schemas/choreography.ts'
import { MESSAGE_TYPES } from '#schemas/index.ts'
import adapter from './adapter.ts'
import { pvpToken } from './pvp.ts'

const { dialect } = adapter
const fixtures = new URL('./fixtures/', import.meta.url)
const BPK = ['UhO5RG9klaOTsVY0CUabcdefgh1=', 'urn:publicid:gv.at:cdid+BF', 'bPK: im Akt'] as const

test('Austria takes part in every message type but those between the agencies of one state, and every field has a place', () => {
  const isInternal = ({ by, to }: { readonly by: string; readonly to: string }) => by === 'requested' && to === 'requested'
  const expected = MESSAGE_TYPES.filter((type) => !isInternal(CHOREOGRAPHY[type]))
  expect(dialect.types?.toSorted()).toEqual(expected.toSorted())
  expect(coverageOf(adapter).flatMap(({ notCarried }) => notCarried)).toEqual([])
})

test.each([
  [BPK[0], '.full.wire.xml'],
  [BPK[1], 'application.full.wire.xml'],
  [BPK[2], 'reply.full.wire.xml'],
])(
  'a sector-specific identifier leaves the country nowhere: %s is refused in every element of every message that ends with %s',
  (bpk, ending) => {
    const refused = (text: string): boolean => {
      try {
        const tree = treeOf(new TextEncoder().encode(text), 'xml')
        canonicalOf(dialect, tree, dialect.headerOf(tree, { nonce: () => 'A'.repeat(22) }))
        return false
      } catch {
        return true
      }
    }
    const taken: string[] = []
    for (const name of readdirSync(fixtures).filter((file) => file.endsWith(ending))) {
      const text = readFileSync(new URL(name, fixtures), 'utf8')
      for (const { index, 0: leaf, 1: element } of text.matchAll(/<(\w+)>([^<]+)</g)) {
        const planted = `${text.slice(0, index)}<${element}>${bpk}<${text.slice(index + leaf.length)}`
        if (!refused(planted)) taken.push(`${name} ${element}`)
      }
    }
    expect(taken).toEqual([])
  },
)

const PERSON = {
  name: 'userPrincipal',
  namespace: pvpToken.namespace,
  attributes: {},
  text: '',
  children: [{ name: 'bpk', namespace: pvpToken.namespace, attributes: {}, children: [], text: 'UhO5RG9klaOTsVY0CUabcdefgh1=' }],
}

test('the token that the hub writes is one that it would take', () => {
  expect(pvpToken.issuesOf(pvpToken.written)).toEqual([])
})

test('a token with a person in it, of another version, or without a participant is refused, and no value is repeated', () => {
  const { written } = pvpToken
  const [authenticate, authorize] = written.children
  if (!authenticate || !authorize) throw new Error('the token has lost its parts')
  const withPerson = { ...written, children: [{ ...authenticate, children: [...authenticate.children, PERSON] }, authorize] }
  const issues = pvpToken.issuesOf(withPerson)
  expect(issues.map(({ rule }) => rule)).toEqual(['unknown'])
  expect(JSON.stringify(issues)).not.toContain('UhO5')
  expect(pvpToken.issuesOf({ ...written, attributes: { version: '1.9' } }).map(({ path }) => path)).toEqual(['Security/pvpToken/@version'])
  expect(pvpToken.issuesOf({ ...written, children: [authorize] }).map(({ rule }) => rule)).toEqual([
    'required',
    'required',
    'required',
    'required',
  ])
})
