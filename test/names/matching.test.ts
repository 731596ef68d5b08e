import { expect, test } from 'vitest'
import { byKeys, bySearchForm, confusionOf, pairsOf, recallOf } from './measure.ts'
import { namesOf, PAPERS, randomOf } from './spellings.ts'

const SEED = 19911018
const names = namesOf(randomOf(SEED), 200)

/** The least that the keys must find, paper by paper; docs/names.md has the figures measured. */
const LEAST: Readonly<Record<string, number>> = {
  'Russian, as heard': 0.99,
  'Russian as heard, ICAO Latin': 0.99,
  // Duden writes з as s and ж as sch: what was z or j cannot be told any more.
  'German from Russian (Duden)': 0.75,
}

const percent = (part: number): string => `${(part * 100).toFixed(1)} %`
const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`

test.each(Object.keys(PAPERS))('names written in this paper are found: %s', (paper) => {
  expect(recallOf(names, paper, byKeys, randomOf(SEED))).toBeGreaterThanOrEqual(LEAST[paper] ?? 1)
})

test('spellings of one name meet, those of different names seldom do', () => {
  const keys = pairsOf(names, byKeys, randomOf(SEED))
  const plain = pairsOf(names, bySearchForm, randomOf(SEED))
  const confusion = [byKeys, bySearchForm].map((keysOf) => confusionOf(names, keysOf, randomOf(SEED)))
  const papers = Object.keys(PAPERS).map((paper) => {
    const found = [byKeys, bySearchForm].map((keysOf) => percent(recallOf(names, paper, keysOf, randomOf(SEED))))
    return row(paper, ...found)
  })
  const lines = [
    row(`${names.length} names`, 'matching keys', 'search form'),
    row('---', '---', '---'),
    ...papers,
    row('any two papers', percent(keys.recall), percent(plain.recall)),
    row('precision, all spellings of all names', percent(keys.precision), percent(plain.precision)),
    row('one letter replaced, still met', ...confusion.map(percent)),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  expect(keys.recall).toBeGreaterThanOrEqual(0.95)
  expect(keys.precision).toBeGreaterThanOrEqual(0.93)
  expect(confusion[0]).toBeLessThanOrEqual(0.08)
})
