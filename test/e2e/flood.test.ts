/** A party that asks too much is told to wait; the others do not notice (issue on delivery, item 4). */
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Message } from '#core/message.ts'
import type { ExchangeClient } from '#test/exchange.ts'
import { exchangeServer } from '#test/exchange.ts'
import { memoryHub } from '#test/hub.ts'
import { expectProblem, openWorld, type World } from './world.ts'

const MIB = 2 ** 20
/** A message of which no more comes. */
const BEGUN =
  'POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/xml\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n<\r\n'

const submitted = async ({ memory }: World, client: ExchangeClient, message: Message) =>
  client.post('/v1/messages', await memory.signed(message))

test('beyond its allowance a party gets 429 with Retry-After, signed; another party and a stranger get what they always get', async () => {
  await using world = await openWorld()
  const { memory, server } = world
  await memory.changeParty('xa', (party) => ({ ...party, allowance: { perSecond: 0.1, burst: 2, atOnce: 10 } }))
  const xa = server.as('xa')
  expect([(await xa.get('/v1/ping')).status, (await xa.get('/v1/ping')).status]).toEqual([200, 200])
  const refused = await submitted(world, xa, memory.letter('xa', 'readmission-application'))
  await expectProblem(world, refused, { code: 'RATE_LIMITED' }, true)
  expect(refused.headers['retry-after']).toBe('10')
  expect((await submitted(world, server.as('xb'), memory.letter('xb', 'readmission-application'))).status).toBe(202)
  memory.clock.move(10)
  expect((await submitted(world, xa, memory.letter('xa', 'readmission-application'))).status).toBe(202)
})

test('requests of a party that are answered, or given up by the client, are no longer under way', async () => {
  await using world = await openWorld()
  const { memory, server } = world
  await memory.changeParty('xa', (party) => ({ ...party, allowance: { perSecond: 1000, burst: 1000, atOnce: 2 } }))
  const xa = server.as('xa')
  for (let n = 0; n < 5; n++) expect((await xa.get('/v1/ping')).status).toBe(200)
  const waiting = await Promise.all([server.socket('xa'), server.socket('xa')])
  for (const socket of waiting) socket.write(BEGUN)
  await sleep(200)
  expect((await xa.get('/v1/ping')).status).toBe(429)
  waiting[0]?.destroy()
  await expect.poll(async () => (await xa.get('/v1/ping')).status).toBe(200)
})

test('a party that holds all its room with bodies that do not come is told so; the others have theirs', { timeout: 20_000 }, async () => {
  const memory = await memoryHub()
  const server = await exchangeServer(memory, undefined, [], { roomBytes: 40 * MIB, turns: 16 })
  await using world: World = { memory, server, [Symbol.asyncDispose]: () => server.close() }
  const slow = await server.socket('xa')
  slow.write(
    'POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/xml\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n<\r\n',
  )
  await sleep(200)
  const [xa, xb] = await Promise.all(
    (['xa', 'xb'] as const).map((party) => submitted(world, server.as(party), memory.letter(party, 'readmission-application'))),
  )
  expect(xb?.status).toBe(202)
  expect([xa?.status, xa?.headers['retry-after']]).toEqual([429, '2'])
})

test('the body of a stranger is not waited for', async () => {
  await using world = await openWorld()
  const endless = (async function* () {
    yield Buffer.from('<')
    await sleep(60_000, undefined, { ref: false })
  })()
  const reply = await world.server.as(undefined).call('POST', '/v1/messages', endless, { 'content-type': 'application/xml' })
  expect(reply.status).toBe(401)
})
