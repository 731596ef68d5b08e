import { validate } from '@hyperjump/json-schema/openapi-3-1'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { ERRORS, type ErrorCode } from '#core/errors.ts'
import { admission } from '#core/flow/admission.ts'
import { STATUS } from '#core/problem.ts'
import { exchangeApp } from '#routes/exchange/app.ts'
import { MESSAGE_TYPES } from '#schemas/index.ts'
import { sampleOf } from '#schemas/samples/messages.ts'
import { openWorld } from '#test/e2e/world.ts'
import { ADMISSION, LIMITS } from '#test/exchange.ts'
import { memoryHub } from '#test/hub.ts'
import { openApi } from './openapi.ts'
import { errorsOf, OPERATIONS } from './operations.ts'

const document = JSON.parse(JSON.stringify(openApi()))

test('every route of the exchange is described, and nothing else', async () => {
  const { hub } = await memoryHub()
  const door = admission(hub.clock, ADMISSION)
  const settings = { leaseMs: 1, proxies: new Set<string>(), attachments: LIMITS, door, open: Promise.resolve() }
  const { routes } = exchangeApp(hub, settings)
  const registered = routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}').replace('*', '{name}')}`)
  expect(OPERATIONS.map(({ method, path }) => `${method.toUpperCase()} ${path}`).toSorted()).toEqual(registered.toSorted())
})

test('the document is valid OpenAPI 3.1', async () => {
  const output = await validate('https://spec.openapis.org/oas/3.1/schema-base', document, 'BASIC')
  expect(output).toMatchObject({ valid: true })
  const spoilt = { ...document, info: { version: '1.0' } }
  expect((await validate('https://spec.openapis.org/oas/3.1/schema-base', spoilt)).valid).toBe(false)
})

test('every reference leads to a component', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name)
  expect(references.length).toBeGreaterThan(100)
  for (const name of references) expect(document.components.schemas).toHaveProperty([String(name)])
})

const ajv = new Ajv2020({ strict: false, validateFormats: false })
ajv.addSchema({ ...document, $id: 'urn:test:openapi' })
/** The same with every object closed, so that a member that is not described shows. */
const closed = (_: string, value: { readonly type?: unknown; readonly properties?: unknown } | null) =>
  value?.type === 'object' && value.properties ? { additionalProperties: false, ...value } : value
ajv.addSchema({ ...JSON.parse(JSON.stringify(document), closed), $id: 'urn:test:closed' })

function expectDescribed(id: string, status: number, answer: unknown): void {
  const { path, method } = OPERATIONS.find((operation) => operation.id === id) ?? { path: '', method: '' }
  const pointer = ['paths', path, method, 'responses', String(status), 'content', 'application/json', 'schema']
  const judge = ajv.getSchema(
    `urn:test:closed#/${pointer.map((token) => encodeURIComponent(token.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`,
  )
  if (!judge) throw new Error(`no schema for ${id} ${status}`)
  expect(judge(answer), `${id}: ${JSON.stringify(judge.errors)}`).toBe(true)
}

test('the answers of the exchange are what the document says', async () => {
  await using world = await openWorld()
  const { message } = await world.memory.send('xa', 'readmission-application', { to: 'az-mfa', copyTo: ['xb'] })
  await world.memory.deliverDue()
  const xa = world.server.as('xa')
  const said = async (id: string, path: string, party = xa, headers = {}): Promise<void> => {
    const reply = await party.get(path, headers)
    expect(reply.status, path).toBe(200)
    expectDescribed(id, 200, JSON.parse(reply.text))
  }
  await said('readMessage', `/v1/messages/${message.header.messageId}`)
  await said('readMailbox', '/v1/mailbox', world.server.as('az-mfa'))
  await said('ping', '/v1/ping')
  await said('ping', '/v1/ping', xa, { date: new Date().toUTCString() })
  await said('listSchemas', '/v1/schemas')
  const good = await world.memory.signed(world.memory.letter('xa', 'readmission-application'))
  const { body } = sampleOf('readmission-application', 'small')
  const bad = await world.memory.signed(
    world.memory.letter('xa', 'readmission-application', { body: { ...body, procedure: 'ACCELERATED' } as typeof body }),
  )
  for (const document of [good, bad]) expectDescribed('testMessage', 200, JSON.parse((await xa.post('/v1/test', document)).text))
})

test.each(['small', 'full'] as const)('the %s sample of every message is a message of the document too', (size) => {
  const judge = ajv.getSchema('urn:test:openapi#/components/schemas/Message')
  for (const type of MESSAGE_TYPES) expect(judge?.(sampleOf(type, size)), type).toBe(true)
  expect(judge?.({ ...sampleOf('acknowledgement', size), body: {} })).toBe(false)
})

test('an answer with a member that is not described would show', () => {
  expect(() => expectDescribed('listSchemas', 200, { files: [], more: 1 })).toThrow()
  expect(() => expectDescribed('listSchemas', 200, { files: [1] })).toThrow()
})

test('an operation names each error once, and every error that the hub gives to a sender is named', () => {
  for (const operation of OPERATIONS) expect(new Set(errorsOf(operation)).size, operation.id).toBe(errorsOf(operation).length)
  const named = new Set(OPERATIONS.flatMap(errorsOf))
  const senders = (Object.keys(ERRORS) as ErrorCode[]).filter((code) => ERRORS[code].fault === 'sender')
  // The only code that belongs to no operation: a method that is none of this table.
  expect(senders.filter((code) => !named.has(code))).toEqual(['METHOD'])
  for (const code of named) expect(STATUS[ERRORS[code].kind]).toBeGreaterThanOrEqual(400)
})
