/** A new version migrates while processes of the old one still run: what it adds must not trouble them, and it may take nothing away. */
import { randomUUID } from 'node:crypto'
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { acceptance, auditEvent, deliveryTo, NOW } from '#test/acceptance.ts'
import { STORE_KEYS } from '#test/store-keys.ts'
import { openDatabase } from './database.ts'
import { MIGRATIONS, migrate, migrationsIn } from './migrate.ts'

const dir = join(tmpdir(), `korpu-rolling-${randomUUID()}`)
const LATER = '29990101000000_later'
const LANE = (party: string) => [{ party, free: 1 }]

afterAll(() => rm(dir, { recursive: true, force: true }))

/** What a later version may do: a column in every table, a table, an index. */
const EXPANDING = `
  DO $$ DECLARE known text; BEGIN
    FOR known IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
      EXECUTE format('ALTER TABLE %I ADD COLUMN later text, ADD COLUMN counted integer NOT NULL DEFAULT 0', known);
    END LOOP;
  END $$;
  CREATE TABLE later (id integer PRIMARY KEY);
  CREATE INDEX later_party ON delivery (later);`

test('a process of the old version accepts, delivers and answers on after the migration of a new one', { timeout: 120_000 }, async () => {
  const database = await openDatabase({ dataDir: join(dir, 'database'), owner: true }, STORE_KEYS)
  const { store } = database
  const cycle = async (): Promise<void> => {
    const [pushed, pulled] = [deliveryTo(randomUUID()), deliveryTo(randomUUID())]
    const one = acceptance({ from: 'de', deliveries: [pushed, pulled] })
    expect(await store.accept(one)).toBe('accepted')
    expect((await store.known('de', one.message.messageId, one.conversation.id)).first?.digest).toBe(one.message.digest)
    expect(await store.claim(LANE(pushed.party), 'old', NOW, 1_000)).toHaveLength(1)
    const audit = auditEvent('ContentConsignment', pushed.party, { deliveryId: pushed.deliveryId })
    expect(await store.settle(pushed.deliveryId, { state: 'sent', dueAt: NOW }, { audit })).toBe('settled')
    expect(await store.waiting(pulled.party, 10, NOW)).toHaveLength(1)
    expect(await store.lease(pulled.party, pulled.deliveryId, NOW, 1_000)).toMatchObject({ attempt: 1 })
    expect((await store.message(one.message.messageId, 'de'))?.deliveries).toHaveLength(2)
    expect((await store.directory()).parties).toEqual([])
    expect(await store.due(NOW, 10)).toEqual([])
  }
  try {
    // Every statement is prepared on the old tables, on connections that stay open.
    await cycle()
    const folder = join(dir, 'migrations')
    await cp(MIGRATIONS, folder, { recursive: true })
    await mkdir(join(folder, LATER))
    await writeFile(join(folder, LATER, 'migration.sql'), EXPANDING)
    expect(await migrate(database.url, folder)).toEqual([LATER])
    await cycle()
    await expect(migrate(database.url)).rejects.toThrow(LATER)
  } finally {
    await database.close()
  }
})

test('a migration lets statements under way pass, and comes in when the table is free', { timeout: 60_000 }, async () => {
  const database = await openDatabase({ dataDir: join(dir, 'busy'), owner: true }, STORE_KEYS)
  const reader = new Client({ connectionString: database.url })
  try {
    await reader.connect()
    await reader.query('BEGIN; LOCK TABLE party IN ACCESS SHARE MODE')
    const folder = join(dir, 'busy-migrations')
    await cp(MIGRATIONS, folder, { recursive: true })
    await mkdir(join(folder, LATER))
    await writeFile(join(folder, LATER, 'migration.sql'), 'ALTER TABLE party ADD COLUMN later text')
    const migrated = migrate(database.url, folder)
    await new Promise((resolve) => setTimeout(resolve, 2_500))
    await reader.query('COMMIT')
    expect(await migrated).toEqual([LATER])
  } finally {
    await reader.end()
    await database.close()
  }
})

/** What an old process would stumble over. */
const TAKES_AWAY =
  /\b(DROP\s+(TABLE|COLUMN|CONSTRAINT)|RENAME\s|ALTER\s+COLUMN\s+\S+\s+(SET\s+NOT\s+NULL|TYPE|SET\s+DATA\s+TYPE))|\bADD\s+COLUMN\s+\S+\s+(?:(?!,|;|DEFAULT).)*NOT\s+NULL(?!\s+DEFAULT)/is

test('no migration takes away what processes of the version before still use, unless it says since when they do not', async () => {
  const taking = (await migrationsIn(MIGRATIONS)).filter(({ sql }) => TAKES_AWAY.test(sql) && !/^-- contract: not used since /m.test(sql))
  expect(taking.map(({ name }) => name)).toEqual([])
  for (const sql of [
    'ALTER TABLE "party" DROP COLUMN "url"',
    'ALTER TABLE "party" RENAME COLUMN "url" TO "address"',
    'ALTER TABLE "party" ALTER COLUMN "url" SET NOT NULL',
    'ALTER TABLE "party" ADD COLUMN     "x" TEXT NOT NULL;',
  ]) {
    expect(sql).toMatch(TAKES_AWAY)
  }
  expect('ALTER TABLE "party" ADD COLUMN "x" TEXT NOT NULL DEFAULT 0, ADD COLUMN "y" TEXT').not.toMatch(TAKES_AWAY)
})
