/** `npm run bench -- --cpu`: what the hub alone spends on a message. Time of the processor, not of the clock: other work on the machine hardly counts. */

import { join } from 'node:path'
import { Pool } from 'pg'
import type { Syntax } from '#core/message.ts'
import { startEmbedded } from '#prisma/embedded/start.ts'
import { startBenchHub } from './hub.ts'
import { quantile } from './latency.ts'
import { createSender, saturate, upTo } from './load.ts'
import { stagesOf } from './stages.ts'

export interface Extent {
  readonly rounds: number
  /** A round. */
  readonly messages: number
  /** Until the code is compiled and connections are open. */
  readonly warmUp: number
}

const LANES = 16
const BYTES = 4_096

export async function benchProcessor(dir: string, pkiDir: string, syntax: Syntax, extent: Extent): Promise<Found> {
  const { rounds, messages, warmUp } = extent
  const hub = await startBenchHub(dir, pkiDir, syntax)
  const { url } = await startEmbedded(join(dir, 'database'))
  const pool = new Pool({ connectionString: url, max: 1 })
  const sender = createSender(pkiDir, hub.origin, syntax, BYTES)
  const send = (count: number) => saturate(sender, LANES, upTo(count), hub.arrival)
  try {
    await send(warmUp)
    const spent: number[] = []
    const before = await logBytes(pool)
    for (let round = 0; round < rounds; round++) {
      const { cpuMs } = await hub.spending('processor', () => send(messages))
      spent.push(cpuMs / messages)
    }
    const writtenBytes = ((await logBytes(pool)) - before) / (rounds * messages)
    const { profile, residentBytes } = await hub.spending('profile', () => send(messages))
    if (!profile) throw new Error('There is no profile.')
    const cpuMs = quantile(
      spent.toSorted((a, b) => a - b),
      0.5,
    )
    const stages = [...stagesOf(profile)].map(([stage, share]) => [stage, share * cpuMs])
    return { syntax, cpuMs, rounds: spent, stages: Object.fromEntries(stages), residentBytes, writtenBytes }
  } finally {
    await sender.client.close()
    await pool.end()
    await hub.stop()
  }
}

export interface Found {
  readonly syntax: Syntax
  /** A message; the median of the rounds. */
  readonly cpuMs: number
  readonly rounds: readonly number[]
  /** Milliseconds a message: the shares of a profile of the main thread in that. */
  readonly stages: Readonly<Record<string, number>>
  readonly residentBytes: number
  /** By the database, a message. */
  readonly writtenBytes: number
}

export function linesOf({ syntax, cpuMs, rounds, stages, residentBytes, writtenBytes }: Found): string {
  const ms = (value: number): string => value.toFixed(2)
  const memory = `${Math.round(residentBytes / 2 ** 20)} MiB of memory, ${(writtenBytes / 1024).toFixed(1)} KiB written a message`
  return [
    `${syntax.toUpperCase()} 4 KB: ${ms(cpuMs)} ms of the processor a message (rounds ${rounds.map(ms).join(', ')}); ${memory}`,
    ...Object.entries(stages).map(([stage, spent]) => `  ${ms(spent).padStart(5)}  ${stage}`),
  ].join('\n')
}

/** What the database has written to its log since it exists. */
async function logBytes(pool: Pool): Promise<number> {
  const { rows } = await pool.query(`SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 AS bytes`)
  return rows[0].bytes
}
