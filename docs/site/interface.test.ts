import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadAdapters } from '#adapters/load.ts'
import { type ParsedXml, parseXml } from '#core/codec/xml.ts'
import { coverageOf } from '#core/mapping.ts'
import { leavesOf, MESSAGE_TYPES } from '#schemas/index.ts'
import { SITE } from './site.ts'

const adapters = [...(await loadAdapters()).values()]
const written = (file: string): string => SITE.get(file)?.() ?? ''
const pointerOf = (leaf: string): string => `/body/${leaf.replaceAll('[]', '/{i}').replaceAll('.', '/')}`

/** The rows of the section of a message type, by canonical field. */
function rowsOf(document: string, type: string): ReadonlyMap<string, readonly string[]> {
  const [, section = ''] = document.split(`(${type})\n`)
  const [own = ''] = section.split('\n### ')
  const rows = own.split('\n').filter((line) => line.startsWith('| `/body/'))
  return new Map(rows.map((row) => row.split(' | ')).map(([field = '', ...rest]) => [field.slice(3, -1), rest]))
}

describe.each(adapters.map((adapter) => [adapter.party, adapter] as const))('the interface document of %s', (party, adapter) => {
  const document = written(`interface-${party}.md`)

  test.each(coverageOf(adapter))('names every field of $type, and says where it stands or that it does not', ({ type, notCarried }) => {
    const rows = rowsOf(document, type)
    expect([...rows.keys()]).toEqual(leavesOf(type).map(pointerOf))
    const without = [...rows].filter(([, [, place]]) => place === 'not carried').map(([field]) => field)
    expect(without).toEqual(notCarried.map(pointerOf))
  })

  test('shows the shortest message of each type to the letter', () => {
    for (const { type } of coverageOf(adapter)) {
      const ending = `${type}.small.wire.${adapter.dialect.syntax}`
      const golden = readFileSync(new URL(import.meta.resolve(`#adapters/${party}/fixtures/${ending}`)), 'utf8')
      expect(document).toContain(`\n${golden}\n`)
    }
  })
})

test('the document of Germany tells the places, the names of codes and the characters of German messages', () => {
  const document = written('interface-de.md')
  const [, place, value] = rowsOf(document, 'readmission-application').get('/body/evidence/{i}/issuedBy') ?? []
  expect(place).toMatch(/^`\/Nachricht\/rueckuebernahmeersuchen\/nachweis\[n\]\//)
  expect(value).toContain('characters of DIN 91379')
  expect(document).toContain('| `F` | `w` |')
  expect(document).toContain('| `COMPLETE` | `vollstaendig` |')
})

test('the coverage page says of every type and party what the adapters say', () => {
  const text = written('coverage.html')
  using page: ParsedXml = parseXml(Buffer.from(text.slice(text.indexOf('<html'))))
  const cells = page.find('(//h:table)[2]//h:tbody/h:tr', { h: 'http://www.w3.org/1999/xhtml' }).map((row) => row.content.trim())
  const said = MESSAGE_TYPES.map((type) =>
    adapters
      .map((adapter) => coverageOf(adapter).find((one) => one.type === type))
      .map((found) => (found ? (found.notCarried.length === 0 ? 'all' : `without ${found.notCarried.length}`) : 'no part'))
      .join(''),
  )
  expect(cells).toEqual(MESSAGE_TYPES.map((type, at) => `${type}${said[at]}`))
})
