import { randomUUID } from 'node:crypto'
import { appendFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Embedded, startEmbedded } from './embedded/start.ts'
import { MIGRATIONS, migrate, migrationsIn } from './migrate.ts'
import { pendingSql } from './migrate-diff.ts'

const SCHEMA = join(import.meta.dirname, 'schema.prisma')

describe('migrations', () => {
  const dataDir = join(tmpdir(), `korpu-migrate-${randomUUID()}`)
  let embedded: Embedded
  let url: string
  let folder: string
  const [FIRST, SECOND, BROKEN] = ['20000101000000_first', '20000102000000_second', '20000103000000_broken'] as const

  const asked = async (at: string, sql: string): Promise<readonly unknown[]> => {
    const client = new Client({ connectionString: at })
    await client.connect()
    const { rows } = await client.query(sql)
    await client.end()
    return rows
  }

  const write = async (name: string, sql: string): Promise<void> => {
    await mkdir(join(folder, name), { recursive: true })
    await writeFile(join(folder, name, 'migration.sql'), sql)
  }

  beforeAll(async () => {
    embedded = await startEmbedded(dataDir)
  })
  afterAll(async () => {
    await embedded?.stop()
    await rm(dataDir, { recursive: true, force: true })
  })
  beforeEach(async () => {
    const name = `m_${randomUUID().replaceAll('-', '')}`
    await asked(embedded.url, `CREATE DATABASE ${name}`)
    url = embedded.url.replace('/postgres?', `/${name}?`)
    folder = await mkdtemp(join(tmpdir(), 'korpu-migrations-'))
    await write(SECOND, `INSERT INTO fruit VALUES ('nar'), ('əncir');`)
    await write(FIRST, 'CREATE TABLE fruit (name text PRIMARY KEY);')
    return () => rm(folder, { recursive: true, force: true })
  })

  it('are applied in order, once', async () => {
    expect(await migrate(url, folder)).toEqual([FIRST, SECOND])
    expect(await migrate(url, folder)).toEqual([])
    expect(await asked(url, 'SELECT name FROM fruit ORDER BY name')).toEqual([{ name: 'nar' }, { name: 'əncir' }])
  })

  it('are applied once, however many processes start together', async () => {
    const applied = await Promise.all(Array.from({ length: 6 }, () => migrate(url, folder)))
    expect(applied.flat()).toEqual([FIRST, SECOND])
  })

  it('are refused when a file was changed after it was applied', async () => {
    await migrate(url, folder)
    await appendFile(join(folder, FIRST, 'migration.sql'), '-- and more')
    await expect(migrate(url, folder)).rejects.toThrow(`${FIRST} was changed`)
  })

  it('that replace a file another way are those that the file had applied', async () => {
    await migrate(url, folder)
    const [first] = await migrationsIn(folder)
    await write(FIRST, `-- was ${first?.checksum}\nCREATE TABLE fruit (name varchar PRIMARY KEY);`)
    expect(await migrate(url, folder)).toEqual([])
  })

  it('are refused when the database is ahead of the program', async () => {
    await migrate(url, folder)
    await rm(join(folder, SECOND), { recursive: true })
    await expect(migrate(url, folder)).rejects.toThrow(SECOND)
  })

  it('say what to look at when the database cannot be reached', async () => {
    await expect(migrate('postgresql://nobody@127.0.0.1:1/none', folder)).rejects.toMatchObject({
      name: 'PlainError',
      hint: expect.stringContaining('DATABASE_URL'),
    })
  })

  it('leave nothing of one that fails', async () => {
    await write(BROKEN, 'CREATE TABLE vegetable (name text); SELECT nonsense;')
    await expect(migrate(url, folder)).rejects.toThrow(BROKEN)
    expect(await asked(url, `SELECT to_regclass('vegetable') AS found`)).toEqual([{ found: null }])
    expect(await asked(url, 'SELECT count(*)::int FROM fruit')).toEqual([{ count: 2 }])
  })

  it('that say so are no transaction: writers go on, others wait, and a broken one begins again', async () => {
    const later = '20000103000000_concurrently'
    const index = `-- concurrently\nDROP INDEX CONCURRENTLY IF EXISTS by_name;\n\nCREATE INDEX CONCURRENTLY by_name ON fruit (name);\n`
    await write(later, `${index}\nSELECT nonsense;`)
    await expect(migrate(url, folder)).rejects.toThrow('could not be finished')
    await write(later, index)
    const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(url, folder)))
    expect(applied.flat()).toEqual([later])
    expect(await asked(url, `SELECT indisvalid AS valid FROM pg_index WHERE indexrelid = 'by_name'::regclass`)).toEqual([{ valid: true }])
  })

  it('of the hub lead to schema.prisma, and the check notices when they do not', { timeout: 90_000 }, async () => {
    const schema = await readFile(SCHEMA, 'utf8')
    expect(await pendingSql(schema)).toBeUndefined()
    await cp(MIGRATIONS, folder, { recursive: true })
    await rm(join(folder, FIRST), { recursive: true })
    await rm(join(folder, SECOND), { recursive: true })
    expect((await migrationsIn(folder)).length).toBeGreaterThan(0)
    const changed = schema.replace(`'retrying'::text, 'held'::text`, `'retrying'::text`)
    expect(changed).not.toBe(schema)
    await write(
      '29990101000000_careless',
      'ALTER TABLE console_approval DROP CONSTRAINT console_approval_two; ALTER TABLE party ADD CHECK (burst > 0);',
    )
    const sql = await pendingSql(changed, folder)
    for (const strayed of ['delivery_due', 'console_approval_two', '(burst > 0)']) expect(sql).toContain(strayed)
  })
})
