/**
 * `npm run bench:console`: every list, filter, search and the overview of the console at its API, on a store of years, while messages flow.
 * Options: --messages N, --rounds N, --per-second N (messages meanwhile), --keep FOLDER (made once, used again).
 */
import { randomUUID } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { replaceDirectory } from '#prisma/admin.ts'
import { startEmbedded } from '#prisma/embedded/start.ts'
import { MIGRATIONS, migrate, migrationsIn } from '#prisma/migrate.ts'
import { acceptance, auditEvent, deliveryTo } from '#test/acceptance.ts'
import { type ConsoleWorld, consoleWorld } from '#test/console.ts'
import { testDirectory } from '#test/parties.ts'
import { fillConsole, tidy } from './console-fill.ts'
import { quantile } from './latency.ts'

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '2000000' },
    rounds: { type: 'string', default: '40' },
    'per-second': { type: 'string', default: '20' },
    keep: { type: 'string' },
  },
})
const [MESSAGES, ROUNDS, PER_SECOND] = [values.messages, values.rounds, values['per-second']].map(Number) as [number, number, number]
const GOAL_MS = 100
const IDS = ['de', 'fr', 'nl', 'be', 'at', 'pl', 'az-sms', 'az-mfa', 'az-mia', 'az-sbs']

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const progress = (line: string): void => void process.stderr.write(`${line}\n`)

const dataDir = values.keep ?? join(tmpdir(), `korpu-bench-console-${randomUUID()}`)
try {
  if (!existsSync(dataDir)) await make()
  const world = await consoleWorld({ keptIn: dataDir })
  try {
    const began = performance.now()
    while ((await world.database.traffic.count(new Date())) === 'more');
    progress(`traffic counted in ${((performance.now() - began) / 1000).toFixed(1)} s`)
    await measure(world)
  } finally {
    await world.close()
  }
} finally {
  if (values.keep === undefined) rmSync(dataDir, { recursive: true, force: true })
}
process.exit(0)

/** As a store that has grown: the tables first, then what fills them, and the indexes that later versions brought, built while others could write. */
async function make(): Promise<void> {
  const { url, stop } = await startEmbedded(dataDir)
  const names = (await migrationsIn(MIGRATIONS)).map(({ name }) => name)
  const before = names.findIndex((name) => name.endsWith('_console_indexes'))
  await migrate(url, MIGRATIONS, before)
  await fillConsole(url, { after: 0, upTo: MESSAGES }, (what, seconds) => progress(`${what}: ${seconds.toFixed(0)} s`))
  const began = performance.now()
  await migrate(url)
  progress(`indexes: ${((performance.now() - began) / 1000).toFixed(0)} s`)
  const [party] = testDirectory().parties
  if (party) await replaceDirectory(url, { parties: IDS.map((id) => ({ ...party, id, title: id, certificates: [] })), agreements: [] })
  await tidy(url)
  await stop()
}

async function measure(world: ConsoleWorld): Promise<void> {
  // A store that was kept has the account of the run before, sealed with another key.
  await world.database.pool.query('DELETE FROM console_account')
  const visitor = await world.signedIn('auditor')
  await world.follow()
  const asked = async (path: string): Promise<unknown> => {
    const response = await visitor.get(`/api/${path}`)
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }
  const queries = await queriesFor(asked)
  const times = new Map(queries.map((path) => [path, [] as number[]]))
  const writer = write(world)
  // Once unmeasured: the first of every kind is compiled and read from disk.
  for (const path of queries) await asked(path)
  for (let round = 0; round < ROUNDS; round++) {
    for (const path of queries) {
      const began = performance.now()
      await asked(path)
      times.get(path)?.push(performance.now() - began)
    }
  }
  const written = await writer.stop()
  const { rows } = await world.database.pool.query<{ readonly messages: string; readonly deliveries: string; readonly attempts: string }>(
    'SELECT (SELECT count(*) FROM message) AS messages, (SELECT count(*) FROM delivery) AS deliveries, (SELECT count(*) FROM attempt) AS attempts',
  )
  const whole = (value: number | string | undefined): string => Number(value ?? 0).toLocaleString('en')
  const [size] = rows
  say(
    `${availableParallelism()} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}; embedded database`,
  )
  say(
    `${whole(size?.messages)} messages, ${whole(size?.deliveries)} deliveries, ${whole(size?.attempts)} attempts; ${ROUNDS} rounds; ${written.toFixed(0)} messages a second accepted and delivered meanwhile\n`,
  )
  say('| GET /api/ | p50 ms | p95 ms | most ms |')
  say('| --- | ---: | ---: | ---: |')
  let over = 0
  for (const [path, all] of times) {
    const sorted = all.toSorted((a, b) => a - b)
    const p95 = quantile(sorted, 0.95)
    if (p95 > GOAL_MS) over++
    say(
      `| \`${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…').replace(/cursor=[^&]*/, 'cursor=…')}\` | ${quantile(sorted, 0.5).toFixed(0)} | ${p95.toFixed(0)}${p95 > GOAL_MS ? ' (!)' : ''} | ${(sorted.at(-1) ?? 0).toFixed(0)} |`,
    )
  }
  say(`\n${over === 0 ? `all p95 within ${GOAL_MS} ms` : `${over} above ${GOAL_MS} ms`}`)
}

