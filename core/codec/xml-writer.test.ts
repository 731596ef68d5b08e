import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HubError } from '#core/errors.ts'
import type { Element } from '#core/message.ts'
import { canonicalXmlOf, parseXml, xmlTreeOf } from './xml.ts'
import { xmlBytesOf } from './xml-writer.ts'

const leaf = (name: string, text: string, namespace = 'urn:a', attributes = {}): Element => ({
  name,
  namespace,
  attributes,
  children: [],
  text,
})
const branch = (name: string, children: readonly Element[], namespace = 'urn:a'): Element => ({
  name,
  namespace,
  attributes: {},
  children,
  text: '',
})
const textOf = (element: Element): string => Buffer.from(xmlBytesOf(element)).toString()

describe('the XML writer', () => {
  it('declares the default namespace at the root and again only where it changes', () => {
    expect(textOf(branch('A', [branch('B', [leaf('C', '')], 'urn:b'), leaf('D', 'x', ''), leaf('E', 'y')]))).toBe(
      '<A xmlns="urn:a"><B xmlns="urn:b"><C xmlns="urn:a"></C></B><D xmlns="">x</D><E>y</E></A>',
    )
  })

  it('escapes as canonical XML does', () => {
    expect(textOf(leaf('A', 'Ə<&>"\r\n\t', '', { b: 'ğ<&>"\r\n\t' }))).toBe(
      '<A b="ğ&lt;&amp;>&quot;&#xD;&#xA;&#x9;">Ə&lt;&amp;&gt;"&#xD;\n\t</A>',
    )
  })

  it('refuses text that XML cannot carry, without repeating it', () => {
    for (const text of ['a\u0000', 'a\u0008', 'a\uFFFF', 'a\uD800']) {
      for (const element of [leaf('A', text), leaf('A', '', '', { b: text })]) {
        expect(() => xmlBytesOf(element)).toThrow(HubError)
        expect(() => xmlBytesOf(element)).toThrow(/^A text holds a character/)
      }
    }
  })

  it('refuses a name that is markup', () => {
    expect(() => xmlBytesOf(leaf('A><B', 'x'))).toThrow('not an XML name')
    expect(() => xmlBytesOf(leaf('A', 'x', '', { 'b="" c': 'x' }))).toThrow('not an XML name')
  })
})

const name = fc.constantFrom('A', 'b', 'Şəxs', '_c', 'd-1')
const namespace = fc.constantFrom('', 'urn:a', 'urn:b', "http://example.eu/?a='1'")
const attributeName = fc.oneof(
  name,
  fc
    .tuple(fc.constantFrom('urn:a', 'urn:b', 'urn:z', 'http://www.w3.org/XML/1998/namespace'), name)
    .map(([uri, local]) => `{${uri}}${local}`),
)
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'Əğıİş<>&"\'\r\n\t ]'.split(''), '\u{1F600}', '\u0085', '\u2028'),
      fc.string({ maxLength: 3, unit: 'grapheme' }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''))
  .filter((value) => !/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/u.test(value))
const attributes = fc.dictionary(attributeName, text, { maxKeys: 4, noNullPrototype: true })
const { element } = fc.letrec<{ element: Element }>((tie) => ({
  element: fc.oneof(
    { depthSize: 'small' },
    fc.record({ name, namespace, attributes, children: fc.constant([]), text }),
    fc.record({ name, namespace, attributes, children: fc.array(tie('element'), { minLength: 1, maxLength: 4 }), text: fc.constant('') }),
  ),
}))

describe('for every tree', () => {
  it('what is written already is what libxml2 calls exclusive canonical form', () => {
    fc.assert(
      fc.property(element, (tree) => {
        const bytes = xmlBytesOf(tree)
        using parsed = parseXml(bytes)
        expect(Buffer.from(canonicalXmlOf(parsed)).toString()).toBe(Buffer.from(bytes).toString())
      }),
      { numRuns: 500 },
    )
  })

  it('what is written is read back as the same tree', () => {
    fc.assert(
      fc.property(element, (tree) => {
        using parsed = parseXml(xmlBytesOf(tree))
        expect(xmlTreeOf(parsed)).toEqual(tree)
      }),
      { numRuns: 500 },
    )
  })
})
