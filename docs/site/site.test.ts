import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { type ParsedXml, parseXml } from '#core/codec/xml.ts'
import { type CaseState, CHOREOGRAPHY } from '#schemas/choreography.ts'
import { nameOf } from '#schemas/generate/definitions.ts'
import { leavesOf, MESSAGE_TYPES } from '#schemas/index.ts'
import { html } from './html.ts'
import { markdown } from './markdown.ts'
import { bodyOf, movesOf, placesIn } from './model.ts'
import { PUBLISHED, publishedText } from './published.ts'
import { SITE } from './site.ts'

const XHTML = { h: 'http://www.w3.org/1999/xhtml' }
const PAGES = [...SITE.keys()].filter((file) => file.endsWith('.html'))
const DOCTYPE = '<!doctype html>\n'

/** Text of every node that an XPath selects. */
const textsOf = (page: ParsedXml, path: string): readonly string[] => page.find(path, XHTML).map((node) => node.content)

function parsedPage(file: string): ParsedXml {
  const text = SITE.get(file)?.() ?? ''
  expect(text.startsWith(DOCTYPE)).toBe(true)
  return parseXml(Buffer.from(text.slice(DOCTYPE.length)))
}

function idsOf(file: string): readonly string[] {
  using page = parsedPage(file)
  return textsOf(page, '//@id')
}

const ids = new Map(PAGES.map((file) => [file, idsOf(file)]))

describe.each(PAGES)('%s', (file) => {
  it('is well-formed as XML, with one heading and no id twice', () => {
    using page = parsedPage(file)
    expect(textsOf(page, '//h:h1')).toHaveLength(1)
    expect(new Set(ids.get(file)).size).toBe(ids.get(file)?.length)
  })

  it('links only to what is there', () => {
    using page = parsedPage(file)
    const broken = textsOf(page, '//@href').filter((href) => !isThere(file, href))
    expect(broken).toEqual([])
  })

  it('needs no script and nothing from elsewhere', () => {
    using page = parsedPage(file)
    expect(page.find('//h:script | //h:img | //@src | //@style', XHTML)).toEqual([])
  })
})

function isThere(from: string, href: string): boolean {
  const [file = '', fragment] = href.split('#')
  if (file.startsWith('../schemas/')) return existsSync(join(PUBLISHED, file.slice('../schemas/'.length)))
  const target = file || from
  return SITE.has(target) && (fragment === undefined || (ids.get(target)?.includes(fragment) ?? false))
}

describe.each(MESSAGE_TYPES)('the page of %s', (type) => {
  it('shows all four samples to the letter', () => {
    using page = parsedPage(`${type}.html`)
    const files = ['small.json', 'small.xml', 'full.json', 'full.xml']
    expect(textsOf(page, '//h:pre')).toEqual(files.map((file) => publishedText(`samples/${type}.${file}`)))
  })

  it('names every field, with places that lead to it in the full samples', () => {
    using page = parsedPage(`${type}.html`)
    using xml = parseXml(readFileSync(join(PUBLISHED, `samples/${type}.full.xml`)))
    const json = JSON.parse(publishedText(`samples/${type}.full.json`))
    const shown = textsOf(page, '//h:span[@class="places"]/h:code')
    const places = placesIn(bodyOf(type), { pointer: '/body', xpath: `/Message/Body/${nameOf(bodyOf(type))}` })
    expect(shown).toEqual(places.flatMap(({ pointer, xpath }) => [pointer, xpath]))
    expect(places.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(leavesOf(type).map(pointerOf)))
    for (const { pointer, xpath } of places) {
      expect(reachedBy(json, pointer.split('/').slice(1)), pointer).not.toEqual([])
      expect(xml.find(xpath.replaceAll('[n]', '').replaceAll('/', '/k:'), { k: 'urn:korpu:message:1' }), xpath).not.toEqual([])
    }
  })

  it('says what the choreography says', () => {
    const told = new Map<string, readonly string[]>()
    for (const { from, to, codes } of movesOf(type)) {
      for (const state of from)
        told.set(state, [...(told.get(state) ?? []), ...(codes.length > 0 ? codes : ['']).map((code) => `${code}>${to}`)])
    }
    const { moves } = CHOREOGRAPHY[type]
    const expected = Object.entries(moves).map(([state, next]) => [
      state as CaseState,
      typeof next === 'string' ? [`>${next}`] : Object.entries(next.states).map(([code, to]) => `${code}>${to}`),
    ])
    expect(Object.fromEntries([...told].map(([state, ways]) => [state, ways.toSorted()]))).toEqual(
      Object.fromEntries(expected.map(([state, ways]) => [state, (ways as string[]).toSorted()])),
    )
  })
})

/** `children[].birthDate` as a pointer with a place for the index. */
const pointerOf = (leaf: string): string => `/body/${leaf.replaceAll('[]', '/{i}').replaceAll('.', '/')}`

/** What a pointer leads to, `{i}` standing for every item. */
function reachedBy(value: unknown, [name, ...rest]: readonly string[]): readonly unknown[] {
  if (name === undefined) return value === undefined ? [] : [value]
  if (name === '{i}') return Array.isArray(value) ? value.flatMap((item) => reachedBy(item, rest)) : []
  return typeof value === 'object' && value !== null ? reachedBy((value as Record<string, unknown>)[name], rest) : []
}

test('what stands in a template is text, unless a template made it', () => {
  expect(html`<p title="${'"x" <y>'}">${["Ə & 'ğ'", html`<br/>`, undefined, 7]}</p>`.markup).toBe(
    '<p title="&quot;x&quot; &lt;y&gt;">Ə &amp; &#39;ğ&#39;<br/>7</p>',
  )
})

describe('Markdown', () => {
  it.each([
    ['# Title\n\n## Part <1>', '<h2>Part &lt;1&gt;</h2>'],
    [
      'A `b < c` and **d**, see [limits](limits.md#x).',
      '<p>A <code>b &lt; c</code> and <b>d</b>, see <a href="limits.html#x">limits</a>.</p>',
    ],
    ['- one\n- two\n  goes on', '<ul><li>one</li><li>two\n  goes on</li></ul>'],
    ['```sh\na && b\n\nc\n```', '<pre tabindex="0"><code>a &amp;&amp; b\n\nc</code></pre>'],
  ])('%j', (text, markup) => {
    expect(markdown(text).markup.trim()).toBe(markup)
  })

  it.each(['> quoted', '<b>raw</b>', '#### deep', '```sh\nno end'])('refuses %j, which it does not know', (text) => {
    expect(() => markdown(text)).toThrow()
  })

  it('makes a table, with a bar that was escaped', () => {
    expect(markdown('| a | b |\n| --- | --- |\n| `x` | y \\| z |').markup).toContain('<td data-column="b">y | z</td>')
  })
})
