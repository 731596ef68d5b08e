import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { definitionOf, definitions, fieldsOf } from './generate/definitions.ts'
import { TABLES, type Words } from './words.ts'

const { leaves, records } = definitions()
const inRecords = records.flatMap((record) => [record.facts.definition, ...fieldsOf(record).map(({ definition }) => definition)])
const codes = leaves.flatMap(({ facts }) => Object.values(facts.codes?.codes ?? {}))
const all: readonly Words[] = [...inRecords, ...leaves.map(definitionOf), ...codes]

const published = (name: string) => readFileSync(join(import.meta.dirname, 'published', name), 'utf8')

describe('the words of the standard', () => {
  test('no Azerbaijani definition is there twice or for nothing', () => {
    const known = TABLES.flatMap((table) => Object.keys(table))
    const used = new Set(inRecords.map(([en]) => en.replace(/\.$/, '')))
    expect(known.filter((en, at) => known.indexOf(en) !== at)).toEqual([])
    expect(known.filter((en) => !used.has(en.replace(/\.$/, '')))).toEqual([])
  })

  test('a full stop ends both or neither', () => {
    expect(TABLES.flatMap((table) => Object.entries(table)).filter(([en, az]) => en.endsWith('.') !== az.endsWith('.'))).toEqual([])
  })

  test('Azerbaijani is written with the letters of its alphabet, composed', () => {
    const foreign = all.filter(([, az]) => /[^ -~ÇçƏəĞğİıÖöŞşÜü“”–]/.test(az) || az !== az.normalize('NFC'))
    expect(foreign).toEqual([])
  })

  test.each([
    [/requesting state/i, /tələb edən dövlət/i],
    [/requested state/i, /tələb olunan dövlət/i],
    [/requesting authority/i, /tələb edən orqan/i],
    [/requested authority/i, /tələb olunan orqan/i],
    [/border crossing point/i, /sərhəd-keçid məntəqə/i],
    [/travel document(?!s? \(ICAO)/i, /səyahət sənəd/i],
    [/\breadmission\b/i, /readmissiya/i],
    [/third-country national/i, /üçüncü ölkə/i],
    [/stateless person/i, /vətəndaşlığı olmayan şəxs/i],
    [/\b(case reference)\b/i, /işin nömrəsi/i],
  ])('%s is %s wherever it is said', (en, az) => {
    const said = all.filter(([words]) => en.test(words))
    expect(said).not.toEqual([])
    expect(said.filter(([, words]) => !az.test(words))).toEqual([])
  })

  test('stand in both languages under every type, field and code of the XSD', () => {
    const annotations = published('message-1.xsd').match(/<xs:annotation>[\s\S]*?<\/xs:annotation>/g) ?? []
    const languages = annotations.map((annotation) => Array.from(annotation.matchAll(/xml:lang="(\w+)">[^<]/g), ([, language]) => language))
    expect(languages.length).toBeGreaterThan(all.length)
    expect(languages.filter((found) => found.join() !== 'en,az')).toEqual([])
  })

  test('stand in both languages in every description of the JSON Schema, the second line being Azerbaijani', () => {
    const descriptions = Array.from(published('message-1.schema.json').matchAll(/"description": (".*")/g), ([, words = '']) =>
      (JSON.parse(words) as string).split('\n'),
    )
    expect(descriptions).toEqual(expect.arrayContaining([['Given names.', 'Adı (adları).']]))
    expect(descriptions.filter((lines) => lines.length !== 2)).toEqual([])
  })
})
