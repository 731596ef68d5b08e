/** Statutory clocks: what is due, what is over, and when. */
import { Type } from '@sinclair/typebox'
import { Hono } from 'hono'
import { addMonths, startOf } from '#core/clocks/days.ts'
import { calendarOf, deadlineOf, GROUPS, HOME } from '#core/console/deadlines.ts'
import { CALENDARS } from '#schemas/calendars/calendar.ts'
import { askedOf, listOf, oneOf, paging, party, uuid } from './asking.ts'
import type { Console, ConsoleEnv } from './console.ts'
import { asking, closed } from './input.ts'
import type { Requires } from './permission.ts'

const LIST = Type.Object(
  {
    group: Type.Optional(oneOf(GROUPS)),
    party: Type.Optional(party),
    conversation: Type.Optional(uuid),
    ruleSet: Type.Optional(Type.String({ pattern: '^[a-z0-9-]{1,40}$' })),
    limit_row: Type.Optional(Type.String({ pattern: '^[A-Z][A-Z0-9]{0,7}$' })),
    ...paging,
  },
  closed,
)
const WHOSE = Type.Object({ party: Type.Optional(party) }, closed)
const MONTH = Type.Object({ month: Type.String({ pattern: '^20\\d\\d-(0[1-9]|1[0-2])$' }) }, closed)

export function deadlineRoutes({ reading, hub }: Console, requires: Requires) {
  return new Hono<ConsoleEnv>()
    .get('/', requires('deadlines.read'), asking(LIST), async (c) => {
      const { group, party: id, conversation, ruleSet, limit_row, ...page } = c.req.valid('query')
      const now = hub.clock.now()
      const found = await reading.deadlines(
        { group, party: id, conversationId: conversation, ruleSet, limit: limit_row },
        askedOf(page),
        now,
      )
      const items = found.items.map((clock) => deadlineOf(clock, hub.ruleSets, hub.directory(), now))
      return c.json(listOf({ ...found, items }))
    })
    .get('/count', requires('deadlines.read'), asking(WHOSE), async (c) =>
      c.json(await reading.deadlineCounts(c.req.valid('query').party, hub.clock.now())),
    )
    .get('/calendar', requires('deadlines.read'), asking(MONTH), async (c) => {
      const { month } = c.req.valid('query')
      const first = `${month}-01`
      const due = await reading.dueDays(startOf(first, HOME.timeZone), startOf(addMonths(first, 1), HOME.timeZone))
      return c.json({ month, days: calendarOf(month, due, CALENDARS) })
    })
}
