/** What operators do: at once where it is little, by two people where it is much. */
import { parseResponse } from 'hono/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptance, auditEvent, deliveryTo } from '#test/acceptance.ts'
import { type ConsoleWorld, codeFor, consoleWorld, signIn, type Visitor } from '#test/console.ts'
import { eightMessages } from '#test/console-messages.ts'

let world: ConsoleWorld
let operator: Visitor
let ids: readonly string[]
const reason = 'tərəfdaş səhvini düzəldib'

beforeAll(async () => {
  world = await consoleWorld()
  ids = await eightMessages(world, 'Vüqar Şərifov')
  operator = await world.signedIn('operator')
})
afterAll(() => world.close())

const deliveryOf = async (id: string) => {
  const sheet = await parseResponse(operator.api.messages[':id'].$get({ param: { id }, query: {} }))
  const [delivery] = sheet.deliveries
  return { id: delivery?.deliveryId ?? '', state: delivery?.state }
}

describe('a few deliveries', () => {
  it('are planned, and replayed at once', async () => {
    const { api } = operator
    const filter = { states: ['dead' as const], party: 'de', code: 'RECIPIENT_REFUSED' as const }
    const plan = await parseResponse(api.replays.plan.$post({ json: { filter } }))
    expect(plan).toMatchObject({ count: 3, needsApproval: false, groups: [{ party: 'de', state: 'dead', count: 3 }] })
    const { id } = await deliveryOf(ids[7] as string)
    const one = await operator.post(`/api/deliveries/${id}/replay`, { reason })
    const { done } = (await one.json()) as { readonly done: { readonly jobId: string } }
    const job = await parseResponse(api.replays[':id'].$get({ param: { id: done.jobId } }))
    expect(job).toMatchObject({ total: 1, state: 'running', reason })
    expect((await parseResponse(api.replays.$get())).items.map(({ jobId }) => jobId)).toContain(done.jobId)
    expect((await operator.post(`/api/replays/${done.jobId}/cancel`, { reason })).status).toBe(200)
    expect((await parseResponse(api.replays[':id'].$get({ param: { id: done.jobId } }))).state).toBe('cancelled')
  })

  it('are let go when they will never be taken, once', async () => {
    const { id } = await deliveryOf(ids[6] as string)
    expect((await operator.post(`/api/deliveries/${id}/skip`, { reason })).status).toBe(200)
    expect((await deliveryOf(ids[6] as string)).state).toBe('cancelled')
    expect((await operator.post(`/api/deliveries/${id}/skip`, { reason })).status).toBe(409)
    expect((await operator.post('/api/deliveries/00000000-0000-4000-8000-000000000000/skip', { reason })).status).toBe(404)
  })
})

describe('many deliveries', () => {
  it('are replayed when another person has approved it, and no more of them than were asked for', async () => {
    const { store } = world.database
    for (let n = 0; n < 55; n++) {
      const delivery = deliveryTo('fr', { expiresAt: new Date(Date.now() + 86_400_000) })
      await store.accept(acceptance({ from: 'az-sms', deliveries: [delivery], receivedAt: new Date() }))
      const audit = auditEvent('ConsignmentRejection', 'fr', { deliveryId: delivery.deliveryId })
      await store.settle(delivery.deliveryId, { state: 'dead', code: 'RECIPIENT_REFUSED' }, { audit })
    }
    const filter = { states: ['dead' as const], party: 'fr' }
    const planned = await parseResponse(operator.api.replays.plan.$post({ json: { filter } }))
    expect(planned).toMatchObject({ count: 55, needsApproval: true })
    const asked = await operator.post('/api/replays', { filter: planned.filter, reason })
    const { approvalId } = (await asked.json()) as { readonly approvalId: string }
    expect((await parseResponse(operator.api.replays.$get())).items.some(({ total }) => total === 55)).toBe(false)

    const person = await world.person('administrator')
    const administrator = world.visitor('10.9.9.9')
    await signIn(world, administrator, person)
    expect((await parseResponse(administrator.api.overview.$get())).needsYou).toContainEqual(
      expect.objectContaining({ kind: 'approval', count: 1 }),
    )
    const looked = (await (await administrator.get(`/api/approvals/${approvalId}`)).json()) as {
      readonly seen: string
      readonly now: object
    }
    expect(looked.now).toMatchObject({ count: 55 })
    world.pass(60)
    await administrator.post('/api/step-up/totp', { code: codeFor(world, person) })
    expect((await administrator.post(`/api/approvals/${approvalId}/approve`, { seen: looked.seen })).status).toBe(200)
    expect((await parseResponse(operator.api.replays.$get())).items.filter(({ total }) => total === 55)).toHaveLength(1)
  })
})

describe('a party', () => {
  it('is held by an administrator at once, by an operator with approval, and by an auditor not at all', async () => {
    const administrator = await world.signedIn('administrator')
    expect(await (await operator.post('/api/parties/de/hold', { reason })).json()).toMatchObject({ approvalId: expect.stringMatching(/-/) })
    expect((await (await world.signedIn('auditor')).post('/api/parties/de/hold', { reason })).status).toBe(403)
    expect(await (await administrator.post('/api/parties/de/hold', { reason })).json()).toMatchObject({
      done: { party: 'de', change: 'hold' },
    })
    await world.follow()
    expect((await parseResponse(operator.api.parties[':id'].$get({ param: { id: 'de' } }))).state).toBe('held')
    expect((await administrator.post('/api/parties/de/hold', { reason })).status).toBe(409)
    expect((await administrator.post('/api/parties/de/resume', { reason })).status).toBe(200)
    expect((await administrator.post('/api/parties/none/hold', { reason })).status).toBe(404)
  })

  it('that fetches what is for it has no connection to be tested; the test is written down', async () => {
    const tested = await parseResponse(operator.api.parties[':id'].test.$post({ param: { id: 'az-sms' } }))
    expect(tested).toMatchObject({ party: 'az-sms' })
    const { rows } = await world.database.pool.query(`SELECT object FROM audit_link WHERE event = 'party.tested'`)
    expect(rows).toHaveLength(1)
  })
})
