import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { continuousText, datatypeC } from './din-91379.ts'

/** Letters and sequences of the norm, each behind its search form. */
const list = readFileSync(new URL(import.meta.resolve('#core/names/fixtures/din-91379-search-forms.txt')), 'utf8')
const letters = list
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .flatMap((line) => line.split(' ').slice(1))

const isIn = (format: typeof datatypeC, text: string) => format.toWire(text) === text && format.toCanonical(text) === text
const all = Array.from({ length: 0x110000 }, (_, codePoint) => codePoint).filter((codePoint) => codePoint < 0xd800 || codePoint > 0xdfff)
const charactersOf = (format: typeof datatypeC) =>
  all.map((codePoint) => String.fromCodePoint(codePoint)).filter((one) => isIn(format, one))

test('every letter and sequence of the list is a name’s letter', () => {
  expect(letters).toHaveLength(649)
  expect(letters.filter((letter) => !isIn(datatypeC, letter))).toEqual([])
})

test('data type C has 500 letters and the 88 normative characters that are none', () => {
  const characters = charactersOf(datatypeC)
  expect(characters.filter((one) => letters.includes(one))).toHaveLength(500)
  expect(characters.filter((one) => !letters.includes(one))).toHaveLength(18 + 60 + 6 + 4)
})

test('continuous text has besides 69 Greek and 62 Cyrillic letters, 42 typographic characters, two dashes and the bullet', () => {
  expect(charactersOf(continuousText)).toHaveLength(588 + 69 + 62 + 42 + 3)
})

test.each(['Əliyev', 'ƏLİYEVA', 'Rəşid qızı', 'Ağ-Şıxlinskaya', 'Çöl Üzümü', "O'Hara", 'Kirovabad (Gəncə), 1989'])(
  '%s is a name',
  (name) => {
    expect(isIn(datatypeC, name)).toBe(true)
  },
)

test.each([
  ['Алиев', 'Character 1 (U+0410) is none of them.'],
  ['Əliyev – Bakı', 'Character 8 (U+2013) is none of them.'],
  ['კახა', 'Character 1 (U+10D9) is none of them.'],
  ['Ali\u00ADyev', 'Character 4 (U+00AD) is none of them.'],
  ['a x\u0323', 'Character 4 (U+0323) is none of them.'],
  ['a 😀', 'Character 3 (U+1F600) is none of them.'],
])('%s is not, and what is wrong with it is told by position and code point', (name, reason) => {
  expect(datatypeC.toCanonical(name)).toBe(undefined)
  expect(datatypeC.toWire(name)).toBe(undefined)
  expect(datatypeC.whyNot?.(name)).toBe(reason)
})

test('continuous text may quote, dash, list and break', () => {
  expect(isIn(continuousText, '„Zəmanət“ – Алиев, Αθήνα …\n• bir')).toBe(true)
  expect(isIn(continuousText, 'Көч')).toBe(false)
})
