import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PartyRecord } from '#core/directory.ts'
import type { Outcome } from '#core/ports.ts'
import { acceptance, at, auditEvent, deliveryTo, NOW } from '#test/acceptance.ts'
import { testDirectory } from '#test/parties.ts'
import { STORE_KEYS } from '#test/store-keys.ts'
import { replaceDirectory } from './admin.ts'
import { type Database, openDatabase } from './database.ts'
import { figures, runningLimits } from './figures.ts'

const dataDir = join(tmpdir(), `korpu-figures-${randomUUID()}`)
let database: Database
beforeAll(async () => {
  database = await openDatabase({ dataDir, owner: true }, STORE_KEYS, 2)
})
afterAll(async () => {
  await database?.close()
  await rm(dataDir, { recursive: true, force: true })
})

describe('the figures of a hub', () => {
  it('tell for every party what waits, since when, and what waits for an operator', async () => {
    const { store, operations, pool } = database
    const [party] = testDirectory().parties
    const partyOf = (id: string): PartyRecord => ({ ...(party as PartyRecord), id, certificates: [] })
    await replaceDirectory(database.url, { parties: ['busy', 'held', 'idle'].map(partyOf), agreements: [] })
    const outcomes: readonly (Outcome | undefined)[] = [
      undefined,
      { state: 'dead', code: 'RECIPIENT_REFUSED' },
      { state: 'held', code: 'DELIVERY_QUARANTINED', dueAt: at(3600), holds: 'delivery' },
    ]
    for (const [number, outcome] of outcomes.entries()) {
      const delivery = deliveryTo('busy', { expiresAt: at(7200) })
      await store.accept(acceptance({ from: 'de', deliveries: [delivery], receivedAt: at(-100 + number) }))
      if (outcome) await store.settle(delivery.deliveryId, outcome, { audit: auditEvent('ContentHandover', 'busy') })
    }
    await operations.hold('held', { by: 'nergiz', reason: 'texniki işlər', at: NOW })
    await store.breakers.failed('idle', { at: at(-7), limit: 1, probe: undefined, probeAt: at(60) })
    const now = await figures(pool, NOW)
    const quiet = { status: 'active', waiting: 0, oldest: undefined, dead: 0, quarantined: 0, silentSince: undefined }
    expect(now.parties).toEqual([
      { ...quiet, party: 'busy', waiting: 2, oldest: at(-100), dead: 1, quarantined: 1 },
      { ...quiet, party: 'held', status: 'held' },
      { ...quiet, party: 'idle', silentSince: at(-7) },
    ])
    expect(now.auditLinks).toBeGreaterThanOrEqual(6)
    for (const bytes of [now.databaseBytes, now.attachmentBytes, now.auditBytes]) expect(bytes).toBeGreaterThan(0)
  })

  it('tell since when a clock is due, and which limits run', async () => {
    const { pool } = database
    expect(await figures(pool, NOW)).toMatchObject({ clockDueSince: undefined })
    expect(await runningLimits(pool)).toEqual([])
    for (const clock of [at(-50), at(60), undefined].map((lookAt, number) => ({ number, lookAt }))) {
      await pool.query(
        `INSERT INTO clock (conversation_id, clock_id, rule_set, rule_set_version, limit_row, started_by, state, opened_at, warn_at, time_zone, extensions,
          confidence, confirmed, open_years, look_at)
        VALUES ((SELECT id FROM conversation LIMIT 1), $1, 'eu-az-2014', 1, $2, gen_random_uuid(), 'running', now(), '{}', 'Asia/Baku', 0, 'GK', false, '{}', $3)`,
        [`${clock.number}`, clock.lookAt === undefined ? 'T9' : 'T7', clock.lookAt ?? null],
      )
    }
    expect((await figures(pool, NOW)).clockDueSince).toEqual(at(-50))
    expect(await runningLimits(pool)).toEqual([{ ruleSet: 'eu-az-2014', ruleSetVersion: 1, limit: 'T7', openYears: [] }])
  })
})
