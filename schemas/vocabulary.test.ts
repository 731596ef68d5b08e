import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { afterAll, describe, expect, test } from 'vitest'
import { describeWithTool, run } from '#test/peers/tool.ts'
import { sex } from './codelists/person.ts'
import { leafSchema } from './generate/json-schema.ts'
import { simpleType } from './generate/xsd.ts'
import * as v from './vocabulary.ts'

type Example = readonly [type: v.Leaf, good: readonly unknown[], bad: readonly unknown[]]

const HEX = '0123456789abcdef'.repeat(4)
const UUID = '01a1f82f-1e80-7a8f-a560-e82076fc01fe'

const EXAMPLES: readonly Example[] = [
  [
    v.text(10),
    ['Ə', 'Şıxəliyeva', 'İ ğ\u00A0ç', 'a  b', '😀'.repeat(10), '<&>"\'', ']]>', '漢字', '\uFFFD'],
    [
      '',
      ' ',
      ' a',
      'a ',
      'a\u00A0',
      '\u3000a',
      'a\nb',
      'a\tb',
      'a\rb',
      'a\u2028b',
      '\uFEFFa',
      'a\u0000',
      '\u0001',
      '\u0085',
      '😀'.repeat(11),
      'a\uFFFE',
      '\uD800',
      'a\uDC00b',
    ],
  ],
  [v.note(10), ['a\nb', 'a\n\nb', 'Ə \n ğ'], ['', '\n', '\na', 'a\n', 'a\r\nb', 'a\rb', 'a\tb', 'abcdefghijk', 'a\u2029b']],
  [v.uuid, [UUID], [UUID.toUpperCase(), `urn:uuid:${UUID}`, `${UUID} `, `{${UUID}}`, UUID.slice(1), UUID.replaceAll('-', ''), `${UUID}\n`]],
  [v.uuidUrn, [`urn:uuid:${UUID}`], [UUID, `urn:uuid:${UUID.toUpperCase()}`]],
  [
    v.dateTime,
    ['2026-11-21T10:00:00Z', '2026-11-21T23:59:59.999Z'],
    [
      '2026-11-21t10:00:00Z',
      '2026-11-21T10:00:00z',
      '2026-11-21 10:00:00Z',
      '2026-11-21T10:00:00',
      '2026-11-21T10:00:00+04:00',
      '2026-11-21T24:00:00Z',
    ]
      .concat(['2026-11-21T10:60:00Z', '2026-11-21T10:00:60Z', '2026-11-21T10:00Z', '2026-11-21T10:00:00.1Z', '2026-11-21T10:00:00,123Z'])
      .concat(['0026-11-21T10:00:00Z', '-2026-11-21T10:00:00Z', '12026-11-21T10:00:00Z', ' 2026-11-21T10:00:00Z', '2026-13-21T10:00:00Z']),
  ],
  [
    v.date,
    ['2026-11-21', '1000-01-31'],
    ['2026-11-21Z', '2026-11-21+04:00', '2026-1-21', '21.11.2026', '2026-00-10', '2026-10-32', '2026-11', '٢٠٢٦-11-21'],
  ],
  [v.partialDate, ['1988', '1988-03', '1988-03-21'], ['88', '1988-', '1988-13', '1988-03-00', '--03', '1988/03', '']],
  [v.party, ['de', 'az-sms', 'hub'], ['DE', 'az_sms', '-az', 'az-', 'az--sms', '1az', 'a'.repeat(33), '']],
  [v.ruleSet, ['eu-az-2014'], ['EU-AZ-2014', 'eu az', 'eu-az-', '']],
  [v.digest, [HEX], [HEX.toUpperCase(), HEX.slice(1), `${HEX}0`, HEX.replace('0', 'g')]],
  [v.nonce, ['6CDmvAMNG-96TbeDQ_rVPA'], ['6CDmvAMNG-96TbeDQ_rVP', '6CDmvAMNG-96TbeDQ_rVPA=', '6CDmvAMNG+96TbeDQ/rVPA']],
  [v.reasonCode, ['RECIPIENT_REFUSED', 'E404'], ['refused', '_X', 'X_', 'X__Y', '4X', '']],
  [v.problemType, ['urn:korpu:problem:RULE_BROKEN'], ['urn:korpu:problem:', 'about:blank', 'URN:korpu:problem:X']],
  [v.language, ['aze', 'az', 'az-Latn'], ['AZ', 'azerb', 'az-latn', 'az_Latn', 'az-AZ']],
  [v.phone, ['+994120000000'], ['994120000000', '+0123456789', '+99412', '+994 12 000 00 00', `+${'9'.repeat(16)}`]],
  [v.email, ['a.b+c@x-y.example'], ['a@b', 'a b@c.example', '@c.example', 'a@c.example ', 'ə@c.example', 'a@b@c.example']],
  [v.mediaType, ['image/jpeg', 'application/vnd.x-y+xml'], ['image', 'Image/JPEG', 'image/jpeg; q=1', '/jpeg']],
  [v.mrzName, ['ALIYEVA<<GUNAY<RASHID', 'ALIYEVA', 'A<<<<<'], ['Aliyeva', 'ƏLİYEVA', 'A<<<B', '<A', 'A B', 'A1', 'A'.repeat(40)]],
  [v.flight, ['XX1234', 'J21', 'XXX12A'], ['XX 12', 'xx12', 'XX12345', 'X']],
  [v.airport, ['GYD'], ['gyd', 'GY', 'UBBB']],
  [v.currency, ['AZN', 'EUR'], ['azn', 'EU', 'EURO', '€']],
  [v.decimal, ['0', '0.5', '120.0000', '999999999999'], ['.5', '1.', '-1', '+1', '1,5', '01', '1e3', '1.00001', ' 1']],
  [
    v.blob(1),
    ['AAAA', 'QUI+', 'AAAAAA==', 'AAAA/A==', 'AAAAAAA='],
    [
      '',
      'AAA',
      'AAAAAAAAA==',
      'AAAAAAAAAA=',
      'AAAAAA=',
      'AAAA=',
      'AA AA',
      'AAAA\nAAAA',
      'AAAA-_',
      'AAAAAB==',
      'AAAAAAB=',
      'AAAA====',
      'A'.repeat(1372),
    ],
  ],
  [v.integer(3), [0, 7, 999], [1000, -1, 1.5]],
  [v.integer(1), [0, 9], [10]],
  [v.boolean, [true, false], ['yes', 'TRUE']],
  [v.code(sex), ['F', 'M', 'X'], ['f', ' F', 'F ', '', 'FM']],
]

