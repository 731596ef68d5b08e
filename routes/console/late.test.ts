/** What is late, what was done, and what comes by itself. */
import { parseResponse } from 'hono/client'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { figures } from '#prisma/figures.ts'
import { acceptance, deliveryTo } from '#test/acceptance.ts'
import { type ConsoleWorld, consoleWorld, type Visitor } from '#test/console.ts'
import { eightMessages } from '#test/console-messages.ts'

const NAME = 'Gülçöhrə Qəribəliyeva'
let world: ConsoleWorld
let operator: Visitor
let ids: readonly string[]

beforeAll(async () => {
  world = await consoleWorld()
  ids = await eightMessages(world, NAME)
  operator = await world.signedIn('operator')
})
afterAll(() => world.close())

describe('deadlines', () => {
  beforeAll(async () => {
    for (const [n, days] of [-3, 0.001, 2, 40].entries()) {
      const dueAt = new Date(Date.now() + days * 86_400_000)
      await world.database.pool.query(
        `INSERT INTO clock (conversation_id, clock_id, rule_set, rule_set_version, limit_row, started_by, state, opened_at, started_at, due_at, warn_at, time_zone,
          extensions, confidence, confirmed, open_years)
        SELECT conversation_id, message_id || ':T5', 'eu-az-2014', 1, 'T5', message_id, 'running', received_at, received_at, $2, '{}', 'Asia/Baku', 0, 'V', true, '{}'
        FROM message WHERE message_id = $1`,
        [ids[n], dueAt],
      )
    }
  })

  it('come soonest first, with whose turn it is, and page on to later ones', async () => {
    const { api } = operator
    const first = await parseResponse(api.deadlines.$get({ query: { limit: '3' } }))
    expect(first.items.map(({ startedBy }) => startedBy)).toEqual(ids.slice(0, 3))
    const sides = { requesting: 'az-sms', requested: 'de', startedByType: 'readmission-application' }
    expect(first.items[0]).toMatchObject({ group: 'overdue', daysLeft: -3, ...sides })
    expect(first.items[0]?.title?.length).toBeGreaterThan(5)
    const later = await parseResponse(api.deadlines.$get({ query: { limit: '3', cursor: first.older as string } }))
    expect(later.items.map(({ group }) => group)).toEqual(['later'])
    const back = await parseResponse(api.deadlines.$get({ query: { limit: '3', cursor: later.newer as string } }))
    expect(back.items).toEqual(first.items)
  })

  it('are grouped by how near they are, counted, and filtered by party', async () => {
    const { api } = operator
    const counts = await parseResponse(api.deadlines.count.$get({ query: {} }))
    expect(counts).toMatchObject({ overdue: 1, later: 1, paused: 0 })
    expect(counts.today + counts.soon).toBe(2)
    expect((await parseResponse(api.deadlines.$get({ query: { group: 'overdue', party: 'de' } }))).items).toHaveLength(1)
    expect((await parseResponse(api.deadlines.$get({ query: { party: 'fr' } }))).items).toEqual([])
  })

  it('stand in a calendar of working days', async () => {
    const month = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 7)
    const { days } = await parseResponse(operator.api.deadlines.calendar.$get({ query: { month } }))
    expect(days.length).toBeGreaterThan(27)
    expect(days.reduce((sum, { due }) => sum + due, 0)).toBeGreaterThan(0)
    expect(days.filter(({ working }) => !working).length).toBeGreaterThan(7)
  })
})

