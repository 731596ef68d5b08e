import { randomInt, randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '#prisma/database.ts'
import { memoryHub } from '#test/hub.ts'
import { STORE_KEYS } from '#test/store-keys.ts'
import { diceOf } from './dice.ts'
import { type Week, week } from './week.ts'

const SEED = Number(process.env.KORPU_TEST_SEED ?? randomInt(2 ** 30))
const TIMEOUT = { timeout: 300_000 }

function expectGood({ faults, ...lived }: Week): void {
  expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0))).toEqual({})
  expect(lived.messages).toBeGreaterThan(20)
  expect(lived.attempts).toBeGreaterThan(lived.takings)
  expect(lived.breakers).toBeGreaterThan(0)
}

it(`keeps every promise in a week in which partners come and go, in memory (KORPU_TEST_SEED=${SEED})`, TIMEOUT, async () => {
  const lived = await week(await memoryHub(), diceOf(SEED))
  expectGood(lived)
  expect(lived.expired).toBeGreaterThan(0)
})

it(`keeps every promise in two days in which partners come and go, on PostgreSQL (KORPU_TEST_SEED=${SEED})`, TIMEOUT, async () => {
  const dataDir = join(tmpdir(), `korpu-week-${randomUUID()}`)
  const database = await openDatabase({ dataDir, owner: true }, STORE_KEYS, 4)
  try {
    expectGood(await week(await memoryHub({ store: () => database.store }), diceOf(SEED), 2))
  } finally {
    await database.close()
    await rm(dataDir, { recursive: true, force: true })
  }
})
