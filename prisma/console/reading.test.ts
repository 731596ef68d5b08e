import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { overviewFor } from '#core/console/overview.ts'
import type { MessageFilter, MessageRow, Reading } from '#core/console/reading.ts'
import { chartFor, quantileOf, stretchOf } from '#core/console/traffic.ts'
import type { DeliveryState, MessageType } from '#core/message.ts'
import type { Outcome } from '#core/ports.ts'
import { directoryOf } from '#core/resolve.ts'
import { replaceDirectory } from '#prisma/admin.ts'
import { type Database, openDatabase } from '#prisma/database.ts'
import { acceptance, at, auditEvent, deliveryTo, NOW, xmlDocument } from '#test/acceptance.ts'
import { testDirectory } from '#test/parties.ts'
import { STORE_KEYS } from '#test/store-keys.ts'
import { postgresReading } from './reading.ts'
import { postgresTraffic } from './traffic.ts'

const NAME = 'Qəribəliyev'
const dataDir = join(tmpdir(), `korpu-reading-${randomUUID()}`)
let database: Database
let reading: Reading
let all: readonly MessageRow[]

const OUTCOMES: readonly (Outcome | undefined)[] = [
  { state: 'delivered', receipt: xmlDocument('<Receipt/>'), receiptId: randomUUID(), digest: 'd', at: at(-10) },
  { state: 'delivered', receipt: xmlDocument('<Receipt/>'), receiptId: randomUUID(), digest: 'd', at: at(-20) },
  undefined,
  { state: 'dead', code: 'RECIPIENT_REFUSED' },
  { state: 'retrying', code: 'RECIPIENT_BUSY', dueAt: at(60) },
  { state: 'sent', dueAt: at(60) },
  { state: 'expired', code: 'RECIPIENT_UNREACHABLE' },
  { state: 'dead', code: 'RECIPIENT_BUSY' },
]
const TYPES: readonly MessageType[] = ['readmission-application', 'acknowledgement', 'interview-request']
const SENDERS = ['de', 'fr', 'az-sms']
const RECIPIENTS = ['az-mia', 'de', 'pl', 'az-sms']

beforeAll(async () => {
  database = await openDatabase({ dataDir, owner: true }, STORE_KEYS, 4)
  reading = postgresReading(database.pool)
  const { store } = database
  await replaceDirectory(database.url, testDirectory())
  const cases: string[] = []
  for (let n = 0; n < 60; n++) {
    const from = SENDERS[n % 3] as string
    const others = RECIPIENTS.filter((party) => party !== from)
    const parties = [others[n % others.length], ...(n % 5 === 0 ? [others[(n + 1) % others.length]] : [])] as string[]
    const deliveries = parties.map((party) => deliveryTo(party))
    const wanted = acceptance({ from, deliveries, text: NAME, receivedAt: at(-3600 + Math.floor(n / 2)) })
    cases.push(wanted.conversation.id)
    await store.accept({ ...wanted, message: { ...wanted.message, type: TYPES[n % 7 === 0 ? 2 : n % 2] as MessageType } })
    for (const [place, { deliveryId, party }] of deliveries.entries()) {
      const outcome = OUTCOMES[(n + 3 * place) % OUTCOMES.length]
      const attempt = { startedAt: at(-30), durationMs: 12.4, status: 503, end: 'silent' as const }
      if (outcome) await store.settle(deliveryId, outcome, { attempt, audit: auditEvent('ContentHandover', party, { deliveryId }) })
    }
  }
  await store.accept(
    acceptance({ from: 'az-mia', conversationId: cases[3] as string, length: 1, deliveries: [deliveryTo('de')], text: NAME }),
  )
  all = (await reading.messages({}, { limit: 200 })).items
})
afterAll(async () => {
  await database?.close()
  await rm(dataDir, { recursive: true, force: true })
})

/** The same filter in plain words, over all there is. */
function fits(row: MessageRow, { states, party, side, type, code, conversationId, since, until }: MessageFilter): boolean {
  const trouble: readonly DeliveryState[] = ['retrying', 'held', 'dead', 'expired', 'cancelled']
  const wanted = states ?? (code === undefined ? undefined : trouble)
  const delivery = row.deliveries.some(
    (one) =>
      (wanted === undefined || wanted.includes(one.state)) &&
      (code === undefined || one.code === code) &&
      (party === undefined || side === 'from' || (row.from === party && side !== 'to') || one.party === party),
  )
  return (
    delivery &&
    (party === undefined || side !== 'from' || row.from === party) &&
    (type === undefined || row.type === type) &&
    (conversationId === undefined || row.conversationId === conversationId) &&
    (since === undefined || row.receivedAt >= since) &&
    (until === undefined || row.receivedAt < until)
  )
}

