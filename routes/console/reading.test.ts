/** What operators read, over HTTP: pages, filters, charts, and never a name. */
import { parseResponse } from 'hono/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

describe('messages', () => {
  it('come in pages, by cursors that a client need not understand', async () => {
    const { api } = operator
    const first = await parseResponse(api.messages.$get({ query: { limit: '5' } }))
    expect(first.items.map(({ messageId }) => messageId)).toEqual(ids.slice(0, 5))
    expect(first.newer).toBeUndefined()
    const second = await parseResponse(api.messages.$get({ query: { limit: '5', cursor: first.older as string } }))
    expect(second.items.map(({ messageId }) => messageId)).toEqual(ids.slice(5))
    expect(second.older).toBeUndefined()
    const back = await parseResponse(api.messages.$get({ query: { limit: '5', cursor: second.newer as string } }))
    expect(back.items).toEqual(first.items)
    const odd = await parseResponse(api.messages.$get({ query: { limit: '5', cursor: 'nonsense' } }))
    expect(odd.items).toEqual(first.items)
  })

  it('are filtered and counted', async () => {
    const { api } = operator
    const query = {
      state: 'dead,held',
      party: 'de',
      side: 'to' as const,
      code: 'RECIPIENT_REFUSED' as const,
      type: 'readmission-application' as const,
    }
    expect((await parseResponse(api.messages.$get({ query }))).items.map(({ messageId }) => messageId)).toEqual(ids.slice(5))
    expect(await parseResponse(api.messages.count.$get({ query }))).toEqual({ count: 3, capped: false })
  })

  it.each(['state=lost', 'type=letter', 'party=DE', 'since=yesterday', 'limit=0', 'name=Ali'])('are not asked for by %s', async (query) => {
    const response = await operator.get(`/api/messages?${query}`)
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ code: 'BAD_INPUT' })
  })

  it('are told one by one, and found by their id', async () => {
    const { api } = operator
    const [id = ''] = ids
    const sheet = await parseResponse(api.messages[':id'].$get({ param: { id }, query: {} }))
    expect(sheet).toMatchObject({ messageId: id, from: 'az-sms', to: ['de'], state: 'pending' })
    expect(await parseResponse(api.search.$get({ query: { q: ` ${id.toUpperCase()} ` } }))).toEqual({
      items: [{ kind: 'message', id, from: 'az-sms' }],
    })
    expect((await operator.get('/api/messages/none')).status).toBe(404)
  })

  it('go into a spreadsheet, and that is audited', async () => {
    const response = await operator.get('/api/messages/export.csv?state=dead')
    expect(response.headers.get('content-type')).toContain('text/csv')
    const lines = (await response.text()).split('\r\n')
    expect(lines).toHaveLength(5)
    expect(lines[1]).toContain('RECIPIENT_REFUSED')
    const { rows } = await world.database.pool.query(`SELECT event, by, role, object FROM audit_link WHERE event = 'messages.exported'`)
    expect(rows).toEqual([{ event: 'messages.exported', by: expect.stringMatching(/^operator/), role: 'operator', object: 'state=dead' }])
  })
})

it('the overview, the charts and the picture of the exchange tell how the hub stands', async () => {
  const { api } = operator
  const overview = await parseResponse(api.overview.$get())
  expect(overview).toMatchObject({
    failed: 3,
    waiting: 5,
    overdue: 0,
    needsYou: [{ kind: 'failures', party: 'de', code: 'RECIPIENT_REFUSED', count: 3 }],
  })
  const chart = await parseResponse(api.charts.throughput.$get({ query: { range: '15m' } }))
  expect(chart.series.find(({ party }) => party === 'az-sms')?.accepted.reduce((sum, one) => sum + one, 0)).toBe(8)
  const { nodes, links } = await parseResponse(api.exchange.$get({ query: {} }))
  expect(nodes.map(({ party }) => party)).toContain('de')
  expect(links).toMatchObject([{ from: 'az-sms', to: 'de', count: 8 }])
})

it('partners are told with how they are reached and what proves them, and certificates by their end', async () => {
  const { api } = operator
  const { items } = await parseResponse(api.parties.$get())
  expect(items.find(({ id }) => id === 'de')).toMatchObject({
    state: 'up',
    backlog: 5,
    failures: [{ code: 'RECIPIENT_REFUSED', count: 3 }],
  })
  const party = await parseResponse(api.parties[':id'].$get({ param: { id: 'de' } }))
  expect(party.certificates.map(({ use }) => use)).toEqual(['tls', 'signing'])
  expect(party.agreements.length).toBeGreaterThan(0)
  expect((await operator.get('/api/parties/none')).status).toBe(404)
  const certificates = (await parseResponse(api.certificates.$get())).items
  expect(certificates.map(({ validUntil }) => validUntil)).toEqual(certificates.map(({ validUntil }) => validUntil).toSorted())
  expect(certificates.find((one) => one.party === 'de')?.algorithm).toMatch(/^ec /)
})

it('no answer holds what a message says', async () => {
  for (const path of [
    'overview',
    'messages',
    `messages/${ids[0]}`,
    `messages/${ids[7]}`,
    'messages/export.csv',
    'charts/throughput',
    'exchange',
    `search?q=${ids[0]}`,
    'parties',
    'parties/de',
    'certificates',
    'deadlines',
    'audit',
    `audit?message=${ids[0]}`,
  ]) {
    const response = await operator.get(`/api/${path}`)
    expect(response.status, path).toBe(200)
    const text = await response.text()
    for (const part of NAME.split(' ')) expect(text, path).not.toContain(part)
  }
  expect(world.logged()).not.toContain('Gülçöhrə')
})

describe('a case', () => {
  it('is found by a reference, which is recorded without it', async () => {
    const one = acceptance({ from: 'az-sms', deliveries: [deliveryTo('de')], references: ['AZ-17'] })
    await world.database.store.accept(one)
    const { conversationId: id } = one.message
    const seek = (reference: string) => parseResponse(operator.api.search.references.$post({ json: { reference } }))
    expect(await seek('az 17')).toEqual({ items: [] })
    expect(await seek('az-17')).toEqual({ items: [{ kind: 'conversation', id }] })
    const { rows } = await world.database.pool.query(`SELECT object FROM audit_link WHERE event = 'case.sought' ORDER BY number`)
    expect(rows).toEqual([{ object: 'none' }, { object: id }])
    expect((await operator.post('/api/search/references', { reference: '' })).status).toBe(422)
  })
})
