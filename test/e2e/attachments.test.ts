/** Attachments over mutual TLS: what clients send, what they are told, and what is left of those that go away (contract, sections 2 and 3). */
import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { sha256Hex } from '#core/signature/digest.ts'
import { copyOf, PICTURE } from '#schemas/samples/cast.ts'
import { sampleOf } from '#schemas/samples/messages.ts'
import { LIMITS } from '#test/exchange.ts'
import { expectProblem, openWorld, type World } from './world.ts'

const scan = (size: number): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)])
const placeOf = (bytes: Uint8Array): string => `/v1/attachments/${sha256Hex(bytes)}`

const put = (world: World, party: string, bytes: Uint8Array | AsyncIterable<Uint8Array>, place: string, headers = {}) =>
  world.server.as(party).call('PUT', place, bytes, headers)

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 10_000) yield bytes.subarray(at, at + 10_000)
}

test.each(['with its length', 'in chunks of unknown number'])(
  'an attachment sent %s comes back as it went, to its party alone',
  async (how) => {
    await using world = await openWorld()
    const bytes = scan(700_001)
    const reply = await put(world, 'xa', how === 'with its length' ? bytes : inPieces(bytes), placeOf(bytes), {
      'content-type': 'application/pdf',
    })
    expect([reply.status, reply.text]).toEqual([204, ''])
    const back = await world.server.as('xa').get(placeOf(bytes))
    expect(back.status).toBe(200)
    expect(back.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': '700001',
      'x-content-type-options': 'nosniff',
    })
    expect(Buffer.from(back.bytes).equals(bytes)).toBe(true)
    await expectProblem(world, await world.server.as('xb').get(placeOf(bytes)), { code: 'NOT_FOUND' }, true)
    await expectProblem(world, await world.server.as(undefined).get(placeOf(bytes)), { code: 'SENDER_UNKNOWN' }, false)
  },
)

test('the full sample is refused until its attachment is there, then reaches a recipient that fetches it', async () => {
  await using world = await openWorld()
  const { memory, server } = world
  const picture = Buffer.from(PICTURE, 'base64')
  const document = await memory.signed(
    memory.letter('xb', 'readmission-application', { to: 'xa', body: sampleOf('readmission-application', 'full').body }),
  )
  const refused = await server.as('xb').post('/v1/messages', document)
  const issues = [['attachment', '/body/evidence/0/attachments/0/digest']] as const
  await expectProblem(world, refused, { code: 'ATTACHMENT_MISSING', issues }, true)
  const tried = await server.as('xb').post('/v1/test', document)
  expect(JSON.parse(tried.text)).toMatchObject({ accepted: false, problem: { code: 'ATTACHMENT_MISSING', stage: 'rules' } })

  expect((await put(world, 'xb', picture, placeOf(picture))).status).toBe(204)
  expect((await server.as('xb').post('/v1/messages', document)).status).toBe(202)
  await memory.deliverDue()
  const fetched = await server.as('xa').get(placeOf(picture))
  expect(Buffer.from(fetched.bytes).equals(picture)).toBe(true)
  expect(fetched.headers['content-type']).toBe(copyOf('').mediaType)
})

test('whether another party has it makes no difference to any answer', async () => {
  const bytes = scan(300_000)
  const answers = async (before: (world: World) => Promise<unknown>) => {
    await using world = await openWorld()
    await before(world)
    const replies = [
      await world.server.as('xb').get(placeOf(bytes)),
      await put(world, 'xb', scan(10), placeOf(bytes)),
      await put(world, 'xb', bytes, placeOf(bytes)),
      await put(world, 'xb', bytes, placeOf(bytes)),
      await world.server.as('xb').get(placeOf(bytes)),
    ]
    return replies.map(({ status, headers, text }) => {
      const { 'korpu-request-id': _, 'jws-signature': __, date: ___, ...others } = headers
      return [status, others, text.replace(/urn:uuid:[0-9a-f-]{36}/, 'urn:uuid')]
    })
  }
  const alone = await answers(async () => undefined)
  expect(alone.map(([status]) => status)).toEqual([404, 422, 204, 204, 200])
  expect(await answers((world) => put(world, 'xa', bytes, placeOf(bytes)))).toEqual(alone)
})

