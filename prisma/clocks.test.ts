import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookAtClocks } from '#core/flow/clocks.ts'
import { memoryHub } from '#test/hub.ts'
import { STORE_KEYS } from '#test/store-keys.ts'
import { type Database, openDatabase } from './database.ts'

const dataDir = join(tmpdir(), `korpu-clocks-${randomUUID()}`)
let database: Database
beforeAll(async () => {
  database = await openDatabase({ dataDir, owner: true }, STORE_KEYS)
})
afterAll(async () => {
  await database?.close()
  await rm(dataDir, { recursive: true, force: true })
})

const CASES = 10

test('hubs that look at the same time, while replies arrive, tell every silent case once and no answered one', async () => {
  const memory = await memoryHub({ store: () => database.store })
  await memory.confirm(['T5', 'T6', 'T7'].map((item) => ({ scope: 'eu-az-2014:1', item })))
  const applications = await Promise.all(Array.from({ length: CASES }, () => memory.send('xa', 'readmission-application')))
  await memory.deliverDue()
  const ids = applications.map(({ message }) => message.header.conversationId)
  const running = await Promise.all(ids.map((id) => database.store.conversation(id)))
  expect(running.map((one) => one?.clocks.map(({ limit, state }) => `${limit} ${state}`))).toEqual(Array(CASES).fill(['T5 running']))

  const due = running[0]?.clocks[0]?.dueAt ?? new Date(Number.NaN)
  memory.clock.move((due.getTime() + 1 - memory.clock.now().getTime()) / 1000)
  const together = () => Promise.all(Array.from({ length: 4 }, () => lookAtClocks(memory.hub)))
  await together()
  memory.clock.move(61)
  const replies = applications.map(async ({ message: { header } }, index) => {
    if (index % 2 === 1) return false
    const draft = { conversationId: header.conversationId, inReplyTo: header.messageId }
    return memory.send('xb', 'readmission-reply', draft).then(
      () => true,
      () => false,
    )
  })
  const [answered] = await Promise.all([Promise.all(replies), together(), together()])
  await together()

  const cases = await Promise.all(ids.map((id) => database.store.conversation(id)))
  const notices = cases.map((one) => one?.history.filter(({ type }) => type === 'deemed-approval-notice').length)
  expect(notices).toEqual(answered.map((by) => (by ? 0 : 1)))
  expect(cases.map((one) => one?.state)).toEqual(answered.map((by) => (by ? 'APPROVED' : 'DEEMED_APPROVED')))
  const { rows } = await database.pool.query(
    `SELECT split_part(event, ' ', 1) AS event, count(*)::int FROM audit_link WHERE event LIKE 'clock.%' GROUP BY 1 ORDER BY 1`,
  )
  const silent = answered.filter((by) => !by).length
  expect(rows).toEqual([
    { event: 'clock.lapsed', count: silent },
    { event: 'clock.overdue', count: CASES },
  ])
})
