import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { RULES } from '#core/rules/agreement.ts'
import { euAz2014 } from '#schemas/agreements/eu-az-2014.ts'
import { ARTICLES, articlesOf } from './articles.ts'

const numbers = ARTICLES.map(({ number }) => number)

test('every article and every annex of the agreement has a row', () => {
  const articles = Array.from({ length: 24 }, (_, index) => String(index + 1))
  const annexes = Array.from({ length: 6 }, (_, index) => `annex ${index + 1}`)
  expect(numbers).toEqual([...articles, ...annexes])
})

test('every rule and every limit names an article that has a row', () => {
  const named = [...RULES, ...Object.values(euAz2014.limits)].flatMap(({ article }) => articlesOf(article))
  expect(named.filter((number) => !numbers.includes(number))).toEqual([])
})

test('what the hub does about an article is proved by a test, and an article of which it does nothing says why', () => {
  for (const { number, does, proof, open } of ARTICLES) {
    if (number === '24') continue
    expect({ number, told: does === '' ? open !== undefined : proof.length > 0 }).toEqual({ number, told: true })
  }
})

describe('the tests that are named exist', () => {
  const named = new Set(ARTICLES.flatMap(({ proof }) => proof.map(([file, name]) => `${file}: ${name}`)))

  test.each([...named])('%s', (proof) => {
    const [file = '', name = ''] = proof.split(/: (.*)/)
    const titles = [...readFileSync(file, 'utf8').matchAll(/'((?:[^'\\]|\\.)*)'/g)].map(([, title]) => title)
    expect(titles).toContain(name)
  })
})

test('references of every form are understood', () => {
  expect(articlesOf('3(4), 5(4)')).toEqual(['3', '5'])
  expect(articlesOf('2 to 4')).toEqual(['2', '3', '4'])
  expect(articlesOf('9, annexes 1 and 2')).toEqual(['9', 'annex 1', 'annex 2'])
})
