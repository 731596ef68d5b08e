/** How well the matching keys find: recall by paper, precision over all spellings of all names, and how many near neighbours they take for the name. */
import { matchingKeysOf } from '#core/names/matching-keys.ts'
import { searchFormOf } from '#core/names/search-form.ts'
import { type Name, neighbourOf, PAPERS, type Random } from './spellings.ts'

type KeysOf = (spelling: string) => readonly string[]

/** What one would do without the keys. */
export const bySearchForm: KeysOf = (spelling) => [searchFormOf(spelling)]
export const byKeys: KeysOf = matchingKeysOf

const meet = (one: readonly string[], other: readonly string[]): boolean => one.some((key) => other.includes(key))

/** Of all names in this paper's spelling, the part that meets the name as it is written today. */
export function recallOf(names: readonly Name[], paper: string, keysOf: KeysOf, random: Random): number {
  const spell = PAPERS[paper]
  if (!spell) throw new RangeError('no such paper')
  return names.filter((name) => meet(keysOf(name.written), keysOf(spell(name, random)))).length / names.length
}

export interface Pairs {
  /** Both of any two spellings of one name, from whatever two papers. */
  readonly recall: number
  /** Of all pairs of spellings that meet, the part that is one name. */
  readonly precision: number
}

export function pairsOf(names: readonly Name[], keysOf: KeysOf, random: Random): Pairs {
  const spelt = names.flatMap((name, owner) =>
    [name.written, ...Object.values(PAPERS).map((spell) => spell(name, random))].map((spelling) => ({ owner, keys: keysOf(spelling) })),
  )
  const byKey = Map.groupBy(
    spelt.flatMap(({ keys }, index) => keys.map((key) => ({ key, index }))),
    ({ key }) => key,
  )
  const found = new Set<number>()
  for (const group of byKey.values())
    for (const { index: one } of group) for (const { index: other } of group) if (one < other) found.add(one * spelt.length + other)
  const isOne = (pair: number) => spelt[Math.floor(pair / spelt.length)]?.owner === spelt[pair % spelt.length]?.owner
  const right = [...found].filter(isOne).length
  const papers = Object.keys(PAPERS).length + 1
  return { recall: right / ((names.length * papers * (papers - 1)) / 2), precision: right / found.size }
}

/** Of names with one letter replaced, the part that is taken for the name. */
export function confusionOf(names: readonly Name[], keysOf: KeysOf, random: Random): number {
  return names.filter((name) => meet(keysOf(name.written), keysOf(neighbourOf(name, random)))).length / names.length
}
