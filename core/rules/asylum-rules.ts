/** No asylum information in any message (agreement, article 2). The schema has no place for it; in free text words tell. */
import { ASYLUM_WORDS } from '#schemas/asylum-words.ts'
import { MESSAGE_TYPES } from '#schemas/index.ts'
import { type Place, placesIn } from './places.ts'
import type { Rule } from './rule.ts'

/** Fields of one line in which people write what they like; every note is one as well. Names of authorities are not. */
const FREE_LINES: readonly string[] = ['title', 'text', 'access', 'distinguishingMarks', 'programme']

const isFreeText = ({ name, shape }: Place): boolean =>
  shape.kind === 'text' && (shape.type.startsWith('Note') || (shape.type.startsWith('Text') && FREE_LINES.includes(name)))

/** Each a row of beginnings of words that must follow one another. */
const PHRASES = Object.values(ASYLUM_WORDS.stems).flatMap((stems) => stems.map(wordsOf))

/**
 * Lower case without marks, and without the difference of i and ı: what Azerbaijani writes with İ and I, other languages write with I and i, and
 * in capitals, or without the right keyboard, nobody can tell.
 */
function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

/** Whether a text has one of the phrases. */
export function namesAsylum(text: string): boolean {
  const words = wordsOf(text)
  return PHRASES.some((phrase) => words.some((_, at) => phrase.every((stem, next) => words[at + next]?.startsWith(stem))))
}

export const ASYLUM_RULES: readonly Rule[] = [
  {
    rule: 'asylum-words',
    on: MESSAGE_TYPES,
    effect: 'flags',
    where: 'any free text',
    expected: ['no word about asylum or international protection', 'sığınacaq və ya beynəlxalq müdafiə barədə heç bir söz'],
    hint: [
      'If this text speaks of asylum or protection, withdraw what was sent and ask the recipient to erase it.',
      'Mətndə sığınacaq və ya müdafiə barədə məlumat varsa, göndərdiyinizi geri götürün və qəbul edəndən onu silməyi xahiş edin.',
    ],
    article: '2',
    broken: (message) =>
      placesIn(message)
        .filter((place) => isFreeText(place) && namesAsylum(String(place.value)))
        .map(({ pointer }) => pointer)
        .toArray(),
  },
]
