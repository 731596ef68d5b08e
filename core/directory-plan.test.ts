import { expect, test } from 'vitest'
import { testDirectory } from '#test/parties.ts'
import { keepingHolds, planOf } from './directory-plan.ts'

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

test('a party that is held stays so when its file is applied again; a withdrawn one is withdrawn', () => {
  const file = testDirectory()
  const turned = (status: 'active' | 'held' | 'withdrawn') => ({ ...file, parties: file.parties.map((party) => ({ ...party, status })) })
  expect(planOf(turned('held'), keepingHolds(turned('held'), file))).toEqual([])
  expect(keepingHolds(turned('held'), turned('withdrawn'))).toEqual(turned('withdrawn'))
  expect(keepingHolds(turned('active'), turned('held'))).toEqual(turned('held'))
})
