/** The commands of operators, on the database of a hub that is there. */
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { storeKeysOf } from '#certs/store-keys.ts'
import { replaceDirectory } from '#prisma/admin.ts'
import { type Database, openDatabase } from '#prisma/database.ts'
import { acceptance, auditEvent, deliveryTo } from '#test/acceptance.ts'
import { cleanUp, newFolder, ranKorpu } from '#test/e2e/running.ts'
import { testDirectory } from '#test/parties.ts'

const dataDir = newFolder()
let database: Database

beforeAll(async () => {
  mkdirSync(dataDir)
  database = await openDatabase({ dataDir: join(dataDir, 'database'), owner: true }, storeKeysOf({ storeKey: undefined, data: dataDir }), 4)
  await replaceDirectory(database.url, testDirectory())
}, 60_000)
afterAll(async () => {
  await cleanUp()
  await database.close()
  await rm(dataDir, { recursive: true, force: true })
})

async function korpu(...args: string[]) {
  const { code, out, err } = await ranKorpu([...args, '--json'], { env: { KORPU_DATA: dataDir } })
  return { exit: code, ...(out === '' ? { err } : JSON.parse(out)) }
}

const WHY = ['--reason', 'Tərəf xahiş etdi', '--by', 'nergiz'] as const

/** Dead deliveries to `party`, each in a case of its own with one waiting behind. */
async function dead(party: string, count = 1): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < count; n++) {
    const conversationId = randomUUID()
    const delivery = deliveryTo(party, { expiresAt: new Date(Date.now() + 3_600_000) })
    await database.store.accept(acceptance({ from: 'de', conversationId, deliveries: [delivery] }))
    await database.store.accept(acceptance({ from: 'de', conversationId, length: 1, deliveries: [deliveryTo(party)] }))
    const { deliveryId } = delivery
    await database.store.settle(
      deliveryId,
      { state: 'dead', code: 'RECIPIENT_REFUSED' },
      { audit: auditEvent('ContentHandoverFailure', party, { deliveryId }) },
    )
    ids.push(deliveryId)
  }
  return ids
}
const stateOf = async (id = '') => (await database.store.delivery(id))?.state

test('hold and resume say whether something changed, and who is no party', async () => {
  expect(await korpu('hold', 'xa', ...WHY)).toEqual({ exit: 0, ok: true, party: 'xa', changed: true })
  expect(await korpu('hold', 'xa', ...WHY)).toMatchObject({ exit: 1, ok: false })
  expect((await database.store.directory()).parties.find(({ id }) => id === 'xa')?.status).toBe('held')
  expect(await korpu('resume', 'xa', ...WHY)).toMatchObject({ exit: 0, changed: true })
  expect(await korpu('resume', 'xa', ...WHY)).toMatchObject({ exit: 1, changed: false })
  expect(await korpu('hold', 'nobody', ...WHY)).toMatchObject({ exit: 2, error: expect.stringContaining('nobody') })
  expect(await korpu('resume', 'xa')).toMatchObject({ exit: 2, error: expect.stringContaining('reason') })
  expect(await korpu('resume')).toMatchObject({ exit: 2 })
  expect(await korpu('resume', '--all', '--by', 'nergiz')).toEqual({ exit: 1, ok: false })
  expect(await korpu('hold', 'xa')).toMatchObject({ exit: 2, err: expect.stringContaining('--reason') })
  expect(await korpu('hold', 'xa', '--reason', ' ')).toMatchObject({ exit: 2, ok: false })
}, 60_000)