describe('the audit trail', () => {
  it('says that it was looked at for every page of it, however one got there', async () => {
    const auditor = await world.signedIn('auditor')
    const views = async () =>
      (await world.database.pool.query("SELECT FROM audit_link WHERE event = 'audit.viewed' AND role = 'auditor'")).rowCount
    const page = await parseResponse(auditor.api.audit.$get({ query: { limit: '5' } }))
    const before = await views()
    await auditor.api.audit.$get({ query: { limit: '5', cursor: page.older as string } })
    expect(await views()).toBe((before ?? 0) + 1)
  })

  it('that somebody has changed behind the hub is told as broken, in the metrics too, and stays so while it is verified again', async () => {
    const broken = await consoleWorld()
    try {
      await eightMessages(broken, NAME)
      const { pool, verifications } = broken.database
      await pool.query("UPDATE audit_link SET event = 'SubmissionRejection' WHERE number = 2 AND party = 'de'")
      await broken.console.verifying.begin()
      await vi.waitFor(async () => expect(await broken.console.verifying.last()).toMatchObject({ state: 'done' }), 10_000)
      const { verdict } = await broken.console.verifying.last()
      expect(verdict?.broken).toEqual([expect.objectContaining({ party: 'de', number: 2 })])
      expect((await figures(pool, broken.now())).verified).toMatchObject({ broken: 1 })
      expect(broken.logged()).toContain('audit.broken')
      expect(await verifications.begin(broken.now())).toBe(true)
      expect(await verifications.begin(broken.now())).toBe(false)
      expect(await verifications.last(broken.now())).toMatchObject({ state: 'running', verdict: { broken: [{ party: 'de' }] } })
      await verifications.end(undefined, broken.now())
      expect(await verifications.last(broken.now())).toMatchObject({ state: 'failed', verdict: { broken: [{ party: 'de' }] } })
    } finally {
      await broken.close()
    }
  })

  it('shows an operator his own acts, an auditor all, and says who has looked', async () => {
    const auditor = await world.signedIn('auditor')
    const own = await parseResponse(operator.api.audit.$get({ query: {} }))
    expect(own.items.length).toBeGreaterThan(0)
    expect(new Set(own.items.map(({ by }) => by)).size).toBe(1)
    const all = await parseResponse(auditor.api.audit.$get({ query: { limit: '200' } }))
    expect(all.items.map(({ event }) => event)).toContain('SubmissionAcceptance')
    const acts = await parseResponse(auditor.api.audit.$get({ query: { acts: 'true', event: 'audit.viewed' } }))
    expect(acts.items.map(({ by }) => by?.split('-')[0])).toContain('auditor')
    expect(acts.items.every(({ event }) => event === 'audit.viewed')).toBe(true)
    const page = await parseResponse(auditor.api.audit.$get({ query: { limit: '5' } }))
    const next = await parseResponse(auditor.api.audit.$get({ query: { limit: '5', cursor: page.older as string } }))
    const links = [...page.items, ...next.items].map(({ party, lane, number }) => `${party} ${lane} ${number}`)
    expect(new Set(links).size).toBe(10)
    const one = await parseResponse(auditor.api.audit.$get({ query: { message: ids[7] as string } }))
    expect(one.items.map(({ event }) => event)).toEqual(['SubmissionAcceptance'])
  })

  it('is verified from its first link to its last, and is exported with a signature that says what it is', async () => {
    const auditor = await world.signedIn('auditor')
    expect((await operator.post('/api/audit/verify')).status).toBe(403)
    expect((await auditor.post('/api/audit/verify')).status).toBe(202)
    const verification = () => parseResponse(auditor.api.audit.verification.$get())
    await vi.waitFor(async () => expect(await verification()).toMatchObject({ state: 'done', verdict: { broken: [] } }), 10_000)
    const { items } = await parseResponse(auditor.api.audit.$get({ query: { event: 'audit.chain-held' } }))
    expect(items.map(({ object }) => object)).toEqual([expect.stringMatching(/^\d+ links$/)])
    const response = await auditor.get('/api/audit/export?acts=true')
    const [header = ''] = (response.headers.get('jws-signature') ?? '').split('.')
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toMatchObject({ typ: 'korpu-audit-export' })
    const exported: { readonly complete: boolean; readonly links: readonly { readonly event: string }[] } = JSON.parse(
      await response.text(),
    )
    expect(exported.complete).toBe(true)
    expect(exported.links.map(({ event }) => event)).toContain('audit.exported')
  })
})

it('statistics and what the hub is made of are read by everybody who may', async () => {
  const { api } = operator
  const [from, to] = ['2026-01', '2026-12']
  const report = await parseResponse(api.statistics.$get({ query: { from, to } }))
  expect(report).toMatchObject({ from, to, figures: expect.arrayContaining([expect.objectContaining({ measure: 'APPLICATIONS' })]) })
  expect(await (await operator.get(`/api/statistics/export.csv?from=${from}&to=${to}`)).text()).toMatch(/^measure,/)
  expect((await operator.get('/api/statistics?from=2026-12&to=2026-01')).status).toBe(422)
  const system = await parseResponse(api.administration.system.$get())
  expect(system.database.bytes).toBeGreaterThan(1_000_000)
  expect(system.auditLinks).toBeGreaterThan(8)
  expect(system.queue).toMatchObject({ waiting: 5, dead: 3 })
  expect(Math.abs(system.database.clockAheadMs)).toBeLessThan(60_000)
  expect(system.disk?.freeBytes).toBeGreaterThan(0)
  const { items } = await parseResponse(api.administration.rules.$get())
  expect(items.find(({ id }) => id === 'eu-az-2014')?.rows.find(({ row }) => row === 'T5')?.article.length).toBeGreaterThan(1)
})

it('the diagnostic report tells how the hub stands and nothing about people, and that it was taken is audited', async () => {
  const report = await operator.get('/api/administration/diagnosis')
  const text = await report.text()
  expect(JSON.parse(text)).toMatchObject({
    system: { queue: { dead: 3 } },
    failures: [{ party: 'de', code: 'RECIPIENT_REFUSED', count: 3 }],
    ruleSets: expect.arrayContaining([expect.objectContaining({ id: 'eu-az-2014' })]),
  })
  expect(text).not.toMatch(/Gülçöhrə|BEGIN|https?:|[0-9a-f]{64}/)
  const { items } = await parseResponse(operator.api.audit.$get({ query: { event: 'system.diagnosed' } }))
  expect(items).toHaveLength(1)
})

it('the stream tells that messages have come, in counts, and ends with the session', async () => {
  const visitor = await world.signedIn('operator')
  const response = await visitor.get('/api/events')
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const heard: string[] = []
  const listening = (async () => {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      heard.push(Buffer.from(value).toString())
    }
  })()
  await world.database.store.accept(acceptance({ from: 'fr', deliveries: [deliveryTo('az-mia')], text: NAME, receivedAt: new Date() }))
  await vi.waitFor(() => expect(heard.join('')).toContain('event: messages.changed'), 10_000)
  expect(heard.join('')).toContain('"count":1')
  expect(heard.join('')).not.toContain('Gülçöhrə')
  await visitor.post('/api/sign-out')
  await listening
})
