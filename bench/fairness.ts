/**
 * `npm run bench:fairness`: what the others notice of a party that is silent with a backlog, and of one that floods; and whether the backlog drains in
 * order when the party is back. Two hubs with databases of their own, one with the fault and one without, are measured in turns, so that whatever else
 * the machine does falls on both. Options: --backlog N, --rounds N, --seconds N.
 */
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Pool } from 'pg'
import { storeKeysOf } from '#certs/store-keys.ts'
import { makeDataFolder } from '#prisma/embedded/data-folder.ts'
import { startEmbedded } from '#prisma/embedded/start.ts'
import { CASE_LENGTH, fillBacklog, untilSilent } from './backlog.ts'
import { prepareFlood } from './flood.ts'
import { type BenchHub, startBenchHub } from './hub.ts'
import { latenciesOf, quantile, settled } from './latency.ts'
import { createSender, pace, type Sender } from './load.ts'
import { openSilent } from './silent.ts'
import { makePki, partyOf, writeParties } from './world.ts'

const { values } = parseArgs({
  options: {
    backlog: { type: 'string', default: '50000' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '10' },
  },
})
const [BACKLOG, ROUNDS, SECONDS] = [values.backlog, values.rounds, values.seconds].map(Number) as [number, number, number]
const PER_SECOND = 20
const SYNTAX = 'json'
const MESSAGE_BYTES = 4_096
const WARM_UP_S = 5

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const dir = join(tmpdir(), `korpu-fairness-${randomUUID()}`)
makeDataFolder(dir)
const pki = join(dir, 'pki')
await makePki(pki, ['xa', 'xb', 'xc', 'xd'])
const silent = await openSilent(pki, SYNTAX)
const usual = await open('usual', 18_443)
const faulty = await open('faulty', 18_444)
try {
  await benchSilence()
  await benchFlood()
  await benchReturn()
} finally {
  await Promise.all([usual, faulty].map(({ sender, hub, pool }) => Promise.all([sender.client.close(), hub.stop(), pool.end()])))
  await silent.close()
  rmSync(dir, { recursive: true, force: true })
}
process.exit(0)

interface Side {
  readonly hub: BenchHub
  readonly sender: Sender
  readonly pool: Pool
}

/** `xa` sends to `xb`, which answers, and to `xc`, which does not; `xd` floods, within a usual allowance. */
async function open(name: string, port: number): Promise<Side> {
  const { allowance: _, ...flooding } = partyOf('xd', SYNTAX)
  const parties = (url: string): string =>
    writeParties(
      pki,
      name,
      [partyOf('xa', SYNTAX), partyOf('xb', SYNTAX, { url }), partyOf('xc', SYNTAX, { url: silent.url, timeoutS: 5 }), flooding],
      [
        ['xa', 'xb'],
        ['xa', 'xc'],
        ['xd', 'xc'],
      ],
    )
  const folder = join(dir, name)
  makeDataFolder(folder)
  const hub = await startBenchHub(folder, pki, SYNTAX, { port, parties })
  const { url } = await startEmbedded(join(folder, 'database'))
  const sender = createSender(pki, hub.origin, SYNTAX, MESSAGE_BYTES)
  await pace(sender, PER_SECOND, WARM_UP_S)
  return { hub, sender, pool: new Pool({ connectionString: url, max: 2 }) }
}

/** Of messages from `xa` to `xb` at an even pace. */
async function p99Of({ hub, sender }: Side): Promise<number> {
  const sent = await pace(sender, PER_SECOND, SECONDS)
  await settled(hub, sent)
  return quantile(latenciesOf(sent, hub.delivered()), 0.99)
}

/** Medians over rounds in turn, and how many times the one is the other. */
async function compare(what: string, without: () => Promise<number>, withFault: () => Promise<number>): Promise<void> {
  const [before, after]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    before.push(await without())
    after.push(await withFault())
  }
  const median = (all: readonly number[]): number =>
    quantile(
      all.toSorted((a, b) => a - b),
      0.5,
    )
  const ratio = (median(after) / median(before)).toFixed(2)
  say(
    `${what}: p99 ${median(before)} ms without, ${median(after)} ms with, ratio ${ratio} (rounds ${before.join(' ')} | ${after.join(' ')})`,
  )
}

async function benchSilence(): Promise<void> {
  const loadedAt = performance.now()
  await faulty.sender.partner.send(silent.draft())
  await fillBacklog(faulty.pool, storeKeysOf({ storeKey: undefined, data: join(dir, 'faulty') }), BACKLOG)
  say(`${BACKLOG} deliveries for a silent party, ${CASE_LENGTH} a case, loaded in ${Math.round((performance.now() - loadedAt) / 1000)} s`)
  await untilSilent(faulty.pool)
  await compare(
    'a silent party with a backlog',
    () => p99Of(usual),
    () => p99Of(faulty),
  )
}

async function benchFlood(): Promise<void> {
  const flood = await prepareFlood({ pki, origin: usual.hub.origin, syntax: SYNTAX, to: 'xc' })
  await compare(
    'a flood from one party',
    () => p99Of(usual),
    async () => {
      flood.begin()
      await sleep(1_000)
      const found = await p99Of(usual)
      say(`  the flood heard ${await flood.end()}`)
      return found
    },
  )
  await flood.close()
}

async function benchReturn(): Promise<void> {
  const { pool } = faulty
  const startedAt = performance.now()
  silent.answer()
  let waiting = BACKLOG
  while (waiting > 0) {
    await sleep(2_000)
    const { rows } = await pool.query(`SELECT count(*)::int AS waiting FROM delivery WHERE party = 'xc' AND state <> 'delivered'`)
    waiting = rows[0].waiting
  }
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  const { rows } = await pool.query(`SELECT message_id, number FROM delivery WHERE party = 'xc'`)
  const numbers = new Map<string, number>(rows.map(({ message_id, number }) => [message_id, number]))
  const last = new Map<string, number>()
  let disordered = 0
  for (const { messageId, conversationId } of silent.taken) {
    const number = numbers.get(messageId)
    // Out of the flood, through the other hub.
    if (number === undefined) continue
    if (number !== (last.get(conversationId) ?? 0) + 1) disordered++
    last.set(conversationId, number)
  }
  say(`after the return: ${numbers.size} delivered in ${seconds} s, ${disordered} out of order in their case`)
}
