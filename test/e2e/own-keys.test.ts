/** The hub goes over to another signing key while messages come in. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDevelopmentPki, partyFiles } from '#certs/pki.ts'
import { openSigningKeys, type SigningKeys } from '#certs/signing-keys.ts'
import { certificateOf } from '#core/signature/certificate.ts'
import { verifyDocument } from '#core/signature/document.ts'
import { documentIn, type ExchangeServer, exchangeServer } from '#test/exchange.ts'
import { type MemoryHub, memoryHub } from '#test/hub.ts'
import { letter } from '#test/letters.ts'

const dir = mkdtempSync(join(tmpdir(), 'korpu-own-keys-'))
const file = join(dir, 'signing-keys.json')
let memory: MemoryHub
let server: ExchangeServer
let keys: SigningKeys

beforeAll(async () => {
  await makeDevelopmentPki(dir, ['next', 'treaty'])
  const { signKey, signCert } = partyFiles(dir, 'hub')
  keys = await openSigningKeys({ signKeyFile: signKey, signCertFile: signCert }, file, () => memory.clock.now())
  memory = await memoryHub({ keys })
  server = await exchangeServer(memory)
})
afterAll(async () => {
  await server.close()
  rmSync(dir, { recursive: true })
})

const published = async () => {
  const { keys: all } = JSON.parse((await server.as('xa').get('/v1/keys')).text) as {
    readonly keys: readonly { readonly certificate: string; readonly signs: boolean }[]
  }
  return all.map(({ certificate }) => certificateOf(Buffer.from(certificate, 'base64')))
}
const nameOf = (certificate: { readonly x509: { readonly subject: string } } | undefined) =>
  certificate?.x509.subject.match(/CN=(\w+)/)?.[1]

/** Sends one, and tells by which of the published keys its receipt was signed. */
async function receipted(): Promise<string | undefined> {
  const known = await published()
  const document = await memory.signed(letter('xa', 'readmission-application', memory.clock.now()))
  const reply = await server.as('xa').post('/v1/messages', document)
  expect(reply.status).toBe(202)
  const { signer } = await verifyDocument(documentIn(reply), { kind: 'Receipt', root: undefined, from: 'hub' }, (sha256) => {
    const certificate = known.find((one) => one.sha256 === sha256)
    return certificate && { party: 'hub', certificate }
  })
  return nameOf(signer.certificate)
}

const entry = (name: string, seconds: number, more: object = {}) => ({
  cert: `${name}.sign.cert.pem`,
  key: `${name}.sign.key.pem`,
  from: new Date(memory.clock.now().getTime() + seconds * 1000).toISOString(),
  ...more,
})

test('goes over to a new key under load: it was published before, no message is refused, and every receipt is by a published key', async () => {
  const by = new Map<string | undefined, number>()
  const load = async (count: number) => {
    for (let sent = 0; sent < count; sent++) {
      const name = await receipted()
      by.set(name, (by.get(name) ?? 0) + 1)
    }
  }
  const changing = async () => {
    await load(5)
    writeFileSync(file, JSON.stringify({ keys: [entry('next', 60)] }))
    await keys.refresh()
    expect((await published()).map(nameOf)).toEqual(['hub', 'next'])
    await load(5)
    memory.clock.move(61)
    await load(5)
  }
  await Promise.all([load(20), load(20), changing()])
  expect(await receipted()).toBe('next')
  expect(by.get('hub')).toBeGreaterThan(9)
  expect(by.get('next')).toBeGreaterThan(4)
  expect(by.size).toBe(2)
})

test('signs under a treaty with the key of that treaty', async () => {
  writeFileSync(file, JSON.stringify({ keys: [entry('treaty', -1, { agreements: ['eu-az-2014'] })] }))
  await keys.refresh()
  expect(await receipted()).toBe('treaty')
  expect(nameOf(certificateOf(memory.hub.keys.signing('no-az-2014').certificate))).toBe('hub')
})
