/** 405 with the methods that this address does have. */
import type { Context, Hono } from 'hono'
import { hubError } from '#core/errors.ts'
import type { ExchangeEnv } from './request.ts'

/** To be registered after the methods of `path`. */
export function onlyMethods(app: Hono<ExchangeEnv>, path: string, allow: string): void {
  app.all(path, (c: Context<ExchangeEnv>) => {
    c.set('allow', allow)
    throw hubError('METHOD', { detail: `Allowed here: ${allow}.` })
  })
}
