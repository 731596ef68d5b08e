/** The published standard to read, served to everyone who can connect. */
import { expect, test } from 'vitest'
import { SITE } from '#docs/site/site.ts'
import { expectProblem, openWorld } from './world.ts'

test('a stranger may read every page, the style and the OpenAPI document, as they are written now', async () => {
  await using world = await openWorld()
  const stranger = world.server.as(undefined)
  for (const [file, write] of SITE) {
    const reply = await stranger.get(`/v1/docs/${file}`)
    expect(reply.status, file).toBe(200)
    expect(reply.text === write(), file).toBe(true)
  }
  const again = await stranger.get('/v1/docs/')
  expect(again.text).toBe(SITE.get('index.html')?.())
  expect(again.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'self'",
    'x-content-type-options': 'nosniff',
  })
  expect((await stranger.get('/v1/docs/style.css')).headers['content-type']).toBe('text/css; charset=utf-8')
  expect((await stranger.get('/v1/docs/openapi.json')).headers['content-type']).toBe('application/json')
})

test('the folder without its slash leads to the one with it, and what is not there is not found', async () => {
  await using world = await openWorld()
  const client = world.server.as('xa')
  const moved = await client.get('/v1/docs')
  expect([moved.status, moved.headers.location]).toEqual([308, '/v1/docs/'])
  for (const name of ['none.html', 'index', '..%2fpage.ts', 'constructor', '__proto__']) {
    await expectProblem(world, await client.get(`/v1/docs/${name}`), { code: 'NOT_FOUND' }, true)
  }
  await expectProblem(world, await client.call('POST', '/v1/docs/index.html'), { code: 'METHOD' }, true)
})