test('a replay is planned, then carried out with its progress', async () => {
  const ids = await dead('xb', 3)
  const plan = {
    count: 3,
    overtaken: 0,
    outdated: 0,
    erased: 0,
    groups: [{ party: 'xb', state: 'dead', code: 'RECIPIENT_REFUSED', count: 3 }],
  }
  expect(await korpu('replay', '--party', 'xb', '--dry-run')).toMatchObject({ exit: 0, plan })
  expect(await korpu('replay', '--party', 'xb', ...WHY)).toMatchObject({ exit: 2, hint: expect.stringContaining('--yes') })
  expect(await korpu('replay', '--party', 'xb', '--yes')).toMatchObject({ exit: 2, error: expect.stringContaining('reason') })
  expect(await stateOf(ids[0])).toBe('dead')
  expect(await korpu('replay', ids[1] ?? '', '--yes', ...WHY)).toMatchObject({
    exit: 0,
    job: { state: 'done', total: 1, replayed: 1, by: 'nergiz' },
  })
  expect(await Promise.all(ids.map(stateOf))).toEqual(['dead', 'pending', 'dead'])
  const done = await korpu('replay', '--party', 'xb', '--code', 'RECIPIENT_REFUSED', '--since', '2026-01-01', '--yes', ...WHY)
  expect(done).toMatchObject({ exit: 0, ok: true, job: { state: 'done', total: 2, replayed: 2 } })
  expect(await Promise.all(ids.map(stateOf))).toEqual(['pending', 'pending', 'pending'])
  expect(await korpu('replay', '--party', 'xb', '--yes', ...WHY)).toMatchObject({ exit: 0, plan: { count: 0 } })
  expect((await korpu('replays', 'list')).jobs).toMatchObject([{ jobId: done.job.jobId, state: 'done' }, { total: 1 }])
  expect(await korpu('replays', 'cancel', done.job.jobId, ...WHY)).toMatchObject({ exit: 1, job: { state: 'done' } })
}, 60_000)

test.each([
  [[], 'everything'],
  [['--since', 'yesterday'], 'no time'],
])(
  'a replay that says %j is no replay',
  async (args, sentence) => {
    expect(await korpu('replay', ...args, '--dry-run')).toMatchObject({ exit: 2, error: expect.stringContaining(sentence) })
  },
  60_000,
)

test('skip gives up what is dead, cancel what has not ended', async () => {
  const [first = '', second = ''] = await dead('az-sms', 2)
  expect(await korpu('skip', first, ...WHY)).toEqual({ exit: 0, ok: true, deliveryId: first, was: 'dead', state: 'cancelled' })
  expect(await korpu('skip', first, ...WHY)).toMatchObject({ exit: 1, was: 'cancelled' })
  expect(await korpu('cancel', second, ...WHY)).toMatchObject({ exit: 0, was: 'dead' })
  expect(await korpu('skip', randomUUID(), ...WHY)).toMatchObject({ exit: 2 })
}, 60_000)

test('the backlog shows each party, what waits for it and what is stuck', async () => {
  await dead('az-mfa', 2)
  const { exit, parties } = await korpu('backlog')
  expect(exit).toBe(0)
  const lane = parties.find(({ party }: { party: string }) => party === 'az-mfa')
  expect(lane).toMatchObject({
    status: 'active',
    waiting: 2,
    blocked: 2,
    out: 0,
    silent: null,
    stuck: [{ state: 'dead', code: 'RECIPIENT_REFUSED', count: 2 }],
  })
  const { out } = await ranKorpu(['backlog'], { env: { KORPU_DATA: dataDir } })
  expect(out).toMatch(
    /^az-mfa \(active, mailbox\): 2 waiting, the oldest for .+, 0 out, 2 of them behind one that is stuck\n {2}dead RECIPIENT_REFUSED: 2$/m,
  )
}, 60_000)

test('the audit trail is verified, and a changed link is named', async () => {
  expect(await korpu('audit', 'verify')).toMatchObject({ exit: 0, ok: true, broken: [] })
  await database.pool.query(`UPDATE audit_link SET reason = 'başqa' WHERE event = 'party.held'`)
  expect(await korpu('audit', 'verify')).toMatchObject({ exit: 1, ok: false, broken: [{ party: 'xa' }] })
  const { out } = await ranKorpu(['audit', 'verify'], { env: { KORPU_DATA: dataDir } })
  expect(out).toMatch(/party xa, lane \d+: broken at link \d+/)
}, 60_000)
