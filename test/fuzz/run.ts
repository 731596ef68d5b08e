/** `npm run fuzz -- [MINUTES] [FIRST SEED]`: wrong bytes for every reader in turn, for as long as that; ends with 1 when something breaks, hangs, or keeps memory. */
import { setImmediate as turn } from 'node:timers/promises'
import { fuzz } from './fuzz.ts'
import { targets } from './targets.ts'

const BATCH = 500
/** Beyond what it had after a first round; a leak of a kilobyte an input is ten times that in a few minutes. */
const GROWTH_MB = 150

const [minutes = 10, firstSeed = Date.now() % 1_000_000_000] = process.argv.slice(2).map(Number)
const all = await targets()
const until = Date.now() + minutes * 60_000
const memoryMb = (): number => process.memoryUsage().rss / 2 ** 20

let seed = firstSeed
let inputs = 0
let slowestMs = 0
let baseMb: number | undefined
let failed = false
while (Date.now() < until) {
  for (const target of all) {
    const result = await fuzz(target, seed, BATCH)
    inputs += result.inputs
    slowestMs = Math.max(slowestMs, result.slowestMs)
    for (const one of result.found) {
      failed = true
      process.stdout.write(`FOUND ${one.target}, seed ${one.seed}: ${one.what}\n`)
    }
    await turn()
  }
  seed += BATCH
  baseMb ??= memoryMb()
}
const grownMb = memoryMb() - (baseMb ?? 0)
if (grownMb > GROWTH_MB) failed = true
process.stdout.write(
  `${inputs} inputs for ${all.length} readers from seed ${firstSeed}; slowest ${slowestMs.toFixed(0)} ms of processor time; memory grew by ${grownMb.toFixed(0)} MB\n`,
)
process.exit(failed ? 1 : 0)
