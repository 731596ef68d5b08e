/** No route without it: who may call it. A test walks all routes and fails on one that does not say. */
import type { MiddlewareHandler } from 'hono'
import { refusal } from '#core/console/refusal.ts'
import { type Action, can } from '#core/console/roles.ts'
import { stepUpEndOf } from '#core/console/session.ts'
import type { Console, ConsoleEnv } from './console.ts'
import { keepAlive } from './visitor.ts'

/** `self`: whoever is signed in, about themselves. */
export type Required = Action | 'self'

const REQUIRED = new WeakMap<object, Required>()

/** What a handler that `requires` made asks for; `undefined` for any other. */
export const requiredBy = (handler: object): Required | undefined => REQUIRED.get(handler)

export type Requires = (action: Required, how?: 'passive' | 'stepped-up') => MiddlewareHandler<ConsoleEnv>

/**
 * `requires('messages.read')` comes before the handler of a route; after it `c.var.session` is who asks.
 * A role that may only ask for approval passes: what it asks goes through `ask` (four-eyes.ts), which decides. `passive`: no activity, as the event stream. `stepped-up`: only minutes after the second factor was given again.
 */
export const requiresFor =
  (console: Console): Requires =>
  (action, how) => {
    const handler: MiddlewareHandler<ConsoleEnv> = async (c, next) => {
      const { visitor } = c.var
      if (visitor?.level !== 'full') throw refusal('SIGNED_OUT')
      if (action !== 'self' && !can(visitor.role, action)) throw refusal('NOT_ALLOWED')
      if (how === 'stepped-up' && !stepUpEndOf(visitor, console.clock.now())) throw refusal('STEP_UP')
      c.set('session', visitor)
      if (how !== 'passive') await keepAlive(console, c)
      await next()
    }
    REQUIRED.set(handler, action)
    return handler
  }
