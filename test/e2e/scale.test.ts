/** Several hubs on one PostgreSQL, as real processes. The embedded binaries serve as the server that DATABASE_URL names. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { startHubProcess } from '#demo/hub-process.ts'
import type { SentMessage } from '#demo/partner.ts'
import { logOf, startDemo } from '#demo/run.ts'
import { startEmbedded } from '#prisma/embedded/start.ts'
import { startBalancer } from '#test/balancer.ts'
import { seenFaults, type Taken } from '#test/crash/verdict.ts'
import { cleanUp, newFolder } from './running.ts'

afterEach(cleanUp)

const [BALANCED, FIRST, SECOND, OPS_1, OPS_2] = [18_531, 18_532, 18_533, 18_631, 18_632]
const ROUNDS = 2
const CASES_A_RESTART = 2

const accepted = (logFile: string): number => readFileSync(logFile, 'utf8').split('"message.accepted"').length - 1

it('two hubs share the cases of three parties and are restarted in turn: nothing is lost, twice or out of order', {
  timeout: 300_000,
}, async () => {
  const dataDir = newFolder()
  const secondLog = join(dataDir, 'second.log')
  const server = await startEmbedded(join(newFolder(), 'server'))
  const balancer = await startBalancer(BALANCED, [FIRST, SECOND])
  const sent: SentMessage[] = []
  const taken: Taken[] = []
  const environment = { DATABASE_URL: server.url, KORPU_SHUTDOWN_S: '10', KORPU_LEASE_S: '5' }
  const demo = await startDemo({
    dataDir,
    exchangePort: BALANCED,
    opsPort: OPS_1,
    paceMs: 0,
    hubEnvironment: { ...environment, KORPU_EXCHANGE_PORT: String(FIRST) },
    onSent: (message) => sent.push(message),
    onTaken: (by, { header: { messageId, conversationId } }, deliveryId) => taken.push({ by, messageId, conversationId, deliveryId }),
  })
  try {
    const second = await startHubProcess(
      { ...environment, KORPU_DATA: dataDir, KORPU_EXCHANGE_PORT: String(SECOND), KORPU_OPS_PORT: String(OPS_2), KORPU_CONSOLE_PORT: '0' },
      secondLog,
    )
    try {
      const cases = []
      for (let round = 0; round < ROUNDS; round++) {
        for (const hub of [demo.hub, second]) {
          for (let number = 0; number < CASES_A_RESTART; number++) cases.push(demo.cases.play())
          await hub.stop()
          await hub.start()
        }
      }
      const steps = (await Promise.all(cases)).flat()
      expect(steps.filter(({ failed }) => failed !== undefined)).toEqual([])
      const promised = sent.map(({ header }) => ({
        messageId: header.messageId,
        conversationId: header.conversationId,
        recipients: [header.to, ...(header.copyTo ?? [])],
        receipts: [],
      }))
      expect(promised).toHaveLength(ROUNDS * 2 * CASES_A_RESTART * 7)
      expect(seenFaults(promised, taken)).toEqual([])
      expect(accepted(logOf(dataDir))).toBeGreaterThan(0)
      expect(accepted(secondLog)).toBeGreaterThan(0)
    } finally {
      await second.stop()
    }
  } finally {
    await demo.stop()
    await balancer.close()
    await server.stop()
  }
})
