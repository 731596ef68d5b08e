import { X509Certificate } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { sha256Hex } from '#core/signature/digest.ts'
import { exchangeServer } from '#test/exchange.ts'
import { memoryHub } from '#test/hub.ts'
import { keysOf } from '#test/parties.ts'

const derOf = (party: string): Buffer => new X509Certificate(keysOf(party).tls.cert).raw
const header = (party: string): string => `:${derOf(party).toString('base64')}:`

// The party az-mfa plays the proxy: any registered certificate will do.
const memory = await memoryHub()
const server = await exchangeServer(memory, undefined, [sha256Hex(derOf('az-mfa'))])
afterAll(() => server.close())

test('a registered proxy speaks for the client that it names', async () => {
  const reply = await server.as('az-mfa').get('/v1/ping', { 'client-cert': header('xa') })
  expect([reply.status, JSON.parse(reply.text)]).toMatchObject([200, { party: 'xa', certificate: { sha256: sha256Hex(derOf('xa')) } }])
})

test('a proxy that names nobody is nobody', async () => {
  const reply = await server.as('az-mfa').get('/v1/ping')
  expect([reply.status, JSON.parse(reply.text).code]).toEqual([401, 'SENDER_UNKNOWN'])
})

test.each([
  ['a party that is no proxy', 'xb'],
  ['somebody without a certificate', undefined],
] as const)('the header is refused from %s, whomever it names', async (_, who) => {
  const reply = await server.as(who).get('/v1/ping', { 'client-cert': header('xa') })
  expect([reply.status, JSON.parse(reply.text).code]).toEqual([401, 'SENDER_UNKNOWN'])
})

test.each(['', 'xa', '::', ':not base64:', `:${derOf('xa').toString('base64')}`])(
  'a header that is no byte sequence is refused (%#)',
  async (value) => {
    const reply = await server.as('az-mfa').get('/v1/ping', { 'client-cert': value })
    expect([reply.status, JSON.parse(reply.text).code]).toEqual([401, 'SENDER_UNKNOWN'])
  },
)
