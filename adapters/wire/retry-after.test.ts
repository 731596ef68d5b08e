import { expect, test } from 'vitest'
import { retryAfterOf } from './retry-after.ts'

const NOW = new Date('2026-11-21T09:00:00Z')

test.each([
  ['120', 120],
  ['0', 0],
  ['Sat, 21 Nov 2026 09:02:00 GMT', 120],
  ['Saturday, 21-Nov-26 09:02:00 GMT', 120],
  ['Sat, 21 Nov 2026 08:00:00 GMT', 0],
  ['9999999', 86_400],
  ['Sat, 21 Nov 2037 09:00:00 GMT', 86_400],
  ['sabah', undefined],
  ['', undefined],
  [undefined, undefined],
])('Retry-After %j asks for %j seconds', (header, seconds) => {
  expect(retryAfterOf(header, NOW)).toBe(seconds)
})
