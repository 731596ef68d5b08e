/**
 * The search form of a name, A to Z only: ICAO Doc 9303-3, section 6, with the extension of DIN 91379:2022 (list of characters and search forms 1.3,
 * String-Latin, CC BY 4.0). ICAO's tables have no Ə, DIN gives it as E.
 *
 * A letter loses its marks, unless it has a row here; that this is the whole list is tested against the list itself.
 */
import { LETTER_TABLES } from './letter-tables.ts'
import { lettersFrom } from './letters.ts'
import { transliterate } from './transliterate.ts'

/** Capital, or capital and mark, and how it is written. */
const OWN_FORM = lettersFrom(
  'A\u0308=AE A\u030A=AA O\u0308=OE U\u0308=UE',
  'Æ=AE Ø=OE Œ=OE Ĳ=IJ Þ=TH ẞ=SS Ə=E Ð=D Đ=D Ħ=H ĸ=K Ŀ=L Ł=L Ŋ=N Ŧ=T Ƈ=C Ɨ=I Ʒ=Z Ǥ=G',
)

const LETTER_AND_MARKS = /\P{M}\p{M}*/gu

/** Words of A to Z, one space between; hyphens part words, apostrophes do not. What cannot be written so, such as Georgian letters, is left out. */
export function searchFormOf(name: string): string {
  const latin = name.replace(/\p{Script=Cyrl}+/gu, latinOf)
  return latin
    .normalize('NFD')
    .toUpperCase()
    .replace(LETTER_AND_MARKS, plainOf)
    .replace(/[\s\p{Pd}]+/gu, ' ')
    .replace(/[^A-Z ]/gu, '')
    .replace(/ +/gu, ' ')
    .trim()
}

function plainOf(letter: string): string {
  const [base = '', ...marks] = letter
  const own = marks.map((mark) => OWN_FORM[base + mark]).find((form) => form !== undefined)
  return (own ?? OWN_FORM[base])?.join('') ?? base
}

/** Letters that only one of the Cyrillic tables has tell which it is; else it is read as Russian, which ICAO has a table for. */
function latinOf(word: string): string {
  const azerbaijani = /[ғәјҝөүһҹ]/iu.test(word)
  const [from, to] = azerbaijani ? (['az-Cyrl', 'az-Latn'] as const) : (['ru-Cyrl', 'ru-Latn'] as const)
  return transliterate(word, from, to).text
}

/** Whether a table for this script exists, so that nothing is silently left out of the search form. */
export function hasSearchForm(name: string): boolean {
  return Array.from(name).every((letter) => !/\p{L}/u.test(letter) || searchFormOf(letter) !== '' || isSilent(letter))
}

const isSilent = (letter: string): boolean => LETTER_TABLES.some(({ forwardOnly }) => forwardOnly[letter.toLowerCase()]?.[0] === '')
