import { randomInt, randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { killRounds } from './kill.ts'

const KILLS = Number(process.env.KORPU_TEST_KILLS ?? 5)
const SEED = Number(process.env.KORPU_TEST_SEED ?? randomInt(2 ** 31))

it(`loses nothing and delivers nothing twice when the hub is killed ${KILLS} times (KORPU_TEST_SEED=${SEED})`, {
  timeout: 120_000 + KILLS * 20_000,
}, async () => {
  const dataDir = join(tmpdir(), `korpu-kill-${randomUUID()}`)
  try {
    const tally = await killRounds({ kills: KILLS, seed: SEED, dataDir, exchangePort: 18_510, opsPort: 18_610 })
    expect(tally.faults).toEqual([])
    expect(tally).toMatchObject({ cases: KILLS * 3, messages: KILLS * 3 * 7, takings: KILLS * 3 * 9 })
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
})
