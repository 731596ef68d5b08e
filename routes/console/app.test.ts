import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ConsoleWorld, consoleWorld, HOST } from '#test/console.ts'
import type { Page } from './pages.ts'
import { requiredBy } from './permission.ts'

const page = (type: string, text: string, packed: Page['packed'] = new Map()): Page => ({ type, bytes: Buffer.from(text), packed })

const PAGES = new Map([
  ['/index.html', page('text/html; charset=utf-8', '<meta name="csp-nonce" content="__NONCE__">')],
  ['/boot.js', page('text/javascript; charset=utf-8', 'boot')],
  [
    '/assets/app-1.js',
    page(
      'text/javascript; charset=utf-8',
      'plain',
      new Map([
        ['br', Buffer.from('br')],
        ['gzip', Buffer.from('gz')],
      ]),
    ),
  ],
])

let world: ConsoleWorld
beforeAll(async () => {
  world = await consoleWorld({ pages: PAGES })
})
afterAll(() => world.close())

/** Those who are not signed in need these. */
const OPEN = new Set([
  'GET /api/sign-in',
  'POST /api/sign-in',
  'POST /api/sign-in/totp',
  'POST /api/sign-in/recovery',
  'POST /api/sign-in/passkey/options',
  'POST /api/sign-in/passkey',
  'GET /api/single-sign-on/start',
  'GET /api/single-sign-on/callback',
  'POST /api/enrol',
  'POST /api/enrol/totp',
  'POST /api/enrol/passkey/options',
  'POST /api/enrol/passkey',
  'POST /api/sign-out',
  'ALL /api/*',
])

it('has no route of the API that does not say who may call it', () => {
  const routes = Map.groupBy(
    world.app.routes.filter(({ path }) => path.startsWith('/api/')),
    ({ method, path }) => `${method} ${path}`,
  )
  const guarded = (name: string) => routes.get(name)?.some(({ handler }) => requiredBy(handler) !== undefined)
  expect([...routes.keys()].filter((name) => !OPEN.has(name) && !guarded(name))).toEqual([])
  expect([...OPEN].filter((name) => !routes.has(name) || guarded(name))).toEqual([])
  expect(routes.size).toBeGreaterThan(OPEN.size)
})

describe('requests of other sites', () => {
  it.each([
    ['JSON from another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a form of another site', { 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' }, 403],
    ['a sibling host', { 'sec-fetch-site': 'same-site' }, 403],
    ['an address that was typed', { 'sec-fetch-site': 'none' }, 403],
    ['the page itself', { 'sec-fetch-site': 'same-origin' }, 200],
  ])('%s', async (_, headers, status) => {
    expect((await world.visitor().post('/api/sign-out', {}, headers)).status).toBe(status)
  })

  it('are known by their origin where a browser says no more', async () => {
    const send = (origin?: string) =>
      world.app.request(
        '/api/sign-out',
        { method: 'POST', headers: { host: HOST, ...(origin === undefined ? {} : { origin }) } },
        { incoming: { socket: {} } },
      )
    expect((await send()).status).toBe(403)
    expect((await send('http://evil.example')).status).toBe(403)
    expect((await send(`http://${HOST}`)).status).toBe(200)
  })

  it('that gave this machine a name of their own are refused, reading as well', async () => {
    expect((await world.visitor().get('/api/sign-in', { host: 'evil.example:8080' })).status).toBe(421)
    expect((await world.visitor().get('/', { host: 'evil.example:8080' })).status).toBe(421)
  })
})

describe('the pages', () => {
  it('come with a policy that lets in no script and no style but their own, under a nonce that is never the same', async () => {
    const [one, two] = [await world.visitor().get('/messages'), await world.visitor().get('/')]
    const policy = one.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toContain('unsafe')
    const [, nonce = ''] = /nonce-([^']+)/.exec(policy) ?? []
    expect(await one.text()).toBe(`<meta name="csp-nonce" content="${nonce}">`)
    expect(await two.text()).not.toContain(nonce)
    expect(one.headers.get('cache-control')).toBe('no-store')
    expect(one.headers.get('x-frame-options')).toBe('DENY')
    expect(one.headers.get('referrer-policy')).toBe('no-referrer')
  })

  it('are sent as they were compressed by the build, and kept for ever where their name says what is in them', async () => {
    const get = async (path: string, accepted: string) => {
      const response = await world.visitor().get(path, { 'accept-encoding': accepted })
      return [response.headers.get('content-encoding'), await response.text(), response.headers.get('cache-control')]
    }
    const forever = 'public, max-age=31536000, immutable'
    expect(await get('/assets/app-1.js', 'gzip, deflate, br')).toEqual(['br', 'br', forever])
    expect(await get('/assets/app-1.js', 'gzip, br;q=0')).toEqual(['gzip', 'gz', forever])
    expect(await get('/assets/app-1.js', '')).toEqual([null, 'plain', forever])
    expect(await get('/boot.js', 'br')).toEqual([null, 'boot', 'no-cache'])
  })

  it.each(['/assets/app-0.js', '/favicon.ico', '/api/nothing', '/assets/../../package.json', '/messages.php'])(
    'are not sent in place of %s',
    async (path) => {
      const response = await world.visitor().get(path)
      expect(response.status).toBe(404)
      expect(await response.json()).toMatchObject({ code: 'NOT_FOUND', status: 404 })
      expect(response.headers.get('cache-control')).not.toContain('immutable')
    },
  )

  it('say so where they were not built', async () => {
    const { consoleApp } = await import('./app.ts')
    const bare = await consoleApp(world.console, new Map()).request('/', { headers: { host: HOST } }, { incoming: { socket: {} } })
    expect(bare.status).toBe(503)
    expect(await bare.text()).toContain('has not been built')
  })
})

describe('input', () => {
  it('that is not what is asked for is refused with the places, never with what stood there', async () => {
    const response = await world.visitor('10.1.1.1').post('/api/sign-in', { name: 5, password: 'gizli', gizli: 'gizli' })
    const text = await response.text()
    expect(response.status).toBe(422)
    expect(JSON.parse(text).issues.map(({ path }: { path: string }) => path)).toEqual(expect.arrayContaining(['/name']))
    expect(text).not.toContain('"gizli"')
  })

  it('that is no JSON, or far too much, is refused', async () => {
    const post = (body: string) =>
      world.app.request(
        '/api/sign-in',
        {
          method: 'POST',
          body,
          headers: {
            host: HOST,
            'sec-fetch-site': 'same-origin',
            'content-type': 'application/json',
            'content-length': String(body.length),
          },
        },
        { incoming: { socket: {} } },
      )
    expect((await post('{')).status).toBe(400)
    expect((await post(`{"name":"${'x'.repeat(300_000)}"}`)).status).toBe(413)
  })
})
