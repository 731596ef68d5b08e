import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import { watchAnswers } from './answers.ts'
import { databasePid, isRunning, killDatabase } from './processes.ts'
import { startWitnessed } from './witness.ts'

it('goes on by itself when its embedded PostgreSQL is killed under load, again and again', { timeout: 180_000 }, async () => {
  const dataDir = join(tmpdir(), `korpu-dies-${randomUUID()}`)
  const { demo, verdict } = await startWitnessed({ dataDir, exchangePort: 18_520, opsPort: 18_620, hubEnvironment: { KORPU_LEASE_S: '2' } })
  try {
    const answers = watchAnswers(join(dataDir, 'pki'), 18_520)
    const cases = []
    const ready = async () => (await fetch('http://127.0.0.1:18620/health/ready')).status
    for (const all of [false, true]) {
      for (let i = 0; i < 4; i++) cases.push(demo.cases.play())
      await sleep(400)
      const pid = databasePid(dataDir) ?? 0
      if (all) await killDatabase(dataDir)
      else process.kill(pid, 'SIGKILL')
      await vi.waitFor(async () => expect([await ready(), isRunning(pid)]).toEqual([200, false]), { timeout: 30_000, interval: 100 })
      expect(databasePid(dataDir)).not.toBe(pid)
    }
    expect((await verdict(cases)).faults).toEqual([])
    const seen = await answers.end()
    expect(seen.wrong).toEqual([])
    expect(seen.unavailable).toBeGreaterThan(0)
  } finally {
    await demo.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
})
