import { randomInt, randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { BROKER_PROBE } from '#test/broker.ts'
import { describeWithTool } from '#test/peers/tool.ts'
import { killRounds } from './kill.ts'
import type { Mode } from './stage.ts'

const KILLS = Number(process.env.KORPU_TEST_KILLS ?? 10)
const SEED = Number(process.env.KORPU_TEST_SEED ?? randomInt(2 ** 30))

const proof = (mode: Mode): void =>
  it(`loses nothing and delivers nothing twice when the hub is killed ${KILLS} times, ${mode} (KORPU_TEST_SEED=${SEED})`, {
    timeout: 300_000 + KILLS * 10_000,
  }, async () => {
    const dataDir = join(tmpdir(), `korpu-kill-${randomUUID()}`)
    mkdirSync(dataDir)
    try {
      const { kills, messages, faults } = await killRounds({
        mode,
        kills: KILLS,
        withinMs: Number.POSITIVE_INFINITY,
        seed: SEED,
        dataDir,
        port: 18_510,
      })
      expect(Object.values(faults).flat()).toEqual([])
      expect(kills).toBeGreaterThanOrEqual(KILLS)
      expect(messages).toBeGreaterThan(0)
    } finally {
      rmSync(dataDir, { recursive: true, force: true })
    }
  })

proof('embedded')
describeWithTool(BROKER_PROBE, 'with a RabbitMQ', () => proof('scaled'))
