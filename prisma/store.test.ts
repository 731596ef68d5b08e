import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, type Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { AuditLink } from '#core/evidence/chain.ts'
import { auditEvent, NOW } from '#test/acceptance.ts'
import { type StoreUnderTest, storeContract } from '#test/store.contract.ts'
import { STORE_KEYS } from '#test/store-keys.ts'
import { replaceDirectory } from './admin.ts'
import { verifyAudit } from './audit.ts'
import { confirm, withdraw } from './confirm.ts'
import { type Database, openDatabase } from './database.ts'
import { startEmbedded } from './embedded/start.ts'

async function linksOf(pool: Pool, party: string): Promise<readonly AuditLink[]> {
  const { rows } = await pool.query(
    `SELECT party, lane, number::float8 AS number, head, event, at, message_id AS "messageId", delivery_id AS "deliveryId", digest, code, by, reason
    FROM audit_link WHERE party = $1 ORDER BY lane, number`,
    [party],
  )
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as AuditLink)
}

function underTest(database: Database, close: () => Promise<unknown>): StoreUnderTest {
  return {
    store: database.store,
    operations: database.operations,
    replaceDirectory: async (data) => void (await replaceDirectory(database.url, data)),
    confirm: async (confirmation) => void (await confirm(database.pool, confirmation, 'Nərgiz', NOW)),
    withdraw: async (confirmation) => void (await withdraw(database.pool, confirmation, 'İlqar', NOW)),
    links: (party) => linksOf(database.pool, party),
    close: async () => {
      // The suite has left chains of every kind behind: all of them hold.
      const verdict = await verifyAudit(database.pool)
      expect(verdict.broken).toEqual([])
      expect(verdict.links).toBeGreaterThan(100)
      await database.close()
      await close()
    },
  }
}

const folder = (): string => join(tmpdir(), `korpu-store-${randomUUID()}`)

storeContract('on the embedded PostgreSQL', async () => {
  const dataDir = folder()
  const database = await openDatabase({ dataDir, owner: true }, STORE_KEYS)
  return underTest(database, () => rm(dataDir, { recursive: true, force: true }))
})

const SERVER = await serverUrl()

if (SERVER === undefined) {
  const test = process.env.KORPU_TEST_REQUIRE === 'all' ? it : it.skip
  test('the store, on a PostgreSQL server: left out, there is none (KORPU_TEST_DATABASE_URL, or 127.0.0.1:5432)', () => {
    expect.fail('KORPU_TEST_REQUIRE=all asks for a PostgreSQL server')
  })
} else {
  storeContract('on a PostgreSQL server', async () => {
    const name = `korpu_test_${randomUUID().replaceAll('-', '')}`
    await asked(SERVER, `CREATE DATABASE ${name}`)
    const url = new URL(SERVER)
    url.pathname = name
    const database = await openDatabase({ url: url.href }, STORE_KEYS)
    return underTest(database, () => asked(SERVER, `DROP DATABASE ${name} WITH (FORCE)`))
  })
}

async function serverUrl(): Promise<string | undefined> {
  const url = process.env.KORPU_TEST_DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres'
  return asked(url, 'SELECT 1').then(
    () => url,
    () => undefined,
  )
}

async function asked(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
  client.on('error', () => {})
  await client.connect()
  await client.query(sql)
  await client.end()
}

describe('the store on PostgreSQL', () => {
  const dataDir = folder()
  let database: Database
  beforeAll(async () => {
    database = await openDatabase({ dataDir, owner: true }, STORE_KEYS, 1)
  })
  afterAll(async () => {
    await database?.close()
    await rm(dataDir, { recursive: true, force: true })
  })

  it.each([
    ['de', 'changed', `UPDATE audit_link SET code = 'RULE_BROKEN' WHERE party = 'de' AND number = 2`, 2],
    ['fr', 'taken out', `DELETE FROM audit_link WHERE party = 'fr' AND number = 2`, 2],
    ['pl', 'cut off the end', `DELETE FROM audit_link WHERE party = 'pl' AND number = 3`, 3],
  ])('notices when a link of the audit trail of %s was %s', async (party, _, tampering, number) => {
    const { store, pool } = database
    for (let n = 0; n < 3; n++) await store.refused(auditEvent('SubmissionRejection', party, { code: 'SIGNATURE_INVALID' }))
    const { broken: before } = await verifyAudit(pool)
    await pool.query(tampering)
    const { broken } = await verifyAudit(pool)
    expect(broken.filter((link) => link.party === party)).toEqual([{ party, lane: 0, number }])
    expect(broken).toHaveLength(before.length + 1)
  })

  it('says that it is unavailable when no connection becomes free', async () => {
    const busy = await database.pool.connect()
    await expect(database.store.directoryRevision()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
    busy.release()
    expect(await database.store.directoryRevision()).toBe(0)
  })

  it('outlives a connection that breaks between two statements of a transaction', async () => {
    const held = await database.pool.connect()
    const { rows } = await held.query<{ readonly pid: number }>('SELECT pg_backend_pid() AS pid')
    await asked(database.url, `SELECT pg_terminate_backend(${rows[0]?.pid})`)
    await vi.waitFor(() => expect(held.query('COMMIT')).rejects.toThrow(), { timeout: 5_000 })
    await sleep(100)
    held.release(true)
    expect(await database.store.directoryRevision()).toBe(0)
  })

  it('says that it is unavailable while the database is gone, and comes back with it', async () => {
    const { store } = database
    const { stop } = await startEmbedded(dataDir)
    await stop()
    await expect(store.directoryRevision()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE', retryAfterS: 5 })
    await expect(store.directory()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
    await expect(store.refused(auditEvent('SubmissionRejection', 'de'))).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
    await startEmbedded(dataDir)
    await store.refused(auditEvent('SubmissionRejection', 'de'))
    expect(await store.directoryRevision()).toBe(0)
  })
})
