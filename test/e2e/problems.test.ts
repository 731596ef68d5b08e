/** How the hub says no (RFC 9457; contract, section 3): in the syntax asked for, signed for parties, and what it says when it broke itself. */
import { describe, expect, test } from 'vitest'
import { hubError } from '#core/errors.ts'
import type { PartyId } from '#core/message.ts'
import { verifyDocument } from '#core/signature/document.ts'
import { ADMISSION, problemIn, type Reply } from '#test/exchange.ts'
import type { MemoryHubOptions } from '#test/hub.ts'
import { hubSigner } from '#test/letters.ts'
import { expectProblem, openWorld, PLANTED_NAME, secretLetter, type World } from './world.ts'

async function missing(world: World, accept?: string, who: string | undefined = 'xa'): Promise<Reply> {
  return world.server.as(who).get('/v1/messages/0191f0a0-0000-7000-8000-000000000001', accept === undefined ? {} : { accept })
}

test.each(['application/problem+xml', 'application/xml', 'text/xml', 'application/xml, application/json;q=0.5'])(
  'whoever accepts %s gets XML, with the signature inside a root called Problem',
  async (accept) => {
    await using world = await openWorld()
    const reply = await missing(world, accept)
    expect(reply.headers['content-type']).toBe('application/problem+xml')
    expect(reply.headers).not.toHaveProperty('jws-signature')
    expect(reply.text).toMatch(/^<Problem xmlns="urn:korpu:message:1">.*<Signature /s)
    await expectProblem(world, reply, { code: 'NOT_FOUND' }, true)
  },
)

test.each([undefined, '*/*', 'application/json', 'application/problem+json', 'application/xhtml+xml', 'gizlin'])(
  'whoever accepts %s gets JSON, with the signature beside it',
  async (accept) => {
    await using world = await openWorld()
    const reply = await missing(world, accept)
    expect(reply.headers['content-type']).toBe('application/problem+json')
    expect(JSON.parse(Buffer.from(reply.headers['jws-signature']?.split('.')[0] ?? '', 'base64url').toString())).toMatchObject({
      typ: 'korpu-problem',
    })
    await expectProblem(world, reply, { code: 'NOT_FOUND' }, true)
  },
)

test('both syntaxes say the same', async () => {
  await using world = await openWorld()
  const bad = { ...secretLetter(world.memory, 'xb'), body: {} } as never
  const document = await world.memory.signed(bad)
  const client = world.server.as('xb')
  const [json, xml] = [
    await client.post('/v1/messages', document),
    await client.post('/v1/messages', document, { accept: 'application/problem+xml' }),
  ]
  const [inJson, inXml] = [(await problemIn(json)).problem, (await problemIn(xml)).problem]
  expect(inXml.issues?.length).toBeGreaterThan(5)
  expect({ ...inXml, instance: '' }).toEqual({ ...inJson, instance: '' })
})

test.each(['application/problem+xml', 'application/problem+json'])(
  'a problem cannot pass as a receipt or a message: %s',
  async (accept) => {
    await using world = await openWorld()
    const { bytes, headers } = await missing(world, accept)
    const mediaType = accept.endsWith('xml') ? 'application/xml' : 'application/json'
    const document = { mediaType, bytes, signature: headers['jws-signature'] } as const
    for (const kind of ['Receipt', 'Message'] as const) {
      const verifying = verifyDocument(document, { kind, root: undefined, from: 'hub' }, hubSigner)
      await expect(verifying).rejects.toMatchObject({ code: 'SIGNATURE_INVALID' })
    }
  },
)

test.each(['application/problem+xml', 'application/problem+json'])('a stranger gets no signature: %s', async (accept) => {
  await using world = await openWorld()
  const reply = await world.server.as(undefined).get('/v1/ping', { accept })
  await expectProblem(world, reply, { code: 'SENDER_UNKNOWN' }, false)
})

test('every answer has a request id of its own, which the log has too', async () => {
  await using world = await openWorld()
  const ids = [await missing(world), await missing(world)].map(({ headers }) => headers['korpu-request-id'])
  expect(new Set(ids).size).toBe(2)
  expect(world.memory.lines('request.refused').map(({ requestId }) => requestId)).toEqual(ids)
  expect((await world.server.as('xa').get('/v1/ping')).headers['korpu-request-id']).toMatch(/^[0-9a-f-]{36}$/)
})

