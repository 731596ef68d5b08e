/** `npm run test:crash -- --kills N [--seed S]`: the crash proof at length. Ends with 0 when every promise held. */
import { randomInt, randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { killRounds } from './kill.ts'

const { values } = parseArgs({ options: { kills: { type: 'string', default: '50' }, seed: { type: 'string' } } })
const kills = Number(values.kills)
const seed = Number(values.seed ?? randomInt(2 ** 31))
const say = (line: string): void => void process.stdout.write(`${line}\n`)

if (!Number.isSafeInteger(kills) || kills < 1 || !Number.isSafeInteger(seed)) {
  process.stderr.write('Usage: npm run test:crash -- --kills N --seed S, both whole numbers.\n')
  process.exit(2)
}

const dataDir = join(tmpdir(), `korpu-kill-${randomUUID()}`)
const startedAt = performance.now()
say(`${kills} kills with seed ${seed}`)
try {
  const { cases, messages, takings, faults } = await killRounds({
    kills,
    seed,
    dataDir,
    exchangePort: 18_511,
    opsPort: 18_611,
    onKill: say,
  })
  for (const fault of faults) say(`BROKEN: ${fault}`)
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  say(`${kills} kills, ${cases} cases, ${messages} messages receipted, ${takings} taken, ${faults.length} promises broken, ${seconds} s`)
  process.exitCode = faults.length === 0 ? 0 : 1
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}
