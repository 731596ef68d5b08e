import { expect, test } from 'vitest'
import { isLong, LONG_TIMEOUT_MS } from '#test/long.ts'
import { fuzz } from './fuzz.ts'
import { mutated, randomOf } from './mutate.ts'
import { targets } from './targets.ts'

const INPUTS = isLong ? 20_000 : 150

test('the same seed makes the same bytes, another seed others', () => {
  const seeds = [Buffer.from('<Message><Body>Şıxəliyeva</Body></Message>')]
  expect(mutated(seeds, randomOf(7))).toEqual(mutated(seeds, randomOf(7)))
  expect(new Set(Array.from({ length: 50 }, (_, seed) => mutated(seeds, randomOf(seed)).toString('hex'))).size).toBeGreaterThan(40)
})

test('a reader that breaks or hangs is found', async () => {
  const broken = { name: 'broken', seeds: [Buffer.from('abc')], read: () => JSON.parse('{') as unknown }
  expect((await fuzz(broken, 1, 2)).found).toHaveLength(2)
})

test.each(await targets())(
  '$name refuses wrong bytes in order and in time, and breaks at none',
  { timeout: LONG_TIMEOUT_MS * 4 },
  async (target) => {
    const { found, refused, inputs } = await fuzz(target, 1, INPUTS)
    expect(found).toEqual([])
    expect(refused).toBeLessThanOrEqual(inputs)
  },
)
