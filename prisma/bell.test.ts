import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { STORE_KEYS } from '#test/store-keys.ts'
import { type Bell, hangBell } from './bell.ts'
import { type Database, openDatabase } from './database.ts'

const dataDir = join(tmpdir(), `korpu-bell-${randomUUID()}`)
const heard: string[] = []
let near: Database
let far: Database
let here: Bell
let there: Bell

beforeAll(async () => {
  near = await openDatabase({ dataDir, owner: true }, STORE_KEYS)
  far = await openDatabase({ dataDir, owner: false }, STORE_KEYS)
  here = hangBell(near, () => undefined)
  there = hangBell(far, (party) => heard.push(party))
})

afterAll(async () => {
  await here?.close()
  await there?.close()
  await far?.close()
  await near?.close()
  await rm(dataDir, { recursive: true, force: true })
})

const rung = async (party: string): Promise<void> => {
  await vi.waitFor(
    () => {
      here.ring([party])
      expect(heard).toContain(party)
    },
    { timeout: 15_000, interval: 50 },
  )
}

test('what one process rings, another one hears', async () => {
  await rung('az-mfa')
  heard.length = 0
  here.ring(['az-mia', 'az-sbs'])
  await vi.waitFor(() => expect(heard).toEqual(expect.arrayContaining(['az-mia', 'az-sbs'])))
})

test('many rings at once are told in few, and none is lost', async () => {
  await rung('first')
  heard.length = 0
  const parties = Array.from({ length: 200 }, (_, number) => `p-${number}`)
  for (const party of [...parties, ...parties]) here.ring([party])
  await vi.waitFor(() => expect(heard).toEqual(expect.arrayContaining(parties)))
  expect(heard.length).toBeLessThan(parties.length * 2)
})

test('a bell that lost its connection listens again', async () => {
  await near.pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'korpu bell'`)
  await rung('again')
})
