import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PartyRecord } from '#core/directory.ts'
import { keysOf, testDirectory } from '#test/parties.ts'
import { httpsProbing } from './probe.ts'

const { cert, key, ca } = keysOf('xb').tls
const partner = createServer({ cert, key, ca, requestCert: true, rejectUnauthorized: true }, (request, response) => {
  if (request.url === '/slow-clock') response.setHeader('date', new Date(Date.now() - 120_000).toUTCString())
  response.writeHead(request.url === '/closed' ? 403 : 405).end()
})
let port = 0

beforeAll(async () => {
  await new Promise<void>((resolve) => partner.listen(0, '127.0.0.1', resolve))
  port = (partner.address() as AddressInfo).port
})
afterAll(() => void partner.close())

const found = (url: string, serverAnchors: readonly string[] = [ca]) => {
  const party = testDirectory().parties.find(({ endpoint }) => endpoint.transport === 'push') as PartyRecord
  return httpsProbing(keysOf('hub').tls).probe({ ...party, serverAnchors, endpoint: { ...party.endpoint, url } })
}
const told = async (url: string, anchors?: readonly string[]) =>
  (await found(url, anchors))?.map(({ step, ok, code }) => (ok ? step : `${step} ${code}`))

it('a party that is there passes every step, with what was found', async () => {
  const steps = (await found(`https://localhost:${port}/inbox`)) ?? []
  expect(steps.map(({ step, ok }) => [step, ok])).toEqual(['dns', 'tcp', 'tls', 'certificate', 'http', 'clock'].map((step) => [step, true]))
  expect(steps[2]?.found).toMatchObject({ protocol: 'TLSv1.3' })
  expect(steps[4]?.found).toEqual({ status: 405 })
})

it.each([
  ['no such host', 'https://nowhere.invalid/', ['dns ENOTFOUND']],
  ['nobody listens', 'https://127.0.0.1:1/', ['dns', 'tcp ECONNREFUSED']],
])('%s: the first step that fails is the last', async (_, url, steps) => {
  expect((await told(url))?.map((step) => step.replace('EAI_AGAIN', 'ENOTFOUND'))).toEqual(steps)
})

it('a certificate that does not chain to the party’s anchors is told as that', async () => {
  const steps = (await told(`https://localhost:${port}/`, [keysOf('hub').tls.cert])) ?? []
  expect(steps.slice(0, 3)).toEqual(['dns', 'tcp', 'tls'])
  expect(steps[3]).toMatch(/^certificate (SELF_SIGNED|UNABLE)/)
})

it('who does not let the hub in, or whose clock is off, is told apart', async () => {
  expect(await told(`https://localhost:${port}/closed`)).toContain('http NOT_LET_IN')
  expect(await told(`https://localhost:${port}/slow-clock`)).toContain('clock CLOCK_DIFFERENCE')
})
