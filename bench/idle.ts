/** `npm run bench -- --idle`: how soon a hub serves on a database that exists, and what it keeps of the memory when it has nothing to do. Linux. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Pool } from 'pg'
import { startEmbedded } from '#prisma/embedded/start.ts'
import { startBenchHub } from './hub.ts'
import { quantile } from './latency.ts'
import { writePair } from './world.ts'

export interface Idle {
  /** From its start until it serves; medians of the rounds. */
  readonly readyMs: number
  /** Of the processor until then, all threads of the hub. */
  readonly readyCpuMs: number
  readonly hubBytes: number
  /** All processes of the database; what they share is counted once. */
  readonly databaseBytes: number
}

const ROUNDS = 5
const REST_MS = 5_000

export async function benchIdle(dir: string, pkiDir: string): Promise<Idle> {
  await (await startedIn(dir, pkiDir)).stop()
  const found: Idle[] = []
  for (let round = 0; round < ROUNDS; round++) found.push(await once(dir, pkiDir))
  const median = (of: (one: Idle) => number): number =>
    quantile(
      found.map(of).toSorted((a, b) => a - b),
      0.5,
    )
  return {
    readyMs: median(({ readyMs }) => readyMs),
    readyCpuMs: median(({ readyCpuMs }) => readyCpuMs),
    hubBytes: median(({ hubBytes }) => hubBytes),
    databaseBytes: median(({ databaseBytes }) => databaseBytes),
  }
}

/** Nothing is sent, so the receiver may be anywhere: the parties are the same at every start. */
const startedIn = (dir: string, pkiDir: string) =>
  startBenchHub(dir, pkiDir, 'json', { parties: () => writePair(pkiDir, 'json', 'https://localhost:9/inbox') })

async function once(dir: string, pkiDir: string): Promise<Idle> {
  const hub = await startedIn(dir, pkiDir)
  try {
    const { cpuMs: readyCpuMs } = await hub.spent()
    await sleep(REST_MS)
    const { residentBytes: hubBytes } = await hub.spent()
    return { readyMs: hub.readyMs, readyCpuMs, hubBytes, databaseBytes: await databaseBytesOf(dir) }
  } finally {
    await hub.stop()
  }
}

async function databaseBytesOf(dir: string): Promise<number> {
  const { url } = await startEmbedded(join(dir, 'database'))
  const pool = new Pool({ connectionString: url, max: 1 })
  try {
    const { rows } = await pool.query('SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()')
    const pids: readonly number[] = rows.map(({ pid }) => pid)
    const server = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pids[0]}/status`, 'utf8'))?.[1])
    return [server, ...pids].reduce((sum, pid) => sum + sharedOutBytesOf(pid), 0)
  } finally {
    await pool.end()
  }
}

/** Of memory that several processes share, each has its part. */
function sharedOutBytesOf(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]) * 1024
}

export function idleLineOf({ readyMs, readyCpuMs, hubBytes, databaseBytes }: Idle): string {
  const mib = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MiB`
  const memory = `${mib(hubBytes + databaseBytes)} at rest (hub ${mib(hubBytes)}, database ${mib(databaseBytes)})`
  return `serves after ${Math.round(readyMs)} ms (${Math.round(readyCpuMs)} ms of the processor); ${memory}`
}
