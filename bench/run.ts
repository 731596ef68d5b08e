/**
 * `npm run bench`: the whole path over real sockets, beside the ceiling measured in the same run. Options: `--quick` takes about a minute, `--json` prints for
 * programs, `--only xml` (or `json`) leaves the other out; `--cpu` measures what the hub alone spends of the processor instead, `--idle` what a hub
 * takes that has nothing to do, `--growth` all of it with much in the store (`--stored 0,1000000,5000000`).
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Syntax } from '#core/message.ts'
import { startEmbedded } from '#prisma/embedded/start.ts'
import { ceiling } from './ceiling.ts'
import { benchGrowth, tableOfGrowth } from './growth.ts'
import { type BenchHub, startBenchHub } from './hub.ts'
import { benchIdle, idleLineOf } from './idle.ts'
import { latenciesOf, quantile, settled } from './latency.ts'
import { createSender, pace, type Sent, saturate, until } from './load.ts'
import { benchProcessor, linesOf } from './processor.ts'
import { makePki } from './world.ts'

interface Row {
  readonly syntax: Syntax
  readonly sizeKb: number
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly ceilingPerSecond: number
}

const { values } = parseArgs({
  options: {
    cpu: { type: 'boolean', default: false },
    idle: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: false },
    stored: { type: 'string', default: '0,1000000,5000000' },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
})
const { quick, json: asJson } = values
const SECONDS = quick ? 4 : 10
const WARM_UP_S = quick ? 3 : 5
const ROUNDS = quick ? 1 : 3
const LANES = 32
const SIZES_KB = quick ? [4] : [4, 40]
const SYNTAXES = (['xml', 'json'] as const).filter((syntax) => values.only === undefined || values.only === syntax)

const dir = mkdtempSync(join(tmpdir(), 'korpu-bench-'))
// The account of the embedded database must be able to enter.
chmodSync(dir, 0o755)
const pkiDir = join(dir, 'pki')
try {
  await makePki(pkiDir)
  if (values.growth) await benchStored()
  else if (values.idle) await benchRest()
  else if (values.cpu) await benchSpending()
  else await benchWhole()
} finally {
  rmSync(dir, { recursive: true, force: true })
}
process.exit(0)

async function benchWhole(): Promise<void> {
  const rows: Row[] = []
  for (const syntax of SYNTAXES) rows.push(...(await benchSyntax(syntax)))
  report(rows)
}

async function benchRest(): Promise<void> {
  progress('a hub at rest')
  const found = await benchIdle(dir, pkiDir)
  process.stdout.write(`${asJson ? JSON.stringify(found) : idleLineOf(found)}\n`)
}

async function benchStored(): Promise<void> {
  const stored = values.stored.split(',').map(Number)
  const found = await benchGrowth(dir, pkiDir, { stored, messages: quick ? 500 : 2_000, warmUp: 3_000 }, progress)
  process.stdout.write(`${asJson ? JSON.stringify(found) : tableOfGrowth(found)}\n`)
}

async function benchSpending(): Promise<void> {
  const extent = quick ? { rounds: 1, messages: 500, warmUp: 3_000 } : { rounds: 3, messages: 1_000, warmUp: 3_000 }
  for (const syntax of SYNTAXES) {
    progress(`${syntax}: the processor`)
    const found = await benchProcessor(dir, pkiDir, syntax, extent)
    process.stdout.write(`${asJson ? JSON.stringify(found) : linesOf(found)}\n`)
  }
}

async function benchSyntax(syntax: Syntax): Promise<readonly Row[]> {
  const paths: Omit<Row, 'ceilingPerSecond'>[] = []
  const hub = await startBenchHub(dir, pkiDir, syntax)
  try {
    for (const sizeKb of SIZES_KB) paths.push(await benchPath(hub, syntax, sizeKb))
  } finally {
    await hub.stop()
  }
  const database = await startEmbedded(join(dir, 'database'))
  try {
    const found: Row[] = []
    for (const path of paths) {
      progress(`${syntax} ${path.sizeKb} KB: ceiling`)
      const work = { dir: pkiDir, url: database.url, syntax, sizeBytes: path.sizeKb * 1024 }
      found.push({ ...path, ceilingPerSecond: await medianOf(ROUNDS, () => ceiling(work, SECONDS)) })
    }
    return found
  } finally {
    await database.stop()
  }
}

async function benchPath(hub: BenchHub, syntax: Syntax, sizeKb: number): Promise<Omit<Row, 'ceilingPerSecond'>> {
  const sender = createSender(pkiDir, hub.origin, syntax, sizeKb * 1024)
  const run = (seconds: number): Promise<Sent> => saturate(sender, LANES, until(Date.now() + seconds * 1000), hub.arrival)
  progress(`${syntax} ${sizeKb} KB: warming up`)
  await run(WARM_UP_S)
  const perSecond = await medianOf(ROUNDS, async () => {
    progress(`${syntax} ${sizeKb} KB: as fast as it goes`)
    const startedAt = performance.now()
    const sent = await run(SECONDS)
    return (sent.size * 1000) / (performance.now() - startedAt)
  })
  progress(`${syntax} ${sizeKb} KB: at half of that`)
  const sent = await pace(sender, perSecond / 2, SECONDS)
  await settled(hub, sent)
  const latencies = latenciesOf(sent, hub.delivered())
  await sender.client.close()
  return { syntax, sizeKb, perSecond, p50: quantile(latencies, 0.5), p95: quantile(latencies, 0.95), p99: quantile(latencies, 0.99) }
}

async function medianOf(rounds: number, measure: () => Promise<number>): Promise<number> {
  const found: number[] = []
  for (let round = 0; round < rounds; round++) found.push(await measure())
  return quantile(
    found.toSorted((a, b) => a - b),
    0.5,
  )
}

function report(found: readonly Row[]): void {
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`
  if (asJson) return void process.stdout.write(`${JSON.stringify({ machine, rows: found })}\n`)
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |\n`
  const whole = (value: number): string => Math.round(value).toLocaleString('en')
  process.stdout.write(`${machine}; embedded database; mutual TLS; P-256; medians of ${ROUNDS} × ${SECONDS} s\n\n`)
  process.stdout.write(line(['message', 'messages/s', 'p50 ms', 'p95 ms', 'p99 ms', 'ceiling/s', 'of the ceiling']))
  process.stdout.write(line(['---', '---', '---', '---', '---', '---', '---']))
  for (const { syntax, sizeKb, perSecond, p50, p95, p99, ceilingPerSecond } of found) {
    const ratio = `${Math.round((perSecond / ceilingPerSecond) * 100)} %`
    process.stdout.write(
      line([`${syntax.toUpperCase()} ${sizeKb} KB`, whole(perSecond), whole(p50), whole(p95), whole(p99), whole(ceilingPerSecond), ratio]),
    )
  }
}

function progress(what: string): void {
  process.stderr.write(`${what} …\n`)
}
