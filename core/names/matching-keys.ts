/** Keys under which spellings of one name meet, whatever paper, script and language they come from. How well: docs/names.md. */
import { searchFormOf } from './search-form.ts'
import { LEVELLED, SOUNDS } from './sounds.ts'

/** A name with more readings than this keeps the usual reading of its last letters. */
const MOST_KEYS = 64
const LONGEST = 4

/** Sorted. One name, family or given, in NFC; the same for every casing, hyphen and apostrophe. Nothing when it has no letter that can be read. */
export function matchingKeysOf(name: string): readonly string[] {
  let spellings: readonly string[] = ['']
  for (const readings of readingsOf(lettersOf(name))) {
    const kept = spellings.length * readings.length > MOST_KEYS ? readings.slice(0, 1) : readings
    spellings = spellings.flatMap((begun) => kept.map((reading) => begun + reading))
  }
  const keys = spellings.map((spelling) => LEVELLED.reduce((key, [pattern, left]) => key.replace(pattern, left), spelling))
  return [...new Set(keys)].filter((key) => key !== '').sort()
}

/** Whether two spellings may be one name. It finds, it does not decide: a person does. */
export function mayBeSameName(one: string, other: string): boolean {
  const keys = matchingKeysOf(other)
  return matchingKeysOf(one).some((key) => keys.includes(key))
}

/** Lower case that every language shares: İ and I both end as i, which is what the table reads. */
const lettersOf = (name: string): string => name.toLowerCase().replace(/[^\p{L}]/gu, '')

function readingsOf(letters: string): readonly (readonly string[])[] {
  const readings: (readonly string[])[] = []
  for (let at = 0; at < letters.length; ) {
    const spelling = spellingAt(letters, at)
    readings.push(SOUNDS[spelling] ?? [plainSoundsOf(spelling)])
    at += spelling.length
  }
  return readings
}

/** The longest spelling of the table that begins here; one letter when there is none. */
function spellingAt(letters: string, at: number): string {
  for (let length = LONGEST; length > 1; length--) {
    const spelling = letters.slice(at, at + length)
    if (spelling.length === length && spelling in SOUNDS) return spelling
  }
  return String.fromCodePoint(letters.codePointAt(at) ?? 0)
}

/** Letters of other languages are read by their search form: č is C, ñ is N. */
function plainSoundsOf(letter: string): string {
  const plain = Array.from(searchFormOf(letter).toLowerCase())
  return plain.map((each) => SOUNDS[each]?.[0] ?? '').join('')
}
