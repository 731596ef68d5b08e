import { afterEach, expect, it } from 'vitest'
import { cleanUp, newFolder } from '#test/e2e/running.ts'
import { rollHubs } from './rolling.ts'

afterEach(cleanUp)

it('two hubs stopped and killed in turn: no sender gets a 5xx but 503 with Retry-After, and nothing is lost', {
  timeout: 300_000,
}, async () => {
  const rolled = await rollHubs({ seconds: 15, dir: newFolder(), ports: [18_542, 18_543] })
  expect([rolled.wrong, rolled.faults]).toEqual([[], []])
  expect(rolled.messages).toBeGreaterThan(10)
  expect(rolled.stops).toBeGreaterThan(0)
})
