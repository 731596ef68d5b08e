import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasSearchForm, searchFormOf } from './search-form.ts'

const list = readFileSync(new URL('./fixtures/din-91379-search-forms.txt', import.meta.url), 'utf8')
const rows = list
  .trim()
  .split('\n')
  .filter((line) => !line.startsWith('#'))
  .map((line) => line.split(' '))

test('every letter and sequence of DIN 91379 has the search form of its list', () => {
  const wrong = rows.flatMap(([form, ...letters]) => letters.filter((letter) => searchFormOf(letter) !== form))
  expect(wrong).toEqual([])
  expect(rows.flatMap(([, ...letters]) => letters)).toHaveLength(649)
})

test.each([
  ['Əliyeva', 'ELIYEVA'],
  ['ƏLİYEVA', 'ELIYEVA'],
  ['Çiçək Ağa-Şıxlinskaya', 'CICEK AGA SIXLINSKAYA'],
  ['Özgür Müller', 'OEZGUER MUELLER'],
  ["O'Hara  D’Ağır", 'OHARA DAGIR'],
  ['Щеглова', 'SHCHEGLOVA'],
  ['Ҹәфәров', 'CEFEROV'],
  ['Алиев Əli', 'ALIEV ELI'],
])('%s is looked up as %s', (name, form) => {
  expect(searchFormOf(name)).toBe(form)
})

test('the search form is its own search form', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (text) => {
      const form = searchFormOf(text.normalize('NFC'))
      expect(form).toMatch(/^([A-Z]+( [A-Z]+)*)?$/)
      expect(searchFormOf(form)).toBe(form)
    }),
    { numRuns: 300 },
  )
})

test('a script without a table is told, not silently left out', () => {
  expect(hasSearchForm('Əliyev Алиев Щ Игорь')).toBe(true)
  expect(hasSearchForm('Əliyev ალიევი')).toBe(false)
})
