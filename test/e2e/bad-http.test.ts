/** Clients that do not keep to HTTP, or stop halfway: the server answers where it can, lets go where it must, and goes on. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { TLSSocket } from 'node:tls'
import { expect, test } from 'vitest'
import { MESSAGE_LIMIT_BYTES } from '#core/inbound.ts'
import type { SignedDocument } from '#core/message.ts'
import { sha256Hex } from '#core/signature/digest.ts'
import { expectProblem, openWorld, secretLetter, type World } from './world.ts'

const TOO_MUCH = MESSAGE_LIMIT_BYTES + 1

async function secret(world: World, from: string): Promise<SignedDocument> {
  return world.memory.signed(secretLetter(world.memory, from))
}

async function expectGoesOn(world: World): Promise<void> {
  const reply = await world.server.as('xb').post('/v1/messages', await secret(world, 'xb'))
  expect(reply.status, 'the next good message').toBe(202)
  expect(world.memory.lines('request.broken')).toEqual([])
}

/** Everything that the server says until it closes the connection. */
async function said(socket: TLSSocket): Promise<string> {
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  await new Promise<void>((resolve) => socket.once('close', () => resolve()).once('error', () => resolve()))
  return Buffer.concat(chunks).toString()
}

const POST = 'POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/xml\r\n'

test('a body that says itself that it is too large is refused before it is sent', async () => {
  await using world = await openWorld()
  const socket = await world.server.socket('xa')
  const answer = said(socket)
  socket.write(`${POST}Content-Length: ${TOO_MUCH}\r\n\r\n`)
  expect(await answer).toMatch(/^HTTP\/1\.1 413 .*"code":"PAYLOAD_TOO_LARGE"/s)
  await expectGoesOn(world)
})

test.each([
  ['content-length', TOO_MUCH],
  ['content-length', 3 * TOO_MUCH],
  ['chunked', TOO_MUCH],
  ['chunked', 3 * TOO_MUCH],
] as const)('a body over the limit is refused and the client can read why: %s, %i bytes', async (how, length) => {
  await using world = await openWorld()
  const bytes = Buffer.alloc(length, ' ')
  const body = how === 'chunked' ? chunksOf(bytes) : bytes
  const reply = await world.server.as('xa').call('POST', '/v1/messages', body, { 'content-type': 'application/xml' })
  await expectProblem(world, reply, { code: 'PAYLOAD_TOO_LARGE' }, true)
  await expectGoesOn(world)
})

test('a body of exactly the limit is read', async () => {
  await using world = await openWorld()
  const reply = await world.server
    .as('xa')
    .call('POST', '/v1/messages', Buffer.alloc(MESSAGE_LIMIT_BYTES, ' '), { 'content-type': 'application/xml' })
  await expectProblem(world, reply, { code: 'PAYLOAD_MALFORMED' }, true)
})

async function* chunksOf(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}

test('an empty body is malformed', async () => {
  await using world = await openWorld()
  for (const path of ['/v1/messages', '/v1/receipts', '/v1/test']) {
    const reply = await world.server.as('xa').call('POST', path, Buffer.alloc(0), { 'content-type': 'application/xml' })
    await expectProblem(world, reply, { code: 'PAYLOAD_MALFORMED', stage: 'receive' }, true)
  }
  await expectGoesOn(world)
})

test.each([
  ['text/plain'],
  ['text/xml'],
  ['application/soap+xml'],
  ['application/xml+gizlin'],
  ['application/xml; charset=utf-16'],
  ['application/json; charset=iso-8859-9'],
  [''],
])('media type %j is not taken', async (mediaType) => {
  await using world = await openWorld()
  const { bytes } = await secret(world, 'xa')
  const reply = await world.server.as('xa').call('POST', '/v1/messages', bytes, mediaType === '' ? {} : { 'content-type': mediaType })
  await expectProblem(world, reply, { code: 'MEDIA_TYPE' }, true)
  await expectGoesOn(world)
})

