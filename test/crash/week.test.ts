import { randomInt } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Week } from './week.ts'
import { weekOn } from './weeks.ts'

const SEED = Number(process.env.KORPU_TEST_SEED ?? randomInt(2 ** 30))
const TIMEOUT = { timeout: 300_000 }

function expectGood({ faults, ...lived }: Week): void {
  expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0))).toEqual({})
  expect(lived.messages).toBeGreaterThan(20)
  expect(lived.attempts).toBeGreaterThan(lived.takings)
  expect(lived.breakers).toBeGreaterThan(0)
}

it(`keeps every promise in a week in which partners come and go, in memory (KORPU_TEST_SEED=${SEED})`, TIMEOUT, async () => {
  const lived = await weekOn('memory', SEED)
  expectGood(lived)
  expect(lived.expired).toBeGreaterThan(0)
})

it(`keeps every promise in two days in which partners come and go, on PostgreSQL (KORPU_TEST_SEED=${SEED})`, TIMEOUT, async () => {
  expectGood(await weekOn('PostgreSQL', SEED, 2))
})
