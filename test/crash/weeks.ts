/** Simulated weeks, one after another, in memory and on PostgreSQL in turn. */
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '#prisma/database.ts'
import { memoryHub } from '#test/hub.ts'
import { STORE_KEYS } from '#test/store-keys.ts'
import { diceOf } from './dice.ts'
import { type Week, week } from './week.ts'

export const STORES = ['memory', 'PostgreSQL'] as const
export type StoreKind = (typeof STORES)[number]

export async function weekOn(store: StoreKind, seed: number, days = 7): Promise<Week> {
  if (store === 'memory') return week(await memoryHub(), diceOf(seed), days)
  const dataDir = join(tmpdir(), `korpu-week-${randomUUID()}`)
  const database = await openDatabase({ dataDir, owner: true }, STORE_KEYS, 4)
  try {
    return await week(await memoryHub({ store: () => database.store }), diceOf(seed), days)
  } finally {
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
