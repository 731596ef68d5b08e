/** What this machine could do if a hub cost nothing but cryptography, schemas and durable commits, the partners' share included. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { Pool } from 'pg'
import type { CeilingWork } from './ceiling-worker.ts'

/** Exchanges per second on all cores. */
export async function ceiling(work: Omit<CeilingWork, 'untilMs'>, seconds: number): Promise<number> {
  const pool = new Pool({ connectionString: work.url, max: 1 })
  await pool.query('DROP TABLE IF EXISTS ceiling')
  await pool.query('CREATE TABLE ceiling (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, bytes bytea NOT NULL)')
  await round(work, WARM_UP_S)
  const rate = await round(work, seconds)
  await pool.query('DROP TABLE ceiling')
  await pool.end()
  return rate
}

const WARM_UP_S = 2

async function round(work: Omit<CeilingWork, 'untilMs'>, seconds: number): Promise<number> {
  const startedAt = performance.now()
  const untilMs = Date.now() + seconds * 1000
  const counts = await Promise.all(
    Array.from(
      { length: availableParallelism() },
      () =>
        new Promise<number>((resolve, reject) => {
          const worker = new Worker(new URL('./ceiling-worker.ts', import.meta.url), { workerData: { ...work, untilMs } })
          worker.once('message', resolve)
          worker.once('error', reject)
        }),
    ),
  )
  return (counts.reduce((sum, count) => sum + count, 0) * 1000) / (performance.now() - startedAt)
}
