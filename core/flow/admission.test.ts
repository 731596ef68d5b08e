import { expect, test } from 'vitest'
import { MESSAGE_LIMIT_BYTES } from '#core/inbound.ts'
import { memoryHub } from '#test/hub.ts'
import { admission } from './admission.ts'

const LIMITS = { roomBytes: 64 * 2 ** 20, turns: 16 }

async function doorWith(allowance: { readonly perSecond: number; readonly burst: number; readonly atOnce: number }) {
  const { hub, clock } = await memoryHub()
  const door = admission(clock, LIMITS)
  const party = (id: string) => {
    const found = hub.directory().party(id)
    if (!found) throw new Error(`${id} is a party of the test`)
    return { ...found, allowance }
  }
  return { door, clock, enter: (id: string) => door.enter(party(id)) }
}

const RATE_LIMITED = expect.objectContaining({ code: 'RATE_LIMITED' })

test('after a burst a party is let in as fast as allowed, and told how long to wait', async () => {
  const { enter, clock } = await doorWith({ perSecond: 0.5, burst: 2, atOnce: 100 })
  enter('xa')
  enter('xa')
  expect(() => enter('xa')).toThrow(expect.objectContaining({ code: 'RATE_LIMITED', retryAfterS: 2 }))
  expect(() => enter('xb')).not.toThrow()
  clock.move(2)
  enter('xa')
  expect(() => enter('xa')).toThrow(RATE_LIMITED)
  clock.move(1_000)
  enter('xa')
  enter('xa')
  expect(() => enter('xa')).toThrow(RATE_LIMITED)
})

test('a clock that is set back takes nothing away', async () => {
  const { enter, clock } = await doorWith({ perSecond: 1, burst: 2, atOnce: 100 })
  enter('xa')
  clock.move(-3_600)
  expect(() => enter('xa')).not.toThrow()
})

test('as many requests of a party are under way as allowed', async () => {
  const { enter } = await doorWith({ perSecond: 100, burst: 100, atOnce: 2 })
  const first = enter('xa')
  enter('xa')
  expect(() => enter('xa')).toThrow(RATE_LIMITED)
  first[Symbol.dispose]()
  expect(() => enter('xa')).not.toThrow()
})

test('the largest message is worked on alone, small ones beside each other', async () => {
  const { door } = await doorWith({ perSecond: 1, burst: 1, atOnce: 1 })
  expect([1, 4_096, MESSAGE_LIMIT_BYTES / 2, MESSAGE_LIMIT_BYTES].map(door.weightOf)).toEqual([1, 1, 8, 16])
})
