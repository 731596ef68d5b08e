import { expect, test } from 'vitest'
import { testDirectory } from '#test/parties.ts'
import { planOf } from './directory-plan.ts'

test('the same directory again changes nothing, in whatever order it is written', () => {
  const now = testDirectory()
  const turned = { ...now, parties: now.parties.toReversed(), agreements: now.agreements.toReversed() }
  expect(planOf(now, turned)).toEqual([])
})

test('what comes, changes and goes has a line each', () => {
  const now = testDirectory()
  const [first, second, ...others] = now.parties
  if (!first || !second) throw new Error('the test directory has parties')
  const next = { ...now, parties: [{ ...first, title: 'Başqa ad' }, { ...second, id: 'xz' }, ...others] }
  expect(planOf(now, next)).toEqual([`+ party xz`, `~ party ${first.id}`, `- party ${second.id}`])
})