test.each(['application/xml; charset=utf-8', 'Application/XML;charset="UTF-8"'])('media type %j is taken', async (mediaType) => {
  await using world = await openWorld()
  const { bytes } = await secret(world, 'xa')
  expect((await world.server.as('xa').call('POST', '/v1/messages', bytes, { 'content-type': mediaType })).status).toBe(202)
})

test('a client that never finishes its headers is let go', async () => {
  await using world = await openWorld({}, { headersMs: 300, requestMs: 700, leastBytesPerS: 50_000 })
  const socket = await world.server.socket('xa')
  socket.write('POST /v1/messages HTTP/1.1\r\nHost: gizlin\r\n')
  const startedAt = performance.now()
  expect(await said(socket)).toMatch(/^HTTP\/1\.1 408 /)
  expect(performance.now() - startedAt).toBeLessThan(5_000)
  await expectGoesOn(world)
})

test('a client that never finishes its body is let go', async () => {
  await using world = await openWorld({}, { headersMs: 300, requestMs: 700, leastBytesPerS: 50_000 })
  const socket = await world.server.socket('xa')
  socket.write(`${POST}Content-Length: 1000\r\n\r\n<Message>gizlin`)
  const startedAt = performance.now()
  expect(await said(socket)).toMatch(/^HTTP\/1\.1 408 /)
  expect(performance.now() - startedAt).toBeLessThan(5_000)
  await expectGoesOn(world)
})

test.each([
  ['POST', '/v1/messages'],
  ['PUT', `/v1/attachments/${'0'.repeat(64)}`],
])('a client that drips its body to hold the connection is let go: %s %s', async (method, path) => {
  await using world = await openWorld({}, { headersMs: 300, requestMs: 700, leastBytesPerS: 50_000 })
  const socket = await world.server.socket('xa')
  const answer = said(socket)
  socket.on('error', () => undefined)
  const startedAt = performance.now()
  socket.write(`${method} ${path} HTTP/1.1\r\nHost: hub\r\nContent-Type: application/xml\r\nContent-Length: 100000\r\n\r\n%PDF-1.7`)
  const dripping = setInterval(() => socket.write(Buffer.alloc(100, ' ')), 50)
  expect(await answer).toMatch(/^HTTP\/1\.1 408 /)
  clearInterval(dripping)
  expect(performance.now() - startedAt).toBeLessThan(5_000)
  await expectGoesOn(world)
})

test('a client on a slow line that keeps coming may take longer than any request, as long as it needs', async () => {
  await using world = await openWorld({}, { headersMs: 300, requestMs: 700, leastBytesPerS: 50_000 })
  const piece = Buffer.alloc(25_000, '%PDF-1.7 ')
  const pieces = 30
  async function* slowly() {
    for (let n = 0; n < pieces; n++) {
      yield piece
      await sleep(100)
    }
  }
  const whole = Buffer.concat(Array<Buffer>(pieces).fill(piece))
  const startedAt = performance.now()
  const reply = await world.server.as('xa').call('PUT', `/v1/attachments/${sha256Hex(whole)}`, slowly())
  expect(reply.status).toBe(204)
  expect(performance.now() - startedAt).toBeGreaterThan(3_000)
})

test('a client that cuts the connection in the middle of its body harms nobody, and nothing is stored', async () => {
  await using world = await openWorld()
  for (const how of ['destroy', 'end'] as const) {
    const socket = await world.server.socket('xa')
    socket.on('error', () => undefined)
    const { bytes } = await secret(world, 'xa')
    socket.write(`${POST}Content-Length: ${bytes.length}\r\n\r\n`)
    socket.write(bytes.subarray(0, bytes.length - 10))
    await sleep(50)
    socket[how]()
    await sleep(50)
  }
  expect(world.memory.store.links()).toEqual([])
  expect(world.memory.logged()).not.toMatch(/gizlin/i)
  await expectGoesOn(world)
})

