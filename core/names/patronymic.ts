/** Father's names inside a name: found, split off, never lost. The words and endings are data, general knowledge beyond oğlu and qızı. */

export interface SplitName {
  /** Absent when nothing but the patronymic was there. */
  readonly givenNames?: string
  /** As it was written, with its oğlu, qızı or ending. */
  readonly patronymic?: string
}

export interface Father {
  /** The father's own name, where the ending can be taken off: a stem, not always his name in full. */
  readonly name: string
  readonly childIs: 'son' | 'daughter'
}

/** Words after the father's name, lower case, in the spellings that papers have. */
const WORDS = listed({
  son: 'oğlu oglu oglı ogly ogli oghlu oghly оғлу оглу оглы',
  daughter: 'qızı qizi qizı qyzy gızı gizi gyzy kizi kızı kyzy гызы кызы кизи',
})

/** Endings of the father's name itself, the longest first. */
const ENDINGS = listed({
  son: 'yeviç yevich yevic oviç ovich ovic eviç evich evic ович евич',
  daughter: 'yevna ovna evna овна евна',
})

const CHILDREN = ['son', 'daughter'] as const
const LAST_WORD = /\S+$/u
const BREAK_AT_END = /[\s\p{Pd}]+$/u

/** `Günay Rəşid qızı` is `Günay` and `Rəşid qızı`. With an ending instead of a word, the last of two names or more. */
export function splitPatronymic(givenNames: string): SplitName {
  const start = patronymicStart(givenNames)
  if (start === undefined) return { givenNames }
  const before = givenNames.slice(0, start).trimEnd()
  return { ...(before === '' ? {} : { givenNames: before }), patronymic: givenNames.slice(start) }
}

/** The father's name and whose child; `undefined` when it has no word or ending that is known. */
export function fatherOf(patronymic: string): Father | undefined {
  for (const childIs of CHILDREN) {
    const name = withoutWord(patronymic, childIs) ?? withoutEnding(patronymic, childIs)
    if (name) return { name, childIs }
  }
  return undefined
}

function patronymicStart(text: string): number | undefined {
  const father = CHILDREN.map((child) => withoutWord(text, child)).find((name) => name !== undefined)
  if (father !== undefined) return father.search(LAST_WORD)
  const last = text.search(LAST_WORD)
  return last > 0 && CHILDREN.some((child) => withoutEnding(text.slice(last), child)) ? last : undefined
}

/** What stands before the word; `undefined` without the word, or when nothing stands before it. */
function withoutWord(text: string, child: Father['childIs']): string | undefined {
  const word = endOf(text, WORDS[child])
  const name = word === undefined ? '' : cutEnd(text, word).replace(BREAK_AT_END, '')
  return name.length > 1 ? name : undefined
}

/** The one of these that the text ends with. */
function endOf(text: string, candidates: readonly string[]): string | undefined {
  const end = plain(text)
  return candidates.find((candidate) => end.endsWith(candidate))
}

function withoutEnding(text: string, child: Father['childIs']): string | undefined {
  const ending = endOf(text, ENDINGS[child])
  const name = ending === undefined ? '' : cutEnd(text, ending)
  return name.length > 1 ? name : undefined
}

/** Lower case letter by letter, so that İ stays one character, and so does every other. */
const plain = (text: string): string => Array.from(text, (letter) => (letter === 'İ' ? 'i' : letter.toLowerCase())).join('')

const cutEnd = (text: string, ending: string): string => text.slice(0, text.length - ending.length)

function listed(texts: Readonly<Record<Father['childIs'], string>>): Readonly<Record<Father['childIs'], readonly string[]>> {
  return { son: texts.son.split(' '), daughter: texts.daughter.split(' ') }
}
