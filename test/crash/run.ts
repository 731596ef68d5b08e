/** `npm run test:crash`: the crash proof at length. Ends with 0 when every promise held, with 1 and the evidence when one did not. */
import { spawnSync } from 'node:child_process'
import { randomInt, randomUUID } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { BROKER_PROBE } from '#test/broker.ts'
import { killRounds } from './kill.ts'
import { addResult, readResults, resultOf } from './results.ts'
import { MODES, type Mode } from './stage.ts'

const USAGE = `Usage: npm run test:crash -- [--mode ${MODES.join('|')}] [--kills N] [--minutes N] [--seed N] [--resume]
--resume appends to docs/reliability.jsonl and kills only as often as is missing there to N in this mode.`

/** Kills after which everything is compared, and stored: an interruption loses no more. */
const ROUND = 50
const PORT = 18_700

const { values } = parseArgs({
  options: {
    mode: { type: 'string', default: 'embedded' },
    kills: { type: 'string', default: '50' },
    minutes: { type: 'string', default: '1440' },
    seed: { type: 'string' },
    resume: { type: 'boolean', default: false },
  },
})
const mode = MODES.find((one) => one === values.mode)
const [wanted, minutes, first] = [Number(values.kills), Number(values.minutes), Number(values.seed ?? randomInt(2 ** 30))]
const say = (line: string): void => void process.stdout.write(`${line}\n`)

if (mode === undefined || !Number.isSafeInteger(wanted) || wanted < 1 || !(minutes > 0) || !Number.isSafeInteger(first)) {
  process.stderr.write(`${USAGE}\n`)
  process.exit(2)
}
if (mode === 'scaled' && spawnSync(BROKER_PROBE[0], BROKER_PROBE.slice(1)).status !== 0) {
  process.stderr.write('This mode needs a RabbitMQ (rabbitmq-server), and there is none here.\n')
  process.exit(2)
}
process.exit((await rounds(mode)) ? 0 : 1)

async function rounds(mode: Mode): Promise<boolean> {
  const until = performance.now() + minutes * 60_000
  const before = values.resume ? readResults().filter((result) => result.mode === mode) : []
  let done = before.reduce((sum, { kills }) => sum + kills, 0)
  for (let seed = first; done < wanted && performance.now() < until; seed++) {
    const startedAt = performance.now()
    const dataDir = join(tmpdir(), `korpu-kill-${randomUUID()}`)
    mkdirSync(dataDir)
    say(`${mode}, seed ${seed}`)
    const kills = Math.min(ROUND, wanted - done)
    const tally = await killRounds({ mode, kills, withinMs: until - startedAt, seed, dataDir, port: PORT, onKill: say })
    const result = resultOf(tally, { mode, seed, seconds: Math.round((performance.now() - startedAt) / 1000) })
    if (values.resume) addResult(result)
    say(JSON.stringify(result))
    const broken = Object.entries(tally.faults).filter(([, found]) => found.length > 0)
    if (broken.length > 0) {
      const evidence = join(dataDir, 'evidence.json')
      writeFileSync(evidence, JSON.stringify(tally.faults, null, 2))
      for (const [name, found] of broken) say(`BROKEN: ${name}, ${found.length} times: ${found[0]}`)
      say(`All of it stands in ${evidence}, what the partners saw in witness.jsonl beside it.`)
      return false
    }
    rmSync(dataDir, { recursive: true, force: true })
    done += result.kills
  }
  return true
}
