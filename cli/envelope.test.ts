/** Envelopes and national formats with sign, verify and send. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import at from '#adapters/at/adapter.ts'
import { makeDevelopmentPki, partyFiles } from '#certs/pki.ts'
import { xmlBytesOf } from '#core/codec/xml-writer.ts'
import type { Element } from '#core/message.ts'
import { signDocument } from '#core/signature/document.ts'
import { korpu as ranKorpu } from '#test/command.ts'
import { cleanUp, newFolder } from '#test/e2e/running.ts'
import { openWorld, type World } from '#test/e2e/world.ts'
import { dialectOf, keysOf } from '#test/parties.ts'

const dir = newFolder()
const SAMPLE = fileURLToPath(import.meta.resolve('#schemas/published/samples/readmission-application.small.json'))
const CA = join(dir, 'ca.cert.pem')
let world: World

beforeAll(async () => {
  await makeDevelopmentPki(dir, ['be'])
  world = await openWorld()
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
  await cleanUp()
})

async function korpu(...args: readonly string[]) {
  const { code, out, err } = await ranKorpu(args)
  return { code, out: out.toString(), err }
}

const signing = () => ['--key', partyFiles(dir, 'be').signKey, '--cert', partyFiles(dir, 'be').signCert]
function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(dir, name), content, { mode: 0o600 })
  return join(dir, name)
}
const converted = async (party: string) => file(`${party}.unsigned`, (await korpu('convert', SAMPLE, '--to', party)).out)

it.each([
  ['be', 'application/soap+xml'],
  ['pl', 'application/xml'],
])('signs as %s signs, and verifies it', { timeout: 60_000 }, async (party, mediaType) => {
  const made = await korpu('sign', await converted(party), ...signing(), '--as', party, '--json')
  const { mediaType: told, document } = JSON.parse(made.out)
  expect(told).toBe(mediaType)
  const verified = await korpu('verify', file(`${party}.signed`, document), '--ca', CA, '--as', party)
  expect(verified).toMatchObject({ code: 0, out: expect.stringMatching(/^yes: the signature of this message holds/) })
  const changed = file(`${party}.changed`, document.replace('RA-2026', 'RA-2027'))
  expect((await korpu('verify', changed, '--ca', CA)).code).toBe(1)
})

it('signs envelopes with the token of the portal, and asks for it', { timeout: 60_000 }, async () => {
  const unsigned = await converted('at')
  expect(await korpu('sign', unsigned, ...signing(), '--as', 'at')).toMatchObject({ code: 2, err: expect.stringContaining('pvpToken') })
  const token = file('token.xml', xmlBytesOf(at.dialect.token?.written as Element))
  const { out, code } = await korpu('sign', unsigned, ...signing(), '--as', 'at', '--token', token)
  expect(code).toBe(0)
  expect((await korpu('verify', file('at.signed', out), '--ca', CA)).code).toBe(0)
})

it('refuses to sign as a party what that party does not write', async () => {
  const foreign = await korpu('sign', SAMPLE, ...signing(), '--as', 'be')
  expect(foreign).toMatchObject({ code: 2, err: expect.stringContaining('not written as be writes') })
  const nobody = await korpu('sign', SAMPLE, ...signing(), '--as', 'nobody')
  expect(nobody).toMatchObject({ code: 2, err: expect.stringContaining('no adapter of nobody') })
})

it('sends envelopes to the SOAP binding, and checks the receipt or the fault in the envelope that comes back', {
  timeout: 60_000,
}, async () => {
  await world.memory.changeParty('xa', (party) => ({ ...party, endpoint: { ...party.endpoint, signature: 'wss' } }))
  const { tls, signing: key } = keysOf('xa')
  const keys = ['--cert', file('xa.cert.pem', tls.cert), '--key', file('xa.key.pem', tls.key), '--ca', file('test.ca.pem', tls.ca)]
  const send = async (to: string) => {
    const letter = world.memory.letter('xa', 'readmission-application', { to })
    const { bytes } = await signDocument('Message', dialectOf('xa').bytesOf(letter), 'wss', key, world.memory.clock.now())
    return korpu('send', file('envelope.xml', bytes), '--url', `https://localhost:${world.server.port}`, ...keys)
  }
  expect(await send('xb')).toMatchObject({ code: 0, out: expect.stringMatching(/^yes: accepted, and the receipt holds/) })
  expect(await send('nobody')).toMatchObject({ code: 1, out: expect.stringMatching(/RECIPIENT_UNKNOWN[\s\S]*signed by/) })
})