describe('when the hub itself fails', () => {
  const failing = (fault: () => Error): MemoryHubOptions => ({ store: (store) => ({ ...store, accept: () => Promise.reject(fault()) }) })

  test('a store that is away is a 503 with Retry-After, and nothing is in the trail', async () => {
    await using world = await openWorld(failing(() => hubError('STORE_UNAVAILABLE')))
    const reply = await world.server.as('xa').post('/v1/messages', await world.memory.signed(secretLetter(world.memory, 'xa')))
    await expectProblem(world, reply, { code: 'STORE_UNAVAILABLE' }, true)
    expect(reply.headers['retry-after']).toBe('5')
    expect(world.memory.store.links()).toEqual([])
  })

  test('Retry-After is what the store asks for', async () => {
    await using world = await openWorld(failing(() => hubError('STORE_UNAVAILABLE', { retryAfterS: 17 })))
    const reply = await world.server.as('xa').post('/v1/messages', await world.memory.signed(secretLetter(world.memory, 'xa')))
    expect(reply.headers['retry-after']).toBe('17')
  })

  test('anything unforeseen is a 500 that tells nothing about it; the log tells where, not what', async () => {
    await using world = await openWorld(failing(() => new TypeError(`cannot insert ${PLANTED_NAME}`)))
    const reply = await world.server.as('xa').post('/v1/messages', await world.memory.signed(secretLetter(world.memory, 'xa')))
    await expectProblem(world, reply, { code: 'INTERNAL' }, true)
    expect(reply.headers['retry-after']).toBe('5')
    expect(world.memory.lines('request.broken')).toMatchObject([{ code: 'INTERNAL', fault: 'TypeError', at: expect.any(Array) }])
  })

  test('a case that never stands still is a 503 soon to be asked again', async () => {
    await using world = await openWorld({ store: (store) => ({ ...store, accept: async () => 'moved' }) })
    const reply = await world.server.as('xa').post('/v1/messages', await world.memory.signed(secretLetter(world.memory, 'xa')))
    await expectProblem(world, reply, { code: 'STORE_UNAVAILABLE' }, true)
    expect(reply.headers['retry-after']).toBe('1')
  })

  test('when it is well again the same bytes are accepted', async () => {
    let down = true
    await using world = await openWorld({
      store: (store) => ({ ...store, accept: async (one) => (down ? Promise.reject(hubError('STORE_UNAVAILABLE')) : store.accept(one)) }),
    })
    const document = await world.memory.signed(secretLetter(world.memory, 'xa'))
    expect((await world.server.as('xa').post('/v1/messages', document)).status).toBe(503)
    down = false
    expect((await world.server.as('xa').post('/v1/messages', document)).status).toBe(202)
  })
})

describe.each(['xa', 'xb'] as const)('%s is told over its own connection, and signed, when the hub takes nothing now:', (party) => {
  const other = party === 'xa' ? 'xb' : 'xa'
  const post = async ({ memory, server }: World, from: PartyId) =>
    server.as(from).post('/v1/messages', await memory.signed(secretLetter(memory, from)))

  test('too much waits for the recipient', async () => {
    await using world = await openWorld()
    await world.memory.changeAgreements((agreement) => ({ ...agreement, maxBacklog: 1 }))
    expect((await post(world, party)).status).toBe(202)
    const reply = await post(world, party)
    await expectProblem(world, reply, { code: 'BACKLOG_FULL' }, true)
    expect(reply.headers['retry-after']).toBe('60')
  })

  test('it was restored, and is not resumed yet', async () => {
    await using world = await openWorld()
    const now = world.memory.clock.now()
    await world.memory.restored({ backupAt: now, restoredAt: now, resumedAt: undefined })
    const reply = await post(world, party)
    await expectProblem(world, reply, { code: 'HUB_PAUSED' }, true)
    expect(reply.headers['retry-after']).toBe('60')
  })

  test('others keep it busy', async () => {
    const { promise: freed, resolve: free } = Promise.withResolvers<void>()
    const { promise: held, resolve: hold } = Promise.withResolvers<void>()
    const waiting: MemoryHubOptions = {
      store: (store) => ({
        ...store,
        accept: async (one) => {
          hold()
          await freed
          return store.accept(one)
        },
      }),
    }
    await using world = await openWorld(waiting, undefined, { ...ADMISSION, turns: 1 })
    const first = post(world, other)
    await held
    const reply = await post(world, party)
    free()
    await expectProblem(world, reply, { code: 'HUB_BUSY' }, true)
    expect(reply.headers['retry-after']).toBe('2')
    expect((await first).status).toBe(202)
  })
})
