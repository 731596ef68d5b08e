/** Messages: lists, counts, one of them; metadata alone. */
import { Type } from '@sinclair/typebox'
import { Hono } from 'hono'
import { linesOf } from '#core/console/csv.ts'
import type { Found, MessageFilter, MessageRow, Place, Reading } from '#core/console/reading.ts'
import { refusal } from '#core/console/refusal.ts'
import { askedOf, filtering, filterOf, listOf, paging, party } from './asking.ts'
import type { Console, ConsoleEnv } from './console.ts'
import { asking, closed, line, taking } from './input.ts'
import type { Requires } from './permission.ts'
import { signerOf } from './signer.ts'
import { doingOf } from './visitor.ts'

const FILTER = Type.Object(filtering, closed)
const LIST = Type.Object({ ...filtering, ...paging }, closed)
const WHOSE = Type.Object({ from: Type.Optional(party) }, closed)
/** As long as the standard lets one be. */
const REFERENCE = Type.Object({ reference: line(64) }, closed)
const SOUGHT = Type.Object({ q: Type.String({ minLength: 1, maxLength: 100 }) }, closed)

const CSV_MOST = 10_000
const CSV_PAGE = 200
const CSV_COLUMNS = [
  'receivedAt',
  'messageId',
  'from',
  'to',
  'type',
  'state',
  'code',
  'attempts',
  'dueAt',
  'conversationId',
  'number',
  'size',
] as const

export function messageRoutes(console: Console, requires: Requires) {
  const { reading, hub } = console
  return new Hono<ConsoleEnv>()
    .get('/', requires('messages.read'), asking(LIST), async (c) => {
      const query = c.req.valid('query')
      return c.json(listOf(await reading.messages(filterOf(query), askedOf(query))))
    })
    .get('/count', requires('messages.read'), asking(FILTER), async (c) =>
      c.json(await reading.countMessages(filterOf(c.req.valid('query')))),
    )
    .get('/export.csv', requires('messages.read'), asking(FILTER), async (c) => {
      const doing = doingOf(c.var.session, console.clock.now())
      await console.trail.record({ ...doing, event: 'messages.exported', party: 'hub', object: filterNamed(c.req.valid('query')) })
      const rows = await rowsOf(reading, filterOf(c.req.valid('query')))
      return c.body(linesOf(CSV_COLUMNS, rows), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="messages.csv"',
      })
    })
    .get('/:id', requires('messages.read'), asking(WHOSE), async (c) => {
      const sheet = await reading.message(c.req.param('id'), c.req.valid('query').from)
      if (!sheet) throw refusal('NOT_FOUND')
      const signer = signerOf(hub.directory(), sheet, hub.clock.now())
      return c.json({ ...sheet, ...(signer && { signer }) })
    })
}

/** What was asked for, in the audit trail: names of fields with codes, ids and times. */
const filterNamed = (query: object): string =>
  Object.entries(query)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ') || 'all'

async function rowsOf(reading: Reading, filter: MessageFilter): Promise<readonly MessageRow[]> {
  const rows: MessageRow[] = []
  let place: Place | undefined
  do {
    const { items, older } = await reading.messages(filter, { limit: CSV_PAGE, place })
    rows.push(...items)
    place = older
  } while (place && rows.length < CSV_MOST)
  return rows
}

/** By the exact id of a message, a delivery or a case; or by the reference that an authority gave its case, which stands in no address. */
export function searchRoutes({ reading, references, trail, clock }: Console, requires: Requires) {
  return new Hono<ConsoleEnv>()
    .get('/', requires('messages.read'), asking(SOUGHT), async (c) => {
      const q = c.req.valid('query').q.trim()
      return c.json({ items: await reading.find(q.toLowerCase()) })
    })
    .post('/references', requires('messages.read'), taking(REFERENCE), async (c) => {
      const ids = await references.find(c.req.valid('json').reference)
      await trail.record({ ...doingOf(c.var.session, clock.now()), event: 'case.sought', party: 'hub', object: ids.join(' ') || 'none' })
      return c.json({ items: ids.map((id): Found => ({ kind: 'conversation', id })) })
    })
}
