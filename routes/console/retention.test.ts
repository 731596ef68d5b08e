/** Retention as two administrators agree on it, applied by the same code as the file of the settings. */
import { parseResponse } from 'hono/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { retentionFrom } from '#core/console/retention.ts'
import { eraseDue } from '#core/flow/erase.ts'
import { type ConsoleWorld, consoleWorld, type Visitor } from '#test/console.ts'
import { eightMessages } from '#test/console-messages.ts'

const REASON = 'Agreed with the data protection officer'
let world: ConsoleWorld
let first: Visitor
let second: Visitor
let ids: readonly string[]
beforeAll(async () => {
  world = await consoleWorld()
  ids = await eightMessages(world, 'Gülçöhrə Qəribəliyeva')
  ;[first, second] = [await world.signedIn('administrator'), await world.signedIn('administrator')]
})
afterAll(() => world.close())

const bodyOf = async <T>(response: Response): Promise<T> => (await response.json()) as T
const codeIn = async (response: Response) => (await bodyOf<{ readonly code?: string }>(response)).code

async function agree(asked: Response): Promise<string> {
  const { approvalId } = await bodyOf<{ readonly approvalId: string }>(asked)
  const path = `/api/approvals/${approvalId}`
  const { seen } = await bodyOf<{ readonly seen: string }>(await second.get(path))
  return (await bodyOf<{ readonly state: string }>(await second.post(`${path}/approve`, { seen }))).state
}

describe('retention rules', () => {
  const rules = [
    { rule: 'closed', outcomes: ['CLOSED'], days: 30 },
    { rule: 'rest', days: 365 },
  ]

  it('are none at first, are asked for by one administrator and hold once another has agreed', async () => {
    expect(await parseResponse(first.api.retention.$get())).toEqual({ source: 'console', rules: [] })
    const asked = await first.post('/api/retention', { rules, reason: REASON })
    expect((await parseResponse(first.api.retention.$get())).rules).toEqual([])
    expect(await agree(asked)).toBe('done')
    expect((await parseResponse(first.api.retention.$get())).rules).toEqual(rules)
    expect(await parseResponse(first.api.retention.due.$get())).toEqual({
      items: [
        { rule: 'closed', count: 0 },
        { rule: 'rest', count: 0 },
      ],
      more: false,
    })
    const { rows } = await world.database.pool.query("SELECT object, reason FROM audit_link WHERE event = 'retention.changed'")
    expect(rows).toEqual([{ object: 'closed:30 rest:365', reason: REASON }])
  })

  it('erase what is due, as those of a file do', async () => {
    const { store, retention, pool } = world.database
    await pool.query("UPDATE message SET received_at = now() - interval '400 days' WHERE message_id = ANY ($1)", [ids.slice(5)])
    const now = await retentionFrom(undefined, retention).rules()
    expect((await parseResponse(first.api.retention.due.$get())).items).toContainEqual({ rule: 'rest', count: 3 })
    expect((await eraseDue({ store, clock: { now: world.now }, log: world.console.log }, now)).erased).toBe(3)
    expect((await world.console.reading.message(ids[7] as string))?.kept).toBe(false)
    expect((await world.console.reading.message(ids[0] as string))?.kept).toBe(true)
  })

  it('of a file cannot be changed in the console, and count instead of those agreed on there', async () => {
    const file = [{ rule: 'file', days: 10 }]
    expect(await retentionFrom(file, world.database.retention).rules()).toEqual(file)
    expect(retentionFrom(file, world.database.retention).source).toBe('file')
  })

  it.each([
    ['no days', [{ rule: 'a' }]],
    ['less than a day', [{ rule: 'a', days: 0 }]],
    ['a type that is none', [{ rule: 'a', days: 1, types: ['letter'] }]],
    ['a state that is none', [{ rule: 'a', days: 1, outcomes: ['LOST'] }]],
    [
      'a name twice',
      [
        { rule: 'a', days: 1 },
        { rule: 'a', days: 2 },
      ],
    ],
    ['a name of several words', [{ rule: 'a b', days: 1 }]],
  ])('with %s are refused', async (_, given) => {
    expect(await codeIn(await first.post('/api/retention', { rules: given, reason: REASON }))).toBe('BAD_INPUT')
  })
})

describe('erasing one message', () => {
  it('takes two administrators, leaves the proof, and is done once', async () => {
    // The three oldest were erased above; those that wait are under way.
    const messageId = ids[4] as string
    const ask = (id: string) => first.post('/api/retention/erasures', { messageId: id, from: 'az-sms', reason: REASON })
    await world.database.pool.query("UPDATE delivery SET state = 'delivered' WHERE message_id = $1", [messageId])
    expect(await agree(await ask(messageId))).toBe('done')
    expect((await world.console.reading.message(messageId))?.kept).toBe(false)
    expect(await codeIn(await ask(messageId))).toBe('ERASED')
    expect(await codeIn(await ask('00000000-0000-4000-8000-000000000000'))).toBe('NOT_FOUND')
    const { rows } = await world.database.pool.query("SELECT event, reason FROM audit_link WHERE event = 'ContentErasure operator'")
    expect(rows).toEqual([{ event: 'ContentErasure operator', reason: REASON }])
  })

  it('fails while a delivery of it is under way', async () => {
    const asked = await first.post('/api/retention/erasures', { messageId: ids[0], from: 'az-sms', reason: REASON })
    expect(await agree(asked)).toBe('failed')
    expect((await world.console.reading.message(ids[0] as string))?.kept).toBe(true)
  })
})

it('only administrators ask, and all may read', async () => {
  for (const role of ['operator', 'auditor'] as const) {
    const visitor = await world.signedIn(role)
    expect((await visitor.get('/api/retention')).status).toBe(200)
    expect((await visitor.post('/api/retention', { rules: [], reason: REASON })).status).toBe(403)
    const one = { messageId: ids[0], from: 'az-sms', reason: REASON }
    expect((await visitor.post('/api/retention/erasures', one)).status).toBe(403)
  }
})
