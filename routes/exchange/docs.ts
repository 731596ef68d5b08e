/** The published standard to read, for everyone who can connect. The site is loaded, and each page written, when first asked for. */
import { Hono } from 'hono'
import { hubError } from '#core/errors.ts'
import { onlyMethods } from './method.ts'
import type { ExchangeEnv } from './request.ts'

const MEDIA_TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  md: 'text/markdown; charset=utf-8',
}
const FOLDER = '/v1/docs/'

export function docsRoutes(): Hono<ExchangeEnv> {
  const written = new Map<string, string>()
  const app = new Hono<ExchangeEnv>()
  app.get('/docs/*', async (c) => {
    if (c.req.path === FOLDER.slice(0, -1)) return c.redirect(FOLDER, 308)
    const { SITE } = await import('#docs/site/site.ts')
    const name = c.req.path.slice(FOLDER.length) || 'index.html'
    const text = written.get(name) ?? SITE.get(name)?.()
    if (text === undefined) throw hubError('NOT_FOUND')
    written.set(name, text)
    return c.body(text, 200, {
      'content-type': MEDIA_TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain',
      'content-security-policy': "default-src 'none'; style-src 'self'",
      'x-content-type-options': 'nosniff',
    })
  })
  onlyMethods(app, '/docs/*', 'GET')
  return app
}
