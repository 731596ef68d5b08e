import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import { startEmbedded } from '#prisma/embedded/start.ts'
import { watchAnswers } from './answers.ts'
import { startWitnessed } from './witness.ts'

it('a hub on a PostgreSQL server answers 503 with Retry-After while that is away, nothing else, and goes on', {
  timeout: 300_000,
}, async () => {
  const dataDir = join(tmpdir(), `korpu-away-${randomUUID()}`)
  const server = await startEmbedded(`${dataDir}-server`)
  const { demo, verdict } = await startWitnessed({
    dataDir,
    exchangePort: 18_540,
    opsPort: 18_640,
    hubEnvironment: { KORPU_LEASE_S: '2', DATABASE_URL: server.url },
  })
  const ready = async () => (await fetch('http://127.0.0.1:18640/health/ready')).status
  const answers = watchAnswers(join(dataDir, 'pki'), 18_540)
  try {
    const cases = [demo.cases.play(), demo.cases.play()]
    await sleep(500)
    await server.stop()
    await vi.waitFor(async () => expect(await ready()).toBe(503), { timeout: 20_000, interval: 100 })
    await sleep(1_000)
    await startEmbedded(`${dataDir}-server`)
    await vi.waitFor(async () => expect(await ready()).toBe(200), { timeout: 20_000, interval: 100 })
    cases.push(demo.cases.play())
    expect((await verdict(cases)).faults).toEqual([])
    const { wrong, unavailable } = await answers.end()
    expect(wrong).toEqual([])
    expect(unavailable).toBeGreaterThan(0)
  } finally {
    await demo.stop()
    await server.stop()
    for (const made of [dataDir, `${dataDir}-server`]) rmSync(made, { recursive: true, force: true })
  }
})
