/** The name field of a machine-readable zone: ICAO Doc 9303-3, section 4.6, and the truncation rules of parts 4 to 6. */
import { searchFormOf } from '#core/names/search-form.ts'
import type { NameForm } from '#schemas/generated/types.ts'
import { MRZ_FORMATS, type MrzFormat, nameWidthOf } from './mrz-layouts.ts'

/** Both parts of the field, words of A to Z. */
export interface MrzNameParts {
  readonly familyName: string
  /** Absent for a person who has but one name. A patronymic, when there is one, is in here. */
  readonly givenNames?: string
  /** The field is written to its last character: something may be missing. */
  readonly mayBeCut: boolean
}

/** Filled to the width of the format. Who has no search form at all gets fillers only. */
export function mrzNameFieldOf({ familyName, givenNames, patronymic }: NameForm, format: MrzFormat): string {
  const width = nameWidthOf(format)
  const given = wordsOf([givenNames, patronymic].filter((part) => part !== undefined).join(' '))
  const family = wordsOf(familyName)
  if (given === '') return cutTo(family, width).padEnd(width, '<')
  // Of the given names at least one letter remains.
  const first = family.length > width - 3 ? cutTo(family, width - 3) : family
  return `${first}<<${cutTo(given, width - first.length - 2)}`.padEnd(width, '<')
}

/** From the field, or from the standard's `mrzName`, which may lack the fillers at the end and does not tell the format. */
export function mrzNamePartsOf(field: string, format?: MrzFormat): MrzNameParts {
  const written = field.replace(/<+$/u, '')
  const [family = '', given = ''] = written.split(/<<(.*)/u)
  const plain = (part: string) => part.replace(/<+/gu, ' ').trim()
  const mayBeCut = (format ? [format] : MRZ_FORMATS).some((one) => nameWidthOf(one) === written.length)
  return { familyName: plain(family), ...(given === '' ? {} : { givenNames: plain(given) }), mayBeCut }
}

const wordsOf = (name: string): string => searchFormOf(name).replaceAll(' ', '<')

/** A field that was cut ends with a letter, or it would look whole: where it would end with a filler, the word before gives up a letter. */
function cutTo(words: string, width: number): string {
  if (words.length <= width) return words
  if (words[width - 1] !== '<') return words.slice(0, width)
  const initialBefore = width < 3 || words[width - 3] === '<'
  return initialBefore ? words.slice(0, width - 1) : `${words.slice(0, width - 2)}<${words[width] ?? ''}`
}
