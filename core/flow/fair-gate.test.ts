import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fairGate } from './fair-gate.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Lets promises that are ready run on. */
const settled = () => vi.advanceTimersByTimeAsync(0)

/** Everybody who comes is written down when let in, with what it takes to let them go. */
function watched(limits: Parameters<typeof fairGate>[0]) {
  const gate = fairGate(limits)
  const inside: { readonly name: string; readonly held: Disposable }[] = []
  const refused: string[] = []
  const come = (party: string, units = 1): void => {
    gate.enter(party, units).then(
      (held) => void inside.push({ name: party, held }),
      ({ code }) => void refused.push(`${party} ${code}`),
    )
  }
  return { come, inside, refused, names: () => inside.map(({ name }) => name) }
}

test('parties take turns, however long the queue of one is', async () => {
  const { come, inside, names } = watched({ capacity: 1, share: 1, queue: 100, waitMs: 5_000 })
  for (let n = 0; n < 50; n++) come('flood')
  come('de')
  come('pl')
  for (let n = 0; n < 5; n++) {
    await settled()
    inside[n]?.held[Symbol.dispose]()
  }
  expect(names().slice(0, 5)).toEqual(['flood', 'flood', 'de', 'pl', 'flood'])
})

test('one party cannot take more than its share, and is told that it is too fast', async () => {
  const { come, names, refused } = watched({ capacity: 4, share: 2, queue: 100, waitMs: 5_000 })
  for (let n = 0; n < 3; n++) come('flood')
  come('de')
  await settled()
  expect(names()).toEqual(['flood', 'flood', 'de'])
  await vi.advanceTimersByTimeAsync(5_000)
  expect(refused).toEqual(['flood RATE_LIMITED'])
})

test('who waits for what others have is told that the hub is busy', async () => {
  const { come, refused } = watched({ capacity: 2, share: 2, queue: 100, waitMs: 5_000 })
  come('flood', 2)
  come('de')
  await vi.advanceTimersByTimeAsync(4_999)
  expect(refused).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(refused).toEqual(['de HUB_BUSY'])
})

test('a queue that is full refuses at once', async () => {
  const { come, refused } = watched({ capacity: 1, share: 1, queue: 2, waitMs: 5_000 })
  for (let n = 0; n < 4; n++) come('flood')
  await settled()
  expect(refused).toEqual(['flood RATE_LIMITED'])
})

test('nobody overtakes a large request whose turn it is', async () => {
  const { come, inside, names } = watched({ capacity: 4, share: 4, queue: 100, waitMs: 5_000 })
  come('de')
  come('flood', 4)
  come('pl')
  await settled()
  expect(names()).toEqual(['de'])
  inside[0]?.held[Symbol.dispose]()
  await settled()
  expect(names()).toEqual(['de', 'flood'])
  inside[1]?.held[Symbol.dispose]()
  await settled()
  expect(names()).toEqual(['de', 'flood', 'pl'])
})

test('room that is given back twice is counted once', async () => {
  const { come, inside, names } = watched({ capacity: 1, share: 1, queue: 100, waitMs: 5_000 })
  come('de')
  await settled()
  inside[0]?.held[Symbol.dispose]()
  inside[0]?.held[Symbol.dispose]()
  come('de')
  come('de')
  await settled()
  expect(names()).toHaveLength(2)
})

test('a waiter that gives up leaves its place to those behind it', async () => {
  const { come, inside, names } = watched({ capacity: 2, share: 2, queue: 100, waitMs: 5_000 })
  come('de')
  come('pl', 2)
  await vi.advanceTimersByTimeAsync(1_000)
  come('fr')
  await vi.advanceTimersByTimeAsync(4_000)
  expect(names()).toEqual(['de', 'fr'])
  inside[0]?.held[Symbol.dispose]()
})

test('a request larger than the share is let in as the only one of its party', async () => {
  const { come, inside, names } = watched({ capacity: 4, share: 1, queue: 100, waitMs: 5_000 })
  come('de', 3)
  come('de')
  await settled()
  expect(names()).toEqual(['de'])
  inside[0]?.held[Symbol.dispose]()
  await settled()
  expect(names()).toEqual(['de', 'de'])
})