interface Row {
  readonly messageId: string
  readonly conversationId: string
}
interface List {
  readonly items: readonly Row[]
  readonly older?: string
}

/** Every list with every filter, alone and together, the rare beside the common; pages far down; what a click opens. */
async function queriesFor(asked: (path: string) => Promise<unknown>): Promise<readonly string[]> {
  const { items, older } = (await asked('messages?until=2099-01-01T00:00Z&limit=200')) as List
  const row = items[100] as Row
  const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString()
  const filters = [
    '',
    'state=dead',
    'state=dead,held,expired',
    'state=pending,sent,retrying',
    'state=delivered',
    'state=cancelled&party=nl',
    'party=de',
    'party=de&side=from',
    'party=az-sbs&side=to',
    'type=cost-claim',
    'party=fr&side=to&type=cost-claim',
    'party=hub',
    'code=RECIPIENT_REFUSED',
    'state=dead&party=de&code=RECIPIENT_REFUSED',
    'state=held&party=pl&type=transit-reply&code=RECEIPT_MISMATCH',
    'state=pending&party=az-mfa&type=cost-claim',
    'state=delivered&party=be&side=to&type=transit-reply',
    `since=${day(3)}&until=${day(2)}`,
    `state=dead&party=at&since=${day(20)}&until=${day(10)}`,
    `until=${day(25)}&party=pl`,
    `conversation=${row.conversationId}`,
  ]
  return [
    'overview',
    ...['15m', '24h', '7d', '30d'].map((range) => `charts/throughput?range=${range}`),
    'charts/throughput?range=30d&party=de',
    'exchange?range=30d',
    ...filters.map((filter) => `messages?${filter}`),
    `messages?cursor=${older ?? ''}`,
    ...filters.map((filter) => `messages/count?${filter}`),
    `messages/${row.messageId}`,
    `search?q=${row.messageId}`,
    `search?q=${row.conversationId}`,
    'parties',
    'certificates',
    'deadlines',
    'deadlines?group=overdue&party=de',
    'deadlines/count',
    'audit',
    'audit?acts=true',
    'audit?acts=true&by=operator-3',
    'audit?event=delivery.replayed',
    `audit?message=${row.messageId}`,
    'replays',
  ]
}

/** Messages that come and go while others look. */
function write({ database: { store } }: ConsoleWorld): { readonly stop: () => Promise<number> } {
  let on = true
  let count = 0
  const began = performance.now()
  const one = async (): Promise<void> => {
    const [from = '', to = ''] = count % 2 === 0 ? ['de', 'az-sms'] : ['az-mia', 'fr']
    const delivery = deliveryTo(to, { dueAt: new Date(), expiresAt: new Date(Date.now() + 86_400_000) })
    await store.accept(acceptance({ from, deliveries: [delivery], receivedAt: new Date() }))
    await store.claim([{ party: to, free: 4 }], 'bench', new Date(), 30_000)
    const audit = auditEvent('ContentHandover', to, { deliveryId: delivery.deliveryId })
    const attempt = { startedAt: new Date(), durationMs: 5, status: 200, end: 'answered' as const }
    const receipt = { mediaType: 'application/xml' as const, bytes: Buffer.from('<Receipt/>'), signature: undefined }
    await store.settle(
      delivery.deliveryId,
      { state: 'delivered', receipt, receiptId: randomUUID(), digest: 'd', at: new Date() },
      { audit, attempt },
    )
    count++
  }
  const run = async (): Promise<void> => {
    while (on) {
      const due = (count + 1) * (1000 / PER_SECOND) - (performance.now() - began)
      if (due > 0) await new Promise((resolve) => setTimeout(resolve, due))
      await one()
    }
  }
  const running = run()
  return {
    stop: async () => {
      on = false
      await running
      return (count * 1000) / (performance.now() - began)
    },
  }
}