const STATES: readonly (readonly DeliveryState[] | undefined)[] = [
  undefined,
  ['dead'],
  ['delivered'],
  ['pending', 'sent', 'retrying'],
  ['dead', 'expired', 'delivered'],
]
const FILTERS: readonly MessageFilter[] = STATES.flatMap((states) =>
  [undefined, 'de', 'az-sms'].flatMap((party) =>
    (party === undefined ? [undefined] : ([undefined, 'from', 'to'] as const)).flatMap((side) =>
      [undefined, 'interview-request' as const].flatMap((type) =>
        [undefined, 'RECIPIENT_BUSY' as const].map((code) => ({
          states,
          party,
          side,
          type,
          code,
          ...(side === 'to' ? { since: at(-3595), until: at(-3580) } : {}),
        })),
      ),
    ),
  ),
)

describe('a list of messages', () => {
  it('has all of them, newest first, and names nobody', async () => {
    expect(all).toHaveLength(61)
    expect(all.map(({ receivedAt }) => receivedAt.getTime())).toEqual(
      all.map(({ receivedAt }) => receivedAt.getTime()).toSorted((a, b) => b - a),
    )
    const [newest] = all
    expect(newest).toMatchObject({ from: 'az-mia', to: ['de'], number: 2, state: 'pending', attempts: 0 })
    expect(newest?.size).toBeGreaterThan(50)
    expect(JSON.stringify(all)).not.toContain(NAME)
  })

  it('gives for every filter what the filter says, and counts as many', async () => {
    for (const filter of FILTERS) {
      const wanted = all.filter((row) => fits(row, filter)).map(({ messageId }) => messageId)
      const { items } = await reading.messages(filter, { limit: 200 })
      expect(
        items.map(({ messageId }) => messageId),
        JSON.stringify(filter),
      ).toEqual(wanted)
      expect(await reading.countMessages(filter), JSON.stringify(filter)).toEqual({ count: wanted.length, capped: false })
    }
  })

  it('of a case has its messages, by any filter', async () => {
    const { conversationId } = all[0] as MessageRow
    expect((await reading.messages({ conversationId }, { limit: 50 })).items.map(({ number }) => number)).toEqual([2, 1])
    expect((await reading.messages({ conversationId, states: ['pending'] }, { limit: 50 })).items.map(({ number }) => number)).toContain(2)
    expect((await reading.messages({ conversationId: 'none' }, { limit: 50 })).items).toEqual([])
  })

  it.each<MessageFilter>([
    {},
    { states: ['dead', 'delivered', 'pending'] },
    { party: 'de' },
    { type: 'acknowledgement', party: 'az-sms', side: 'to' },
  ])('goes page by page to its end and back, missing and repeating none: %o', async (filter) => {
    const wanted = (await reading.messages(filter, { limit: 200 })).items.map(({ messageId }) => messageId)
    const there: string[] = []
    let page = await reading.messages(filter, { limit: 7 })
    expect(page.newer).toBeUndefined()
    for (;;) {
      there.push(...page.items.map(({ messageId }) => messageId))
      if (!page.older) break
      page = await reading.messages(filter, { limit: 7, place: page.older })
    }
    expect(there).toEqual(wanted)
    const back = page.items.map(({ messageId }) => messageId)
    while (page.newer) {
      page = await reading.messages(filter, { limit: 7, place: page.newer })
      back.unshift(...page.items.map(({ messageId }) => messageId))
    }
    expect(back).toEqual(wanted)
  })
})

describe('a message', () => {
  it('is told with its deliveries, their attempts and its case, and without what it says', async () => {
    const dead = all.find(({ deliveries }) => deliveries.length === 2 && deliveries.some(({ state }) => state === 'dead')) as MessageRow
    const sheet = await reading.message(dead.messageId)
    expect(sheet).toMatchObject({ messageId: dead.messageId, state: 'dead', kept: true, flags: [], attachments: [] })
    expect(sheet?.deliveries[0]).toMatchObject({
      state: 'dead',
      history: [{ startedAt: at(-30), durationMs: 12, status: 503, state: 'dead' }],
    })
    expect(sheet?.timeline.map(({ event }) => event)).toContain('SubmissionAcceptance')
    const second = await reading.message((all[0] as MessageRow).messageId, 'az-mia')
    expect(second?.related).toMatchObject([{ number: 1 }])
    expect(await reading.message((all[0] as MessageRow).messageId, 'de')).toBeUndefined()
    expect(await reading.message('none')).toBeUndefined()
    expect(JSON.stringify([sheet, second])).not.toContain(NAME)
  })

  it('shows what an operator did with it, and why', async () => {
    const { messageId, deliveries } = all.find(({ state }) => state === 'dead') as MessageRow
    await database.operations.skip(deliveries[0]?.deliveryId ?? '', { by: 'nergiz', reason: 'təkrar göndərilib', at: NOW })
    expect((await reading.message(messageId))?.acts).toEqual([
      { at: NOW, event: 'delivery.skipped', by: 'nergiz', reason: 'təkrar göndərilib' },
    ])
    await database.pool.query(`UPDATE delivery SET state = 'dead' WHERE delivery_id = $1`, [deliveries[0]?.deliveryId])
  })

  it('is found by its id, by that of a delivery, and by its case', async () => {
    const { messageId, from, conversationId, deliveries } = all[0] as MessageRow
    expect(await reading.find(messageId)).toEqual([{ kind: 'message', id: messageId, from }])
    expect(await reading.find(deliveries[0]?.deliveryId ?? '')).toEqual([{ kind: 'delivery', id: messageId, from }])
    expect(await reading.find(conversationId)).toEqual([{ kind: 'conversation', id: conversationId }])
    expect(await reading.find('Qəribəliyev')).toEqual([])
  })
})

