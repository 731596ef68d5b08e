/**
 * `npm run bench -- --growth`: what a message costs, how soon it is accepted and how soon the console answers, with nothing stored and with much. Linux.
 * Time of the processor says something on a machine that is not quiet, too; the rest does not.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { STEPS } from '#core/console/traffic.ts'
import { postgresReading } from '#prisma/console/reading.ts'
import { postgresTraffic } from '#prisma/console/traffic.ts'
import { startEmbedded } from '#prisma/embedded/start.ts'
import { openPool } from '#prisma/pool.ts'
import { fillConsole, tidy } from './console-fill.ts'
import { type BenchHub, startBenchHub } from './hub.ts'
import { quantile } from './latency.ts'
import { createSender, pace, type Sender, saturate, upTo } from './load.ts'

export interface Grown {
  /** Messages in the store when it was measured. */
  readonly stored: number
  readonly perSecond: number
  /** Of the processor, a message. */
  readonly hubCpuMs: number
  readonly databaseCpuMs: number
  /** Until the receipt of the hub was verified, at half of that rate. */
  readonly acceptMs: { readonly p50: number; readonly p95: number }
  /** Of the slowest of what the console reads most. */
  readonly consoleMs: { readonly p50: number; readonly p95: number }
}

export interface Extent {
  /** How many messages to measure with, ascending. */
  readonly stored: readonly number[]
  /** A round, of three. */
  readonly messages: number
  readonly warmUp: number
}

const LANES = 16
const BYTES = 4_096
const ROUNDS = 3
const PACED_S = 10
const LOOKS = 20

export async function benchGrowth(
  dir: string,
  pkiDir: string,
  { stored, messages, warmUp }: Extent,
  said: (what: string) => void,
): Promise<readonly Grown[]> {
  const found: Grown[] = []
  for (const count of stored) {
    const hub = await startBenchHub(dir, pkiDir, 'json')
    const database = await startEmbedded(join(dir, 'database'))
    const sender = createSender(pkiDir, hub.origin, 'json', BYTES)
    try {
      await saturate(sender, LANES, upTo(warmUp), hub.arrival)
      await fillUpTo(database.url, count, said)
      said(`${count} stored: measuring`)
      found.push({ stored: count, ...(await costs(join(dir, 'database'), hub, sender, messages)), consoleMs: await looks(database.url) })
    } finally {
      await sender.client.close()
      await hub.stop()
    }
  }
  return found
}

/** Counted and taken in too, as a hub has done that was there while they came. */
async function fillUpTo(url: string, count: number, said: (what: string) => void): Promise<void> {
  const pool = openPool(url, 1)
  try {
    const { rows } = await pool.query<{ readonly count: number }>(`SELECT count(*)::int AS count FROM message WHERE sender <> 'xa'`)
    const after = rows[0]?.count ?? 0
    if (after >= count) return
    await fillConsole(url, { after, upTo: count }, (what, seconds) => said(`${count} stored: ${what}, ${seconds.toFixed(0)} s`))
    await pool.query('UPDATE reference_key SET reached_at = now()')
    const traffic = postgresTraffic(pool)
    while ((await traffic.count(new Date())) === 'more');
  } finally {
    await pool.end()
  }
  await tidy(url)
}

async function costs(dataDir: string, hub: BenchHub, sender: Sender, messages: number): Promise<Omit<Grown, 'stored' | 'consoleMs'>> {
  const rounds: { readonly perSecond: number; readonly hubCpuMs: number; readonly databaseCpuMs: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const [began, spentBefore] = [performance.now(), databaseCpuMs(dataDir)]
    const { cpuMs } = await hub.spending('processor', () => saturate(sender, LANES, upTo(messages), hub.arrival))
    rounds.push({
      perSecond: (messages * 1000) / (performance.now() - began),
      hubCpuMs: cpuMs / messages,
      databaseCpuMs: (databaseCpuMs(dataDir) - spentBefore) / messages,
    })
  }
  const median = (of: (round: (typeof rounds)[number]) => number): number => quantile(ascending(rounds.map(of)), 0.5)
  const perSecond = median((round) => round.perSecond)
  const acceptedMs: number[] = []
  await pace(sender, perSecond / 2, PACED_S, acceptedMs)
  return {
    perSecond,
    hubCpuMs: median((round) => round.hubCpuMs),
    databaseCpuMs: median((round) => round.databaseCpuMs),
    acceptMs: { p50: quantile(ascending(acceptedMs), 0.5), p95: quantile(ascending(acceptedMs), 0.95) },
  }
}

async function looks(url: string): Promise<Grown['consoleMs']> {
  const pool = openPool(url, 4)
  try {
    const [reading, traffic] = [postgresReading(pool), postgresTraffic(pool)]
    const asked = [
      () => reading.standing(new Date()),
      () => reading.messages({}, { limit: 50 }),
      () => reading.messages({ states: ['dead', 'held', 'expired'] }, { limit: 50 }),
      () => reading.messages({ party: 'de' }, { limit: 50 }),
      () => reading.countMessages({ party: 'de' }),
      () => reading.deadlines({}, { limit: 50 }, new Date()),
      () => traffic.stretches(STEPS[3], new Date(Date.now() - 30 * 86_400_000)),
    ]
    const found: { readonly p50: number; readonly p95: number }[] = []
    for (const ask of asked) {
      const took: number[] = []
      for (let look = 0; look <= LOOKS; look++) {
        const began = performance.now()
        await ask()
        // The first one fills caches.
        if (look > 0) took.push(performance.now() - began)
      }
      found.push({ p50: quantile(ascending(took), 0.5), p95: quantile(ascending(took), 0.95) })
    }
    return { p50: Math.max(...found.map(({ p50 }) => p50)), p95: Math.max(...found.map(({ p95 }) => p95)) }
  } finally {
    await pool.end()
  }
}

const ascending = (values: readonly number[]): readonly number[] => values.toSorted((a, b) => a - b)

const MS_PER_TICK = 10

/** Of all processes of a server, those that have ended too. */
function databaseCpuMs(dataDir: string): number {
  const server = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0] ?? ''
  const living = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && statOf(pid)?.[1] === server)
  const own = (pid: string, fields: readonly number[]): number => fields.reduce((sum, field) => sum + Number(statOf(pid)?.[field] ?? 0), 0)
  return (own(server, [11, 12, 13, 14]) + living.reduce((sum, pid) => sum + own(pid, [11, 12]), 0)) * MS_PER_TICK
}

/** Fields after the name, from `state` on: proc_pid_stat(5) counts that as the third. `undefined` for a process that has gone. */
function statOf(pid: string): readonly string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')
  } catch {
    return undefined
  }
}

export function tableOfGrowth(found: readonly Grown[]): string {
  const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 0)
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
  return [
    line([
      'stored messages',
      'messages/s',
      'hub, CPU ms a message',
      'database, CPU ms a message',
      'accepted, p50 / p95 ms',
      'console, slowest read, p50 / p95 ms',
    ]),
    line(['---:', '---:', '---:', '---:', '---:', '---:']),
    ...found.map(({ stored, perSecond, hubCpuMs, databaseCpuMs: spent, acceptMs, consoleMs }) =>
      line([
        stored.toLocaleString('en'),
        Math.round(perSecond),
        ms(hubCpuMs),
        ms(spent),
        `${ms(acceptMs.p50)} / ${ms(acceptMs.p95)}`,
        `${ms(consoleMs.p50)} / ${ms(consoleMs.p95)}`,
      ]),
    ),
  ].join('\n')
}
