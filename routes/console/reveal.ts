/** Showing what a message says: for a purpose, after a step-up, audited before a byte leaves, and only the classes of data that are needed. */
import { type Static, Type } from '@sinclair/typebox'
import { Hono } from 'hono'
import { type RefusalCode, refusal } from '#core/console/refusal.ts'
import { fieldsOf, PURPOSES } from '#core/console/revealing.ts'
import { DATA_CLASSES, type DataClass } from '#schemas/permitted-data.ts'
import type { Console, ConsoleEnv } from './console.ts'
import { closed, oneOf, REASON, taking } from './input.ts'
import type { Requires } from './permission.ts'
import { doingOf } from './visitor.ts'

const Wish = Type.Object(
  {
    purpose: oneOf(...PURPOSES),
    reason: REASON,
    classes: Type.Array(oneOf(...(Object.keys(DATA_CLASSES) as DataClass[])), { minItems: 1, uniqueItems: true }),
    from: Type.Optional(Type.String({ maxLength: 32 })),
  },
  closed,
)

/** How long the page shows it. */
const SHOWN_S = 60

const REFUSED = { hurried: 'HURRIED', absent: 'NOT_FOUND', erased: 'ERASED', ambiguous: 'CONFLICT' } as const satisfies Record<
  string,
  RefusalCode
>

export function revealRoutes({ bodies, clock, log }: Console, requires: Requires) {
  return new Hono<ConsoleEnv>().post('/:id/reveal', requires('message.reveal', 'stepped-up'), taking(Wish), async (c) => {
    const messageId = c.req.param('id')
    const { reason, purpose, classes, from }: Static<typeof Wish> = c.req.valid('json')
    const now = clock.now()
    const may = await bodies.mayReveal({ messageId, from, purpose, classes }, { ...doingOf(c.var.session, now), reason })
    if (may === 'hurried') log.warn('message.reveal-refused', { messageId })
    if (may !== 'yes') throw refusal(REFUSED[may])
    const message = await bodies.read(messageId, from)
    if (!message) throw refusal('ERASED')
    return c.json({
      type: message.type,
      fields: fieldsOf(message.type, message.body, classes),
      /** Laid over what is shown. */
      watermark: `${c.var.session.account} ${now.toISOString()}`,
      hideAfterS: SHOWN_S,
    })
  })
}
