/** What this machine could do if a hub cost nothing but cryptography, schemas and durable commits, the partners' share included. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { Pool } from 'pg'
import type { CeilingWork } from './ceiling-worker.ts'

type Work = Omit<CeilingWork, 'countedFromMs' | 'untilMs'>

const WARM_UP_MS = 5_000

/** Exchanges per second on all cores, `seconds` long once everything is warm. */
export async function ceiling(work: Work, seconds: number): Promise<number> {
  const pool = new Pool({ connectionString: work.url, max: 1 })
  await pool.query('DROP TABLE IF EXISTS ceiling')
  await pool.query('CREATE TABLE ceiling (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, bytes bytea NOT NULL)')
  const countedFromMs = Date.now() + WARM_UP_MS
  const times = { countedFromMs, untilMs: countedFromMs + seconds * 1000 }
  const counts = await Promise.all(Array.from({ length: availableParallelism() }, () => onOneCore({ ...work, ...times })))
  await pool.query('DROP TABLE ceiling')
  await pool.end()
  return counts.reduce((sum, count) => sum + count, 0) / seconds
}

function onOneCore(workerData: CeilingWork): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./ceiling-worker.ts', import.meta.url), { workerData })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}
