/** `npm run test:rolling -- --seconds N`: two hubs stopped, killed and started in turn, at length. Ends with 0 when every promise held. */
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { rollHubs } from './rolling.ts'

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '600' } } })
const dir = join(tmpdir(), `korpu-rolling-${randomUUID()}`)
const say = (line: string): void => void process.stdout.write(`${line}\n`)
try {
  const startedAt = performance.now()
  const { wrong, faults, ...tally } = await rollHubs({ seconds: Number(values.seconds), dir, ports: [18_540, 18_541], onTurn: say })
  for (const fault of [...wrong, ...faults]) say(`BROKEN: ${fault}`)
  say(JSON.stringify({ ...tally, wrong: wrong.length, faults: faults.length, seconds: Math.round((performance.now() - startedAt) / 1000) }))
  process.exitCode = wrong.length + faults.length === 0 ? 0 : 1
} finally {
  rmSync(dir, { recursive: true, force: true })
}
