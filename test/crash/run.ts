/** `npm run test:crash`: the crash proof at length. Ends with 0 when every promise held, with 1 and the evidence when one did not. */
import { spawnSync } from 'node:child_process'
import { randomInt, randomUUID } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { BROKER_PROBE } from '#test/broker.ts'
import { killRounds } from './kill.ts'
import { addResult, readResults, readWeeks, runOf, verdictOf } from './results.ts'
import { MODES, type Mode } from './stage.ts'
import type { Faults } from './verdict.ts'
import { STORES, weekOn } from './weeks.ts'

const USAGE = `Usage: npm run test:crash -- [--mode ${MODES.join('|')}] [--kills N] [--minutes N] [--seed N] [--resume]
       npm run test:crash -- --mode week [--weeks N] [--minutes N] [--seed N] [--resume]
--resume appends to docs/reliability.jsonl and does only what is missing there to N kills in this mode, or to N weeks.`

/** Kills after which everything is compared, and stored: an interruption loses no more. */
const ROUND = 50
const PORT = 18_700

const { values } = parseArgs({
  options: {
    mode: { type: 'string', default: 'embedded' },
    kills: { type: 'string', default: '50' },
    weeks: { type: 'string', default: '2' },
    minutes: { type: 'string', default: '1440' },
    seed: { type: 'string' },
    resume: { type: 'boolean', default: false },
  },
})
const { resume } = values
const mode = [...MODES, 'week' as const].find((one) => one === values.mode)
const wanted = Number(mode === 'week' ? values.weeks : values.kills)
const first = Number(values.seed ?? randomInt(2 ** 30))
const until = performance.now() + Number(values.minutes) * 60_000
const say = (line: string): void => void process.stdout.write(`${line}\n`)

if (mode === undefined || !Number.isSafeInteger(wanted) || wanted < 1 || !(until > 0) || !Number.isSafeInteger(first)) end(2, USAGE)
if (mode === 'scaled' && spawnSync(BROKER_PROBE[0], BROKER_PROBE.slice(1)).status !== 0) {
  end(2, 'This mode needs a RabbitMQ (rabbitmq-server), and there is none here.')
}
process.exit((await (mode === 'week' ? weeks() : rounds(mode))) ? 0 : 1)

function end(code: number, why: string): never {
  process.stderr.write(`${why}\n`)
  process.exit(code)
}

async function rounds(mode: Mode): Promise<boolean> {
  const before = resume ? readResults().filter((result) => result.mode === mode) : []
  let done = before.reduce((sum, { kills }) => sum + kills, 0)
  for (let seed = first; done < wanted && performance.now() < until; seed++) {
    const startedAt = performance.now()
    const dataDir = join(tmpdir(), `korpu-kill-${randomUUID()}`)
    mkdirSync(dataDir)
    say(`${mode}, seed ${seed}`)
    const kills = Math.min(ROUND, wanted - done)
    const { faults, ...tally } = await killRounds({ mode, kills, withinMs: until - startedAt, seed, dataDir, port: PORT, onKill: say })
    const result = { mode, ...runOf(seed, startedAt), ...tally, verdict: verdictOf(faults) }
    if (resume) addResult(result)
    say(JSON.stringify(result))
    if (!holds(faults, dataDir)) return false
    rmSync(dataDir, { recursive: true, force: true })
    done += result.kills
  }
  return true
}

async function weeks(): Promise<boolean> {
  let done = resume ? readWeeks().length : 0
  for (let seed = first; done < wanted && performance.now() < until; seed++, done++) {
    const startedAt = performance.now()
    const store = STORES[done % STORES.length] ?? 'memory'
    const { faults, ...lived } = await weekOn(store, seed)
    const result = { mode: 'week' as const, store, ...runOf(seed, startedAt), ...lived, verdict: verdictOf(faults) }
    if (resume) addResult(result)
    say(JSON.stringify(result))
    if (!holds(faults, tmpdir())) return false
  }
  return true
}

function holds(faults: Faults & object, dir: string): boolean {
  const broken = Object.entries(faults).filter(([, found]) => found.length > 0)
  if (broken.length === 0) return true
  const evidence = join(dir, `evidence-${randomUUID()}.json`)
  writeFileSync(evidence, JSON.stringify(faults, null, 2))
  for (const [name, found] of broken) say(`BROKEN: ${name}, ${found.length} times: ${found[0]}`)
  say(`All of it stands in ${evidence}, and what partners saw of kills in witness.jsonl beside it.`)
  return false
}