const verdicts = EXAMPLES.flatMap(([type, good, bad]) => [
  ...good.map((value) => ({ type, value, valid: true })),
  ...bad.map((value) => ({ type, value, valid: false })),
])

const XSD = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
${EXAMPLES.map(([type]) => `${simpleType(type)}<xs:element name="${type.facts.name}" type="${type.facts.name}"/>`).join('\n')}
</xs:schema>`

/** CR and line feed as references: a parser would change the one, and the peer reads one document a line. */
function xmlOf(type: v.Leaf, value: unknown): string {
  const text = String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return `<${type.facts.name}>${text.replaceAll('\r', '&#13;').replaceAll('\n', '&#10;')}</${type.facts.name}>`
}

describe.each(EXAMPLES.map(([type, good, bad]) => ({ name: type.facts.name, type, good, bad })))('$name', ({ type, good, bad }) => {
  const validate = new Ajv2020().compile(leafSchema(type))

  test('takes what it should in JSON', () => expect(good.filter((value) => !validate(value))).toEqual([]))
  test('refuses what it should in JSON', () => expect(bad.filter((value) => validate(value))).toEqual([]))
  test('takes what it should in XML', () => expect(good.filter((value) => !validXml(xmlOf(type, value)))).toEqual([]))
  test('refuses what it should in XML', () => expect(bad.filter((value) => validXml(xmlOf(type, value)))).toEqual([]))
})

const schema = XmlDocument.fromString(XSD)
const validator = XsdValidator.fromDoc(schema)
afterAll(() => {
  validator.dispose()
  schema.dispose()
})

/** What is not XML at all is not valid. */
function validXml(text: string): boolean {
  let document: XmlDocument | undefined
  try {
    document = XmlDocument.fromString(text)
    validator.validate(document)
    return true
  } catch {
    return false
  } finally {
    document?.dispose()
  }
}

/**
 * Lone surrogates cannot be written to a file. The JDK counts the length of text in UTF-16 units, against XSD part 2, section 4.3.1: it refuses
 * text at the limit with characters beyond U+FFFF.
 */
const writable = verdicts.filter(({ value }) => typeof value !== 'string' || (value.isWellFormed() && !value.startsWith('😀')))

describeWithTool(['javac', '-version'], "the JDK's XSD validator", () => {
  test('gives the same verdict on every example', () => {
    const folder = mkdtempSync(join(tmpdir(), 'korpu-xsd-'))
    try {
      writeFileSync(join(folder, 'types.xsd'), XSD)
      writeFileSync(join(folder, 'examples'), writable.map(({ type, value }) => xmlOf(type, value)).join('\n'))
      const peer = run('java', join(import.meta.dirname, 'XsdPeer.java'), join(folder, 'types.xsd'), join(folder, 'examples'))
      const said = peer.said.match(/^(in)?valid$/gm) ?? []
      const disputed = writable.filter(({ valid }, index) => said[index] !== (valid ? 'valid' : 'invalid'))
      expect(said.length).toBe(writable.length)
      expect(disputed.map(({ type, value }) => `${type.facts.name} ${JSON.stringify(value)}`)).toEqual([])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
