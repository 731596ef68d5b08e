import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { chown, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { CLONE_IS_REACHABLE, NOBODY, ROOT, UNLESS_REACHABLE } from '#test/ordinary-account.ts'
import { startEmbedded } from './start.ts'

describe('the embedded PostgreSQL', () => {
  const folders: string[] = []
  const folder = (name = `korpu-embedded-${randomUUID()}`): string => {
    const made = join(tmpdir(), name)
    folders.push(made)
    return made
  }

  afterEach(async () => {
    for (const made of folders.splice(0)) {
      const pid = pidIn(made)
      if (pid !== undefined) await killed(pid)
      rmSync(made, { recursive: true, force: true })
    }
  })

  it('starts in an empty folder, opens no port, and keeps the password to itself', async () => {
    const dataDir = folder()
    const { url, startedHere, stop } = await startEmbedded(dataDir)
    expect(startedHere).toBe(true)
    expect(await asked(url, 'SHOW fsync')).toEqual([{ fsync: 'on' }])
    expect(await asked(url, 'SHOW synchronous_commit')).toEqual([{ synchronous_commit: 'on' }])
    expect(await asked(url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '' }])
    expect(await asked(url, 'SHOW server_encoding')).toEqual([{ server_encoding: 'UTF8' }])
    expect(statSync(join(dataDir, 'postgres.password')).mode & 0o777).toBe(0o600)
    await expect(asked(url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow('password')
    await stop()
    await expect(asked(url, 'SELECT 1')).rejects.toThrow()
  })

  it('finds its data again after it was stopped', async () => {
    const dataDir = folder()
    const first = await startEmbedded(dataDir)
    await keep(first.url)
    await first.stop()
    const second = await startEmbedded(dataDir)
    expect([second.startedHere, second.url]).toEqual([true, first.url])
    expect(await kept(second.url)).toBe(true)
  })

  it('finds its data again after it was killed', async () => {
    const dataDir = folder()
    const first = await startEmbedded(dataDir)
    await keep(first.url)
    process.kill(pidIn(dataDir) ?? 0, 'SIGKILL')
    const second = await startEmbedded(dataDir)
    expect(await kept(second.url)).toBe(true)
  })

  it('is taken over, still running, by the next hub when a hub was killed', async () => {
    const dataDir = folder()
    const hub = await startedElsewhere(dataDir)
    const pid = pidIn(dataDir)
    await killed(hub.pid ?? 0)
    const next = await startEmbedded(dataDir)
    expect([next.startedHere, pidIn(dataDir)]).toEqual([false, pid])
    await next.stop()
    expect(pidIn(dataDir)).toBeUndefined()
  })

  it('is one, however many start it together', async () => {
    const dataDir = folder()
    const started = await Promise.all([startEmbedded(dataDir), startEmbedded(dataDir), startEmbedded(dataDir)])
    expect(new Set(started.map(({ url }) => url)).size).toBe(1)
    for (const { url } of started) expect(await asked(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it('starts although its pid file names another process', async () => {
    const dataDir = folder()
    const first = await startEmbedded(dataDir)
    await first.stop()
    writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), `${process.ppid}\n${dataDir}/postgres\n1700000000\n5432\n\n\n`)
    expect((await startEmbedded(dataDir)).startedHere).toBe(true)
  })

  it('puts its socket elsewhere when the path of the data folder is too long for one', async () => {
    const dataDir = join(folder(), 'ə'.repeat(50))
    const { url, stop } = await startEmbedded(dataDir)
    expect(decodeURIComponent(url)).toContain(join(tmpdir(), 'korpu-'))
    expect(await asked(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await stop()
    rmSync(decodeURIComponent(url).replace(/.*host=/, ''), { recursive: true })
  })

  it('begins its log anew when that has grown past 10 MB', async () => {
    const dataDir = folder()
    mkdirSync(dataDir)
    writeFileSync(join(dataDir, 'postgres.log'), Buffer.alloc(11 * 1024 * 1024))
    await startEmbedded(dataDir)
    expect(statSync(join(dataDir, 'postgres.log')).size).toBeLessThan(100_000)
  })

  it('refuses a folder that another PostgreSQL made, and says what to do', async () => {
    const dataDir = folder()
    const { stop } = await startEmbedded(dataDir)
    await stop()
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '17\n')
    await expect(startEmbedded(dataDir)).rejects.toMatchObject({
      name: 'PlainError',
      message: expect.stringContaining('PostgreSQL 17'),
      hint: expect.stringContaining('korpu backup'),
    })
  })

  it('refuses to go on without its password, and says what to do', async () => {
    const dataDir = folder()
    const { stop } = await startEmbedded(dataDir)
    await stop()
    rmSync(join(dataDir, 'postgres.password'))
    await expect(startEmbedded(dataDir)).rejects.toMatchObject({ name: 'PlainError', hint: expect.stringContaining('backup') })
  })

  it('names no value in its log', async () => {
    const dataDir = folder()
    const { url } = await startEmbedded(dataDir)
    await asked(url, `CREATE TABLE person (name text PRIMARY KEY); INSERT INTO person VALUES ('Gülşən')`)
    await expect(asked(url, `INSERT INTO person VALUES ('Gülşən')`)).rejects.toThrow('duplicate')
    const log = readFileSync(join(dataDir, 'postgres.log'), 'utf8')
    expect(log).toContain('duplicate')
    expect(log).not.toContain('Gülşən')
  })

  it.runIf(ROOT)('started by root, refuses a folder that it may not enter, and says what to do', async () => {
    const closed = await mkdtemp(join(tmpdir(), 'korpu-closed-'))
    folders.push(closed)
    await expect(startEmbedded(join(closed, 'data'))).rejects.toMatchObject({
      name: 'PlainError',
      message: expect.stringContaining(closed),
      hint: expect.stringContaining('KORPU_DATA'),
    })
  })

  it.runIf(ROOT && CLONE_IS_REACHABLE)(`runs for an ordinary user too, who owns all of it${UNLESS_REACHABLE}`, async () => {
    const dataDir = folder()
    mkdirSync(dataDir)
    await chown(dataDir, NOBODY, NOBODY)
    const hub = await startedElsewhere(dataDir, { uid: NOBODY, gid: NOBODY })
    expect(statSync(join(dataDir, 'postgres')).uid).toBe(NOBODY)
    expect(statSync(join(dataDir, 'postgres.password')).uid).toBe(NOBODY)
    await killed(hub.pid ?? 0)
  })
})

function pidIn(dataDir: string): number | undefined {
  const file = join(dataDir, 'postgres', 'postmaster.pid')
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined
}

async function killed(pid: number): Promise<void> {
  try {
    process.kill(pid, 'SIGKILL')
    for (;;) {
      process.kill(pid, 0)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  } catch {
    // Gone.
  }
}

/** A process of its own that starts the database, says so, and stays. */
async function startedElsewhere(dataDir: string, account: { uid?: number; gid?: number } = {}): Promise<ChildProcess> {
  const script = `
    const { startEmbedded } = await import(${JSON.stringify(join(import.meta.dirname, 'start.ts'))})
    await startEmbedded(${JSON.stringify(dataDir)})
    console.log('ready')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    ...account,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve())
    child.once('exit', (code) => reject(new Error(`it ended with ${code}`)))
  })
  return child
}

async function asked(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query(sql)
    return rows
  } finally {
    await client.end()
  }
}

const keep = (url: string) => asked(url, `CREATE TABLE kept AS SELECT 'Bakı' AS city`)
const kept = async (url: string) => JSON.stringify(await asked(url, 'SELECT city FROM kept')) === '[{"city":"Bakı"}]'