test('a client that is gone before the answer harms nobody: the same bytes get the receipt', async () => {
  await using world = await openWorld()
  const { bytes, ...document } = await secret(world, 'xa')
  const socket = await world.server.socket('xa')
  socket.on('error', () => undefined)
  socket.write(`${POST}Content-Length: ${bytes.length}\r\n\r\n`)
  socket.write(bytes, () => socket.destroy())
  await sleep(100)
  expect((await world.server.as('xa').post('/v1/messages', { ...document, bytes })).status).toBe(202)
  expect(world.memory.store.links().filter(({ event }) => event === 'SubmissionAcceptance')).toHaveLength(1)
  await expectGoesOn(world)
})

test.each([
  ['no HTTP', 'gizlin gizlin\r\n\r\n'],
  ['headers without end', `${POST}X-Gizlin: ${'x'.repeat(100_000)}\r\n\r\n`],
  ['two lengths', `${POST}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello`],
  ['a length and chunks', `${POST}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
  ['a length that is no number', `${POST}Content-Length: gizlin\r\n\r\n`],
])('%s is refused by the parser', async (_what, bytes) => {
  await using world = await openWorld()
  const socket = await world.server.socket('xa')
  const answer = said(socket)
  socket.write(bytes)
  expect(await answer).toMatch(/^HTTP\/1\.1 4(00|31) /)
  expect(world.memory.store.links()).toEqual([])
  await expectGoesOn(world)
})

test('plain HTTP on the TLS port is cut off', async () => {
  await using world = await openWorld()
  await expect(fetch(`http://127.0.0.1:${world.server.port}/v1/ping`)).rejects.toThrow()
  await expectGoesOn(world)
})

test.each([
  ['/', 'GET'],
  ['/v1', 'GET'],
  ['/v2/messages', 'POST'],
  ['/v1/gizlin', 'GET'],
  ['/v1/messages/gizlin', 'GET'],
  ['/v1/messages/0191F0A0-0000-7000-8000-000000000001', 'GET'],
  ['/v1/messages/%E0%A4%A', 'GET'],
  ['/v1/messages/%00', 'GET'],
  ["/v1/messages/0191f0a0-0000-7000-8000-000000000001'%20OR%201=1", 'GET'],
  ['/v1/messages/0191f0a0-0000-7000-8000-000000000001', 'GET'],
  ['/v1/messages/0191f0a0-0000-7000-8000-000000000001/receipt', 'GET'],
  ['/v1/mailbox/gizlin/lease', 'POST'],
  ['/v1/mailbox/0191f0a0-0000-7000-8000-000000000001/lease', 'POST'],
  ['/v1/schemas/gizlin.xsd', 'GET'],
  ['/v1/schemas/..%2F..%2Fpackage.json', 'GET'],
  ['/v1/schemas/constructor', 'GET'],
])('%s is not there (%s)', async (path, method) => {
  await using world = await openWorld()
  const reply = await world.server.as('xa').call(method, path)
  const { stage } = JSON.parse(reply.text)
  await expectProblem(world, reply, { code: 'NOT_FOUND', stage }, true)
})

const ID = '0191f0a0-0000-7000-8000-000000000001'

test.each([
  ['GET', '/v1/messages', 'POST'],
  ['PUT', '/v1/messages', 'POST'],
  ['GET', '/v1/receipts', 'POST'],
  ['GET', '/v1/test', 'POST'],
  ['DELETE', `/v1/messages/${ID}`, 'GET'],
  ['POST', `/v1/messages/${ID}/receipt`, 'GET'],
  ['POST', '/v1/mailbox', 'GET'],
  ['GET', `/v1/mailbox/${ID}/lease`, 'POST'],
  ['POST', '/v1/ping', 'GET'],
  ['POST', '/v1/schemas', 'GET'],
  ['PUT', '/v1/schemas/message-1.xsd', 'GET'],
])('%s %s is not allowed; the answer says what is: %s', async (method, path, allow) => {
  await using world = await openWorld()
  const reply = await world.server.as('xa').call(method, path)
  await expectProblem(world, reply, { code: 'METHOD' }, true)
  expect(reply.headers.allow).toBe(allow)
})
