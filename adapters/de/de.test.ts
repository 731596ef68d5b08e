import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { treeOf } from '#adapters/golden.ts'
import { coverageOf } from '#core/mapping.ts'
import { CHOREOGRAPHY } from '#schemas/choreography.ts'
import { MESSAGE_TYPES } from '#schemas/index.ts'
import adapter from './adapter.ts'

test('Germany takes part in every message type but those between the agencies of one state', () => {
  const isInternal = ({ by, to }: { readonly by: string; readonly to: string }) => by === 'requested' && to === 'requested'
  const expected = MESSAGE_TYPES.filter((type) => !isInternal(CHOREOGRAPHY[type]))
  expect(adapter.dialect.types?.toSorted()).toEqual(expected.toSorted())
})

test('every field of every body has a place', () => {
  expect(coverageOf(adapter).flatMap(({ notCarried }) => notCarried)).toEqual([])
})

test.each([
  ['cyrillic-family-name', 'person/nameNatuerlichePerson/familienname/name', 'data type C', 'Character 1 (U+0410)'],
  ['dash-in-a-place', 'person/geburt/ort', 'data type C', 'Character 11 (U+2013)'],
  ['georgian-observations', 'bemerkungen', 'data type E, dashes and bullet', 'Character 6 (U+10D7)'],
  ['mark-without-letter', 'person/nameNatuerlichePerson/familienname/name', 'data type C', 'Character 10 (U+0323)'],
])('%s is told with the path of the element, the place of the character and its code point', (name, path, type, character) => {
  const bytes = new Uint8Array(readFileSync(new URL(`./fixtures/refused/${name}.PAYLOAD_INVALID.xml`, import.meta.url)))
  const tree = treeOf(bytes, 'xml')
  const { issues } = adapter.dialect.messageOf(tree, adapter.dialect.headerOf(tree, { nonce: () => 'AAAAAAAAAAAAAAAAAAAAAA' }))
  expect(issues).toEqual([
    {
      rule: 'characters',
      path: `/Nachricht/rueckuebernahmeersuchen/${path}`,
      expected: `characters of DIN 91379, ${type}`,
      hint: `${character} is none of them.`,
    },
  ])
})

test('a sex that only German registers know is read as what the passport shows', () => {
  const full = readFileSync(new URL('./fixtures/readmission-application.full.wire.xml', import.meta.url), 'utf8')
  const tree = treeOf(new TextEncoder().encode(full.replace('<code>w</code>', '<code>d</code>')), 'xml')
  const { message, issues } = adapter.dialect.messageOf(tree, adapter.dialect.headerOf(tree, { nonce: () => 'AAAAAAAAAAAAAAAAAAAAAA' }))
  expect(issues).toEqual([])
  expect(message.body).toMatchObject({ subject: { sex: 'X' } })
})
