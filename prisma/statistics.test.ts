import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { recordCase } from '#test/recorded-case.ts'
import { statisticsContract } from '#test/statistics.contract.ts'
import { STORE_KEYS } from '#test/store-keys.ts'
import { type Database, openDatabase } from './database.ts'
import { MIGRATIONS, migrationsIn } from './migrate.ts'
import { postgresStatistics } from './statistics.ts'

const dataDir = join(tmpdir(), `korpu-statistics-${randomUUID()}`)
let database: Database
beforeAll(async () => {
  database = await openDatabase({ dataDir, owner: true }, STORE_KEYS, 2)
})
afterAll(async () => {
  await database?.close()
  await rm(dataDir, { recursive: true, force: true })
})

statisticsContract(() => ({
  store: database.store,
  statistics: postgresStatistics(database.pool),
  erase: async (id) =>
    void (await database.pool.query(
      'DELETE FROM message_body WHERE message_id IN (SELECT message_id FROM message WHERE conversation_id = $1)',
      [id],
    )),
}))

it('facts of messages that an older hub accepted are read from their bodies by the migration', async () => {
  const grounds = [
    { code: 'TIME_LIMIT', text: 'Şərh' },
    { code: 'OTHER', text: 'Şərh' },
  ]
  // As long as one is connected nothing is encrypted, so that the bodies lie as it left them.
  const older = new Client({ connectionString: database.url, application_name: 'korpu' })
  await older.connect()
  const beside = await openDatabase({ dataDir, owner: false }, STORE_KEYS, 2)
  const id = await recordCase(beside.store, [
    { from: 'de', to: 'az-sms', type: 'readmission-application', day: '2026-09-02' },
    { from: 'az-sms', to: 'de', type: 'readmission-reply', day: '2026-09-09', body: { decision: 'REFUSED', grounds } },
  ])
  await beside.close()
  await older.end()
  const facts = async () =>
    (
      await database.pool.query(
        'SELECT f.* FROM message_facts AS f JOIN message USING (message_id, sender) WHERE conversation_id = $1 ORDER BY number',
        [id],
      )
    ).rows
  const written = await facts()
  expect(written).toMatchObject([
    { category: 'OWN_NATIONAL', grounds: [] },
    { code: 'REFUSED', grounds: ['TIME_LIMIT', 'OTHER'] },
  ])
  await database.pool.query('DELETE FROM message_body WHERE key_id IS NOT NULL')
  await database.pool.query('TRUNCATE message_facts')
  await database.pool.query(await backfill())
  expect(await facts()).toEqual(written)
})

async function backfill(): Promise<string> {
  const sql = (await migrationsIn(MIGRATIONS)).map((migration) => migration.sql).join('\n')
  return sql.slice(sql.indexOf('INSERT INTO message_facts')).split(';')[0] ?? ''
}
