import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, it, vi } from 'vitest'
import { storeKeysOf } from '#certs/store-keys.ts'
import { verifyAudit } from '#prisma/audit.ts'
import { openDatabase } from '#prisma/database.ts'
import { startEmbedded } from '#prisma/embedded/start.ts'
import { cleanUp, newFolder, ranKorpu } from '#test/e2e/running.ts'
import { watchAnswers } from './answers.ts'
import { databasePid } from './processes.ts'
import { startWitnessed } from './witness.ts'

afterEach(cleanUp)

const ANY_PORT = { KORPU_EXCHANGE_PORT: '0', KORPU_OPS_PORT: '0', KORPU_CONSOLE_PORT: '0' }

it('korpu move carries a hub under load over to a server: nothing lost, a short pause, and it goes on by itself', {
  timeout: 400_000,
}, async () => {
  const dataDir = join(tmpdir(), `korpu-move-${randomUUID()}`)
  const server = await startEmbedded(newFolder())
  const { demo, sent, verdict } = await startWitnessed({
    dataDir,
    exchangePort: 18_530,
    opsPort: 18_630,
    hubEnvironment: { KORPU_LEASE_S: '2' },
  })
  try {
    const answers = watchAnswers(join(dataDir, 'pki'), 18_530)
    const cases = [demo.cases.play(), demo.cases.play()]
    let more = true
    const load = (async () => {
      while (more && cases.length < 20) {
        cases.push(demo.cases.play())
        await sleep(500)
      }
    })()
    await sleep(1500)
    const { code, out, err } = await ranKorpu(['move', '--to', server.url, '--json'], { env: { KORPU_DATA: dataDir } })
    more = false
    await load
    expect([code, out.trim(), err], 'korpu move').toEqual([0, expect.stringMatching(/^\{"ok":true,/), expect.stringContaining('message: ')])
    const moved = JSON.parse(out) as { readonly pauseMs: number; readonly rows: Record<string, number> }
    expect(moved.pauseMs).toBeLessThan(10_000)
    const before = sent.length
    cases.push(demo.cases.play())
    expect((await verdict(cases)).faults).toEqual([])
    expect(sent.length).toBeGreaterThan(before)

    const { wrong, longestMs } = await answers.end()
    expect(wrong).toEqual([])
    expect(longestMs).toBeLessThan(10_000)
    await vi.waitFor(() => expect(databasePid(dataDir)).toBeUndefined(), { timeout: 20_000 })

    const database = await openDatabase({ url: server.url }, storeKeysOf({ storeKey: undefined, data: dataDir }), 2)
    const { rows } = await database.pool.query<{ readonly count: number }>('SELECT count(*)::int FROM message WHERE digest IS NOT NULL')
    expect(rows[0]?.count).toBe(sent.length)
    expect((await verifyAudit(database.pool)).broken).toEqual([])
    await database.close()

    const again = await ranKorpu(['serve'], { env: { KORPU_DATA: dataDir, ...ANY_PORT } })
    expect([again.code, again.err]).toEqual([2, expect.stringMatching(/was moved to .*\n.*DATABASE_URL/)])
    expect(again.err).not.toContain(new URL(server.url.replace('@/', '@localhost/')).password)
    const full = await ranKorpu(['move', '--to', server.url], { env: { KORPU_DATA: newFolder() } })
    expect([full.code, full.err]).toEqual([2, expect.stringContaining('holds data of a hub already')])
  } finally {
    await demo.stop()
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
})
