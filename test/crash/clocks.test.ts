/** Hubs die while they look at clocks: what follows from silence follows once (issue of the message standard, item 4). */
import { type ChildProcess, fork } from 'node:child_process'
import { randomInt, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { lookAtClocks } from '#core/flow/clocks.ts'
import type { PartyId } from '#core/message.ts'
import { verifyAudit } from '#prisma/audit.ts'
import { type Database, openDatabase } from '#prisma/database.ts'
import { memoryHub } from '#test/hub.ts'
import { STORE_KEYS } from '#test/store-keys.ts'
import { SILENCE } from './silence.ts'

const KILLS = Number(process.env.KORPU_TEST_KILLS ?? 6)
/** At once, on one database. */
const HUBS = 3
const CASES = 10 * HUBS
/** From when it begins to look. */
const LATEST_MS = 800

const dataDir = join(tmpdir(), `korpu-ticker-${randomUUID()}`)
let database: Database
beforeAll(async () => {
  database = await openDatabase({ dataDir, owner: true }, STORE_KEYS)
})
afterAll(async () => {
  await database?.close()
  await rm(dataDir, { recursive: true, force: true })
})

it(`${KILLS} hubs killed while they look at ${CASES} silent cases leave every case told once, to both sides, and the audit trail whole`, {
  timeout: 120_000 + KILLS * 20_000,
}, async () => {
  const memory = await memoryHub({ store: () => database.store })
  await memory.confirm(SILENCE)
  const applications = await Promise.all(Array.from({ length: CASES }, () => memory.send('xa', 'readmission-application')))
  while ((await memory.deliverDue()) > 0);
  const ids = applications.map(({ message }) => message.header.conversationId)
  const dueAt = (await database.store.conversation(ids[0] ?? ''))?.clocks[0]?.dueAt?.getTime() ?? Number.NaN

  let left = KILLS
  const found: string[] = []
  const killOneAfterAnother = async (): Promise<void> => {
    while (left-- > 0) {
      const hub = startHub(new Date(dueAt + 1))
      await once(hub, 'message')
      await sleep(randomInt(LATEST_MS))
      hub.kill('SIGKILL')
      await once(hub, 'exit')
      found.push(await standing(ids))
    }
  }
  await Promise.all(Array.from({ length: HUBS }, killOneAfterAnother))
  // What is left, one that lives does.
  memory.clock.move((dueAt + 86_400_000 - memory.clock.now().getTime()) / 1000)
  for (let looks = 0; looks < 10; looks++) {
    while ((await lookAtClocks(memory.hub)) > 0);
    memory.clock.move(61)
  }

  const cases = await Promise.all(ids.map((id) => database.store.conversation(id)))
  expect(cases.map((one) => one?.state)).toEqual(Array(CASES).fill('DEEMED_APPROVED'))
  const notices = cases.map((one) => one?.history.filter(({ type }) => type === 'deemed-approval-notice').length)
  expect(notices, `as kills found them: ${found.join('; ')}`).toEqual(Array(CASES).fill(1))
  const pushedBefore = memory.push.pushed.length
  while ((await memory.deliverDue()) > 0);
  const told = (party: PartyId) => memory.push.pushed.slice(pushedBefore).filter((one) => one.party === party).length
  expect([told('xa'), told('xb')]).toEqual([CASES, CASES])
  const { rows } = await database.pool.query(
    `SELECT split_part(event, ' ', 1) AS event, count(*)::int FROM audit_link WHERE event LIKE 'clock.%' GROUP BY 1 ORDER BY 1`,
  )
  expect(rows).toMatchObject([
    { event: 'clock.lapsed', count: CASES },
    { event: 'clock.overdue', count: CASES },
  ])
  expect((await verifyAudit(database.pool)).broken).toEqual([])
})

function startHub(now: Date): ChildProcess {
  const env = { ...process.env, DATABASE_URL: database.url, KORPU_TEST_NOW: now.toISOString() }
  return fork(join(import.meta.dirname, 'ticker.ts'), { env, execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
}

/** How far the hubs had come. */
async function standing(ids: readonly string[]): Promise<string> {
  const cases = await Promise.all(ids.map((id) => database.store.conversation(id)))
  const silent = cases.filter((one) => one?.state === 'DEEMED_APPROVED').length
  const overdue = cases.filter((one) => one?.clocks.some(({ limit, state }) => limit === 'T5' && state === 'overdue')).length
  return `${silent} told, ${overdue} overdue`
}
