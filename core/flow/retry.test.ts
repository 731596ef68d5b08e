import { expect, test } from 'vitest'
import { retryAt } from './retry.ts'

const NOW = new Date('2026-11-21T09:00:00Z')
const SCHEDULE = { firstS: 5, factor: 2, maxS: 60, jitter: 0.2 }
const waitS = (attempt: number, random: number, retryAfterS?: number): number =>
  (retryAt(NOW, attempt, SCHEDULE, retryAfterS, () => random).getTime() - NOW.getTime()) / 1000

test.each([
  [1, 5],
  [2, 10],
  [3, 20],
  [4, 40],
  [5, 60],
  [6, 60],
  [2_000, 60],
])('after attempt %i the wait is %i s, in the middle of its spread', (attempt, seconds) => {
  expect(waitS(attempt, 0.5)).toBe(seconds)
})

test('the spread lies on both sides', () => {
  expect(waitS(1, 0)).toBe(4)
  expect(waitS(1, 1)).toBe(6)
})

test('never earlier than the party asked for, and not later for having been asked to come sooner', () => {
  expect(waitS(1, 0, 120)).toBe(120)
  expect(waitS(4, 0.5, 3)).toBe(40)
})

test('without a schedule there is a usual one', () => {
  expect(retryAt(NOW, 1, undefined, undefined, () => 0.5)).toEqual(new Date('2026-11-21T09:00:05Z'))
})