test('what is wrong with an upload is said in a signed problem, and the next good one is taken', async () => {
  await using world = await openWorld()
  const bytes = scan(1000)
  const page = Buffer.from('<!DOCTYPE html><p>gizlin</p>')
  const large = scan(LIMITS.maxBytes + 1)
  const told = async (reply: Promise<Awaited<ReturnType<typeof put>>>, code: Parameters<typeof expectProblem>[2]['code']) =>
    expectProblem(world, await reply, { code, ...(code === 'PAYLOAD_MALFORMED' ? { stage: 'receive' as const } : {}) }, true)
  await told(put(world, 'xa', bytes, placeOf(scan(1000))), 'ATTACHMENT_DIGEST')
  await told(put(world, 'xa', page, placeOf(page)), 'MEDIA_TYPE')
  await told(put(world, 'xa', bytes, placeOf(bytes), { 'content-type': 'image/png' }), 'MEDIA_TYPE')
  await told(put(world, 'xa', bytes, placeOf(bytes), { 'content-encoding': 'gzip' }), 'MEDIA_TYPE')
  await told(put(world, 'xa', large, placeOf(large)), 'PAYLOAD_TOO_LARGE')
  await told(put(world, 'xa', inPieces(large), placeOf(large)), 'PAYLOAD_TOO_LARGE')
  await told(put(world, 'xa', Buffer.alloc(0), placeOf(Buffer.alloc(0))), 'PAYLOAD_MALFORMED')
  for (const place of ['/v1/attachments/gizlin', `/v1/attachments/${'A'.repeat(64)}`])
    await told(put(world, 'xa', bytes, place), 'NOT_FOUND')
  const method = await world.server.as('xa').call('DELETE', placeOf(bytes))
  expect(method.headers.allow).toBe('GET, PUT')
  await expectProblem(world, method, { code: 'METHOD' }, true)
  await expectProblem(world, await world.server.as(undefined).call('PUT', placeOf(bytes), bytes), { code: 'SENDER_UNKNOWN' }, false)
  await told(world.server.as('xa').get(placeOf(bytes)), 'NOT_FOUND')
  expect((await put(world, 'xa', bytes, placeOf(bytes))).status).toBe(204)
})

test('beyond its quota a party is told when to come again', async () => {
  await using world = await openWorld()
  const full = LIMITS.quotaBytes / LIMITS.maxBytes
  for (let i = 0; i < full; i++) {
    const bytes = scan(LIMITS.maxBytes)
    expect((await put(world, 'xa', bytes, placeOf(bytes))).status).toBe(204)
  }
  const bytes = scan(1000)
  const reply = await put(world, 'xa', bytes, placeOf(bytes))
  await expectProblem(world, reply, { code: 'RATE_LIMITED' }, true)
  expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0)
  expect((await put(world, 'xb', bytes, placeOf(bytes))).status).toBe(204)
})

test.each(['destroy', 'end'] as const)('a client that cuts the connection (%s) leaves nothing, not even room taken', async (how) => {
  await using world = await openWorld()
  const bytes = scan(LIMITS.maxBytes)
  for (let i = 0; i < LIMITS.quotaBytes / LIMITS.maxBytes + 1; i++) {
    const socket = await world.server.socket('xa')
    socket.on('error', () => undefined)
    socket.write(`PUT ${placeOf(bytes)} HTTP/1.1\r\nHost: hub\r\nContent-Length: ${bytes.length}\r\n\r\n`)
    socket.write(bytes.subarray(0, 900_000))
    await sleep(50)
    socket[how]()
  }
  const again = async (): Promise<number> => (await put(world, 'xa', bytes, placeOf(bytes))).status
  await expect.poll(again, { timeout: 5_000 }).toBe(204)
  await expect.poll(again, { timeout: 5_000 }).toBe(204)
  world.memory.clock.move(3_600)
  expect(await world.memory.store.attachments.expire(world.memory.clock.now(), 10), 'uploads left half done').toBe(0)
})
