/** The server goes away while a hub opens its database: the hub says so in its own words and leaves nothing behind; the next start is a usual one. */
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { HubError } from '#core/errors.ts'
import { PlainError } from '#core/plain-error.ts'
import { openStretch, type Stretch } from '#test/crash/stretch.ts'
import { STORE_KEYS } from '#test/store-keys.ts'
import { openDatabase } from './database.ts'
import { type Embedded, startEmbedded } from './embedded/start.ts'

const folder = join(tmpdir(), `korpu-lost-${randomUUID()}`)
let server: Embedded
let way: Stretch
let url: string
beforeAll(async () => {
  server = await startEmbedded(folder)
  const there = new URL(server.url.replace('@/', '@localhost/'))
  way = await openStretch([{ path: join(there.searchParams.get('host') ?? '', '.s.PGSQL.5432') }])
  url = `postgresql://${there.username}:${there.password}@127.0.0.1:${way.port}${there.pathname}`
})
afterAll(async () => {
  await way?.close()
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Each start gets further, for what was migrated stays. */
const MOMENTS_MS = [5, 20, 50, 100, 200, 300, 400, 500, 600]
/** Nothing about the migration that happened to be under way. */
const SENTENCE = /^The (database|hub cannot store messages)/

it.each(MOMENTS_MS)('is told by a plain sentence when the server is lost %i ms after the start began', { timeout: 60_000 }, async (ms) => {
  const lost = setTimeout(() => way.become('cut'), ms)
  const opening = openDatabase({ url }, STORE_KEYS, 2)
  const fault = await opening.then(
    async (database) => {
      await database.close()
      return 'it was there already'
    },
    (cause: unknown) => cause,
  )
  clearTimeout(lost)
  way.become('well')
  if (fault === 'it was there already') return
  expect(fault instanceof PlainError || (fault instanceof HubError && fault.code === 'STORE_UNAVAILABLE'), String(fault)).toBe(true)
  expect(String((fault as Error).message)).toMatch(SENTENCE)
  expect(JSON.stringify(fault, Object.getOwnPropertyNames(fault))).not.toContain(new URL(url).password)
})

it('opens as usual afterwards', { timeout: 60_000 }, async () => {
  const database = await openDatabase({ url }, STORE_KEYS, 2)
  expect(await database.store.directoryRevision()).toBeGreaterThanOrEqual(0)
  await database.close()
})
