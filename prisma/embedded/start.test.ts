import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { chown, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createLog } from '#log'
import { MOUNTS, UNLESS_MOUNTS } from '#test/mounts.ts'
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

  it('starts although both its lock files name another process of the same account', async () => {
    const dataDir = folder()
    const first = await startEmbedded(dataDir)
    await first.stop()
    const other = spawn('sleep', ['60'], ROOT ? { uid: NOBODY, gid: NOBODY } : {})
    const lines = `${other.pid}\n${dataDir}/postgres\n1700000000\n5432\n${dataDir}/socket\n\n`
    writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), lines)
    writeFileSync(join(dataDir, 'socket', '.s.PGSQL.5432.lock'), lines)
    expect((await startEmbedded(dataDir)).startedHere).toBe(true)
    await killed(other.pid ?? 0)
  })

  it('is awaited by the next hub when the one that started it was killed half-way', async () => {
    const dataDir = folder()
    const first = await startEmbedded(dataDir)
    await keep(first.url)
    process.kill(pidIn(dataDir) ?? 0, 'SIGKILL')
    const hub = startElsewhere(dataDir)
    await vi.waitUntil(() => isAlive(pidIn(dataDir)), { timeout: 30_000, interval: 5 })
    await killed(hub.pid ?? 0)
    expect(await kept((await startEmbedded(dataDir)).url)).toBe(true)
  })

  it('is made anew when the hub was killed while it was made', async () => {
    const dataDir = folder()
    const hub = startElsewhere(dataDir)
    await vi.waitUntil(() => existsSync(dataDir) && readdirSync(dataDir).some((name) => name.startsWith('postgres.')), {
      timeout: 30_000,
      interval: 5,
    })
    await killed(hub.pid ?? 0)
    expect(await asked((await startEmbedded(dataDir)).url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it('is started again while a hub lives, whatever happens to it', async () => {
    const dataDir = folder()
    const { url, keepRunning, stop } = await startEmbedded(dataDir)
    await keep(url)
    const out: string[] = []
    const watch = keepRunning(createLog('info', { write: (line) => void out.push(line) }))
    const pid = pidIn(dataDir)
    await killed(pid ?? 0)
    await vi.waitFor(async () => expect(await kept(url)).toBe(true), { timeout: 20_000 })
    expect(pidIn(dataDir)).not.toBe(pid)
    // The server answers before its starter knows that it does.
    await expect.poll(() => out.map((line) => JSON.parse(line).event)).toEqual(['database.gone', 'database.started'])
    await watch.stop()
    await stop()
  })

  it.runIf(ROOT)('refuses a folder of another account, and says what to do', async () => {
    const dataDir = folder()
    const { stop } = await startEmbedded(dataDir)
    await stop()
    await chown(join(dataDir, 'postgres'), 12_345, 12_345)
    await expect(startEmbedded(dataDir)).rejects.toMatchObject({
      name: 'PlainError',
      message: expect.stringContaining('uid 12345'),
      hint: expect.stringContaining('KORPU_DATA'),
    })
  })

  it.runIf(MOUNTS)(`says that the disk is full, and starts when there is room again, with all it had${UNLESS_MOUNTS}`, async () => {
    const dataDir = folder()
    mkdirSync(dataDir, { mode: 0o755 })
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=160m,mode=755', 'tmpfs', dataDir])
    try {
      const { url, stop } = await startEmbedded(dataDir)
      await keep(url)
      await stop()
      const ballast = join(dataDir, 'ballast')
      expect(() => writeFileSync(ballast, Buffer.alloc(200 * 2 ** 20))).toThrow('ENOSPC')
      await expect(startEmbedded(dataDir)).rejects.toMatchObject({
        name: 'PlainError',
        message: expect.stringContaining('is full'),
        hint: expect.stringContaining('Make room'),
      })
      rmSync(ballast)
      const again = await startEmbedded(dataDir)
      expect(await kept(again.url)).toBe(true)
      await again.stop()
    } finally {
      execFileSync('umount', ['-l', dataDir])
    }
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

const isAlive = (pid: number | undefined): boolean => {
  try {
    return pid !== undefined && process.kill(pid, 0)
  } catch {
    return false
  }
}

/** A process of its own that starts the database, says so, and stays. */
function startElsewhere(dataDir: string, account: { uid?: number; gid?: number } = {}): ChildProcess {
  const script = `
    const { startEmbedded } = await import(${JSON.stringify(join(import.meta.dirname, 'start.ts'))})
    await startEmbedded(${JSON.stringify(dataDir)})
    console.log('ready')
    setInterval(() => {}, 1000)`
  return spawn(process.execPath, ['--input-type=module', '-e', script], { ...account, cwd: '/', stdio: ['ignore', 'pipe', 'inherit'] })
}

async function startedElsewhere(dataDir: string, account: { uid?: number; gid?: number } = {}): Promise<ChildProcess> {
  const child = startElsewhere(dataDir, account)
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
