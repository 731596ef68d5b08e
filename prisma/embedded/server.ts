/** The running PostgreSQL: found again, started, awaited, stopped. It outlives a hub that is killed. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { readFile, rm, stat, statfs, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, DatabaseError } from 'pg'
import { PlainError } from '#core/plain-error.ts'
import { type Binaries, ENVIRONMENT } from './binaries.ts'
import type { Place } from './place.ts'

/**
 * On the command line, where no file in the data folder can change it. Durability first; no port; and a log that names no value:
 * an error's DETAIL and STATEMENT may hold some.
 */
const SETTINGS = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  jit: 'off',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
}

const LOG_LIMIT = 10 * 1024 * 1024

/** Waits until the database answers, starting PostgreSQL where it does not run. Answers with whether it was started here. */
export async function bringUp(place: Place, binaries: Binaries, url: string, readyMs: number): Promise<boolean> {
  const deadline = Date.now() + readyMs
  let child: ChildProcess | undefined
  let starts = 0
  while (Date.now() < deadline) {
    if (await answers(url, place)) return child !== undefined && child.exitCode === null
    const starting = child !== undefined && child.exitCode === null && child.signalCode === null
    if (!starting && (await runningPid(place)) === undefined) {
      // More than once: children of a PostgreSQL that was killed hold its folder for a moment.
      if (++starts > 20) throw await failed(place, 'stopped again while it started')
      await forgetForeignPid(place)
      child = await startServer(place, binaries)
    }
    await sleep(starts > 1 ? 250 : 30)
  }
  throw await failed(place, `did not answer within ${Math.round(readyMs / 1000)} seconds`)
}

/** Less, and PostgreSQL cannot write the next segment of its log. */
const ROOM_BYTES = 32 * 1024 * 1024

async function failed(place: Place, how: string): Promise<PlainError> {
  const { bavail, bsize } = await statfs(place.folder)
  if (bavail * bsize < ROOM_BYTES) {
    const mib = Math.floor((bavail * bsize) / 2 ** 20)
    return new PlainError(
      `The embedded PostgreSQL ${how}: the file system of ${place.folder} is full (${mib} MiB free).`,
      'Make room there, at least 32 MiB, and start the hub again; nothing that it had receipted is lost.',
    )
  }
  return new PlainError(`The embedded PostgreSQL ${how}.`, `Its own words stand in ${place.log}.`)
}

async function answers(url: string, place: Place): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return true
  } catch (failure) {
    if (failure instanceof DatabaseError && failure.code === '28P01') {
      throw new PlainError(
        `The embedded database does not know the password in ${place.password}.`,
        'Bring the file back from a backup of the data folder; it was made together with the database.',
      )
    }
    return false
  }
}

/** A process group of its own: what is typed at the hub's terminal does not reach it before the hub has ended its work. */
async function startServer(place: Place, { native }: Binaries): Promise<ChildProcess> {
  const written = await stat(place.log).catch(() => undefined)
  if (written !== undefined && written.size > LOG_LIMIT) await truncate(place.log)
  const log = openSync(place.log, 'a', 0o600)
  try {
    const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const child = spawn(join(native, 'bin', 'postgres'), ['-D', place.cluster, '-k', place.socket, ...settings], {
      ...place.account,
      cwd: '/',
      env: ENVIRONMENT,
      detached: true,
      stdio: ['ignore', log, log],
    })
    child.on('error', () => {})
    child.unref()
    return child
  } finally {
    closeSync(log)
  }
}

/** First line of a lock file of PostgreSQL; the process may be long gone. */
async function pidIn(file: string): Promise<number | undefined> {
  const pid = Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10)
  return pid > 0 ? pid : undefined
}

/** The PostgreSQL that runs on this very folder. */
export async function runningPid(place: Place): Promise<number | undefined> {
  const pid = await pidIn(join(place.cluster, 'postmaster.pid'))
  return pid !== undefined && commandLineOf(pid).includes(place.cluster) ? pid : undefined
}

/** Empty when there is no such process, or when it has ended and nobody asked how. */
function commandLineOf(pid: number): string {
  try {
    if (existsSync('/proc/self/cmdline')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return ''
  }
}

/** After a restart of the machine another process may have the number that stands in the files; PostgreSQL would take that one for itself. */
async function forgetForeignPid(place: Place): Promise<void> {
  for (const file of [join(place.cluster, 'postmaster.pid'), join(place.socket, '.s.PGSQL.5432.lock')]) {
    const pid = await pidIn(file)
    if (pid !== undefined && commandLineOf(pid) !== '' && !commandLineOf(pid).includes(place.cluster)) await rm(file, { force: true })
  }
}

/** A fast shutdown: connections are ended, everything is written. Returns when the process is gone. */
export async function stopServer(place: Place, withinMs = 60_000): Promise<void> {
  const pid = await runningPid(place)
  if (pid === undefined) return
  process.kill(pid, 'SIGINT')
  const deadline = Date.now() + withinMs
  while (commandLineOf(pid).includes(place.cluster)) {
    if (Date.now() > deadline) throw await failed(place, `did not stop within ${Math.round(withinMs / 1000)} seconds`)
    await sleep(10)
  }
}
