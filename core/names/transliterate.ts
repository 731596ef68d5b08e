/** A name in another script, by the letter tables, which are read in both directions. */
import { type LanguageTag, lowerOf, upperOf } from './casing.ts'
import { LETTER_TABLES, type LetterTable } from './letter-tables.ts'

export interface Transliteration {
  readonly text: string
  /** Whether the table is verified and every letter had one reading only. Otherwise `text` is the usual spelling, and a person must look at it. */
  readonly certain: boolean
}

/** Spelling to its readings, the usual one first. */
type Readings = ReadonlyMap<string, readonly string[]>

interface Way {
  readonly readings: Readings
  readonly verified: boolean
}

const WAYS: ReadonlyMap<string, Way> = new Map(
  LETTER_TABLES.flatMap((table) => [
    [`${table.from} ${table.to}`, { readings: forwards(table), verified: table.confidence === 'V' }],
    [`${table.to} ${table.from}`, { readings: backwards(table), verified: table.confidence === 'V' }],
  ]),
)

/**
 * Text in NFC. What is no letter stays; a letter that the table does not know stays too, and makes the result uncertain.
 * Throws a RangeError where there is no table between the two.
 */
export function transliterate(text: string, from: LanguageTag, to: LanguageTag): Transliteration {
  const way = WAYS.get(`${from} ${to}`)
  if (!way) throw new RangeError(`no letter table from ${from} to ${to}`)
  const { readings } = way
  const letters = Array.from(text)
  const lower = letters.map((letter) => lowerOf(letter, from))
  let written = ''
  let certain = way.verified
  for (let at = 0; at < letters.length; ) {
    const unit = unitAt(lower, at, readings)
    const known = readings.get(unit.spelling)
    certain &&= known ? known.length === 1 && !splits(unit.spelling, readings) : !/\p{L}/u.test(unit.spelling)
    written += inCaseOf(letters, at, unit.length, known?.[0] ?? unit.spelling, to)
    at += unit.length
  }
  return { text: written, certain }
}

function forwards({ letters, forwardOnly }: LetterTable): Readings {
  return new Map(Object.entries({ ...letters, ...forwardOnly }))
}

/** A letter that is usually read so comes before one that may be. */
function backwards({ letters }: LetterTable): Readings {
  const pairs = Object.entries(letters).flatMap(([letter, readings]) => readings.map((reading, rank) => ({ letter, reading, rank })))
  const byRank = pairs.sort((a, b) => a.rank - b.rank)
  return new Map(byRank.map(({ reading }) => [reading, byRank.filter((pair) => pair.reading === reading).map(({ letter }) => letter)]))
}

const LONGEST = 4

/** The longest spelling of the table that begins here; one letter when there is none. */
function unitAt(lower: readonly string[], at: number, readings: Readings): { readonly spelling: string; readonly length: number } {
  const start = at === 0 || !/[\p{L}\p{M}]/u.test(lower[at - 1] ?? '') ? ['^', ''] : ['']
  for (let length = Math.min(LONGEST, lower.length - at); length > 0; length--) {
    const spelling = lower.slice(at, at + length).join('')
    const found = start.map((mark) => mark + spelling).find((candidate) => readings.has(candidate))
    if (found !== undefined) return { spelling: found, length }
  }
  return { spelling: lower[at] ?? '', length: 1 }
}

/** Whether the spelling could also be that of several letters, as TS may be ц or т and с. */
function splits(spelling: string, readings: Readings): boolean {
  const cuts = Array.from({ length: Math.max(0, spelling.length - 1) }, (_, index) => index + 1)
  return cuts.some((cut) => readings.has(spelling.slice(0, cut)) && wholly(spelling.slice(cut), readings))
}

const wholly = (spelling: string, readings: Readings): boolean => readings.has(spelling) || splits(spelling, readings)

/** Щ is SHCH among capitals, and Shch before a small letter. */
function inCaseOf(letters: readonly string[], at: number, length: number, reading: string, to: LanguageTag): string {
  const isUpper = (letter = '') => /\p{Lu}/u.test(letter)
  if (!isUpper(letters[at])) return reading
  const around = [letters[at - 1], ...letters.slice(at + 1, at + length + 1)]
  const [first = '', ...rest] = reading
  return upperOf(first, to) + (around.some(isUpper) ? upperOf(rest.join(''), to) : rest.join(''))
}
