import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleOf } from '#schemas/samples/messages.ts'
import { type ConsoleWorld, consoleWorld, type Visitor } from '#test/console.ts'
import { memoryHub } from '#test/hub.ts'

/** Invented, and planted where it must not come out unasked. */
const PLANTED = 'Gizlinzadə-Şıxlı'

let world: ConsoleWorld
let operator: Visitor
let messageId: string
beforeAll(async () => {
  world = await consoleWorld()
  operator = await world.signedIn('operator')
  const memory = await memoryHub({ store: () => world.database.store })
  const sample = sampleOf('readmission-application', 'full')
  // Binaries beside the message would have to be uploaded first.
  const body: typeof sample.body = JSON.parse(JSON.stringify(sample.body, (name, value) => (name === 'attachments' ? undefined : value)))
  const sent = await memory.send('xa', 'readmission-application', { body: { ...body, subject: { ...body.subject, familyName: PLANTED } } })
  messageId = sent.message.header.messageId
})
afterAll(() => world.close())

const WISH = { purpose: 'delivery-fault', reason: 'Stelle meldet fehlende Angaben', classes: ['i'] }
const reveal = (visitor: Visitor, wish: object = WISH, id = messageId) => visitor.post(`/api/messages/${id}/reveal`, wish)
const codeIn = async (response: Response) => ((await response.json()) as { readonly code?: string }).code
const links = async () =>
  (await world.database.pool.query(`SELECT * FROM audit_link WHERE event LIKE 'message.reveal%' ORDER BY at, number`)).rows

interface Shown {
  readonly type: string
  readonly watermark: string
  readonly hideAfterS: number
  readonly fields: readonly {
    readonly path: string
    readonly class: string
    readonly value?: unknown
    readonly binary?: { readonly bytes: number }
  }[]
}

describe('what a message says', () => {
  it('is shown to an operator: the classes of data asked for, never a picture, and audited as what it was', async () => {
    const response = await reveal(operator)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const { fields, watermark, hideAfterS } = (await response.json()) as Shown
    expect(fields.find(({ path }) => path === 'subject.familyName')).toEqual({ path: 'subject.familyName', class: 'i', value: PLANTED })
    expect(fields.filter((field) => 'value' in field).every((field) => field.class === 'i')).toBe(true)
    const hidden = fields.filter((field) => !('value' in field))
    expect(new Set(hidden.map((field) => field.class))).toEqual(expect.objectContaining(new Set(['iv', 'procedure'])))
    const pictures = fields.filter(({ binary }) => binary)
    expect(pictures.length).toBeGreaterThan(0)
    expect(pictures.every((field) => !('value' in field) && (field.binary?.bytes ?? 0) > 0)).toBe(true)
    expect([watermark, hideAfterS]).toEqual([expect.stringMatching(/^operator-\d+ 20/), 60])
    expect(await links()).toEqual([
      expect.objectContaining({
        event: 'message.revealed delivery-fault i',
        message_id: messageId,
        role: 'operator',
        reason: WISH.reason,
        party: 'hub',
      }),
    ])
  })

  it('hides pictures even where all classes are asked for', async () => {
    const classes = ['i', 'ii', 'iii', 'iv', 'consent', 'procedure']
    const { fields } = (await (await reveal(operator, { ...WISH, classes })).json()) as Shown
    expect(fields.filter((field) => !('value' in field)).map(({ path }) => path.split('.').at(-1))).toEqual(
      fields.filter(({ binary }) => binary).map(() => 'content'),
    )
  })

  it.each(['administrator', 'auditor'] as const)('is not shown to an %s', async (role) => {
    const before = (await links()).length
    expect(await codeIn(await reveal(await world.signedIn(role)))).toBe('NOT_ALLOWED')
    expect((await links()).length).toBe(before)
  })

  it('is not shown without a purpose, a reason, a class, or minutes after the second factor', async () => {
    for (const wish of [
      { ...WISH, purpose: 'curiosity' },
      { ...WISH, reason: '' },
      { ...WISH, classes: [] },
    ])
      expect((await reveal(operator, wish)).status).toBe(422)
    expect(await codeIn(await reveal(operator, WISH, crypto.randomUUID()))).toBe('NOT_FOUND')
    world.pass(301)
    expect(await codeIn(await reveal(operator))).toBe('STEP_UP')
    world.pass(-301)
  })

  it('is shown ten times an hour; what is more is refused, audited and logged', async () => {
    const curious = await world.signedIn('operator')
    const statuses: number[] = []
    for (let i = 0; i < 12; i++) statuses.push((await reveal(curious)).status)
    expect(statuses).toEqual([...Array(10).fill(200), 429, 429])
    expect((await links()).filter(({ event }) => event === 'message.reveal-refused')).toHaveLength(2)
    expect(world.logged()).toContain('message.reveal-refused')
  })

  it('is nowhere in the log, the audit trail or what the console keeps', async () => {
    const tables = ['audit_link', 'console_reveal', 'console_session', 'console_approval']
    const rows = await Promise.all(tables.map((table) => world.database.pool.query(`SELECT * FROM ${table}`)))
    const kept = rows.map((result) => JSON.stringify(result.rows)).join()
    expect(kept).toContain('message.revealed')
    expect(kept + world.logged()).not.toMatch(/gizlin/i)
  })

  it('is told as erased once its body is gone', async () => {
    const other = await world.signedIn('operator')
    await world.database.pool.query('DELETE FROM message_body')
    expect((await reveal(other)).status).toBe(410)
  })
})
