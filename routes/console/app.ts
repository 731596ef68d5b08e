/** The console as one application: headers, guards, the API under /api, and the pages. */
import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { NONCE, secureHeaders } from 'hono/secure-headers'
import { refusal } from '#core/console/refusal.ts'
import { consoleApi } from './api.ts'
import type { Console, ConsoleEnv } from './console.ts'
import { sameSite, servedHere } from './guard.ts'
import { type Pages, pageRoutes } from './pages.ts'
import { problemOf } from './problem.ts'
import { visitors } from './visitor.ts'

const MOST_BYTES = 256 * 1024

export function consoleApp(console: Console, pages: Pages): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  app.use(async (c, next) => {
    c.set('requestId', randomUUID())
    await next()
    c.header('korpu-request-id', c.var.requestId)
  })
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", NONCE],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      xFrameOptions: 'DENY',
      permissionsPolicy: { publickeyCredentialsGet: ['self'], camera: [], microphone: [], geolocation: [], usb: [], payment: [] },
    }),
  )
  app.use(servedHere(console.settings))
  app.use('/api/*', sameSite)
  app.use('/api/*', bodyLimit({ maxSize: MOST_BYTES, onError: () => raise('TOO_LARGE') }))
  app.use('/api/*', visitors(console))
  app.use('/api/*', async (c, next) => {
    await next()
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
  })
  app.route('/api', consoleApi(console))
  app.all('/api/*', () => raise('NOT_FOUND'))
  app.route('/', pageRoutes(pages))
  app.notFound(() => raise('NOT_FOUND'))
  app.onError((fault, c) => problemOf(console, fault, c))
  return app
}

function raise(code: 'NOT_FOUND' | 'TOO_LARGE'): never {
  throw refusal(code)
}