describe('the overview', () => {
  it('counts what fails by party and code, and what waits', async () => {
    const directory = directoryOf(await database.store.directory())
    const traffic = postgresTraffic(database.pool)
    while ((await traffic.count(at(1))) === 'more');
    const { failed, waiting, needsYou, parties, lastMessage, p95DeliveryMs, oldestWaiting } = overviewFor(
      await reading.standing(NOW),
      directory,
      [],
      { count: 0 },
      NOW,
    )
    const of = (...states: readonly DeliveryState[]): number =>
      all.flatMap(({ deliveries }) => deliveries).filter(({ state }) => states.includes(state)).length
    expect(failed).toBe(of('dead', 'held', 'expired'))
    const known = new Set(directory.parties.map(({ id }) => id))
    const open = all
      .flatMap(({ deliveries }) => deliveries)
      .filter(({ state, party }) => ['pending', 'sent', 'retrying'].includes(state) && known.has(party))
    expect(waiting).toBe(open.length)
    expect(needsYou.filter(({ kind }) => kind === 'failures').reduce((sum, { count }) => sum + count, 0)).toBe(failed)
    expect(lastMessage?.messageId).toBe(all[0]?.messageId)
    expect(p95DeliveryMs).toBeGreaterThan(3_000_000)
    expect(parties.map(({ id }) => id)).toEqual([...known])
    expect(oldestWaiting ?? NOW).toBeInstanceOf(Date)
  })
})

describe('traffic', () => {
  it('is counted once, however often it is counted', async () => {
    const traffic = postgresTraffic(database.pool)
    while ((await traffic.count(at(1))) === 'more');
    await traffic.count(at(1))
    const sum = (figures: readonly number[]): number => figures.reduce((all, one) => all + one, 0)
    for (const range of ['24h', '7d', '30d'] as const) {
      const { series } = await chartFor(traffic, range, NOW)
      expect(sum(series.flatMap(({ accepted }) => accepted)), range).toBe(all.length)
      const delivered = all.flatMap(({ deliveries }) => deliveries).filter(({ state }) => state === 'delivered').length
      expect(sum(series.flatMap(({ delivered }) => delivered)), range).toBe(delivered)
      expect(sum(series.flatMap(({ failed }) => failed)), range).toBeGreaterThan(10)
    }
    const { series, from, stepS } = await chartFor(traffic, '24h', NOW, 'de')
    expect(series.map(({ party }) => party)).toEqual(['de'])
    expect(series[0]?.accepted).toHaveLength((NOW.getTime() - from.getTime()) / (stepS * 1000) + 1)
    expect((await traffic.flows(600, at(-86_400))).find((flow) => flow.from === 'de' && flow.to === 'az-mia')?.count).toBeGreaterThan(0)
  })

  it('knows when a party was last heard', async () => {
    const { parties } = await reading.standing(NOW)
    const last = all.find(({ from }) => from === 'de')
    expect(parties.find(({ party }) => party === 'de')?.lastIn ?? last?.receivedAt).toEqual(last?.receivedAt)
  })

  it('puts stretches where they belong, and tells quantiles from half octaves', () => {
    expect(stretchOf(new Date('2026-11-21T09:14:31Z'), 600)).toEqual(new Date('2026-11-21T09:10:00Z'))
    expect(quantileOf([], 0.5)).toBeUndefined()
    const slots = [
      { slot: 20, count: 95 },
      { slot: 30, count: 5 },
    ]
    expect([quantileOf(slots, 0.5), quantileOf(slots, 0.95), quantileOf(slots, 0.96)]).toEqual([1218, 1218, 38968])
  })
})
