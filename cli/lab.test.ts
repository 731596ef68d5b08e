import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PartyFileInput } from '#certs/party-file.ts'
import { makeDevelopmentPki, partyFiles } from '#certs/pki.ts'
import { cleanUp, newFolder, ranKorpu, startKorpu } from '#test/e2e/running.ts'

const dir = newFolder()
const FILE = join(dir, 'parties.json')
const env: Record<string, string> = { KORPU_DATA: newFolder(), KORPU_PARTIES: FILE }

const party = (id: string): PartyFileInput['parties'][number] => ({
  id,
  title: id,
  dialect: 'xml',
  endpoint: { transport: 'mailbox', signature: 'xades' },
  certificates: [
    { use: 'tls', file: `${id}.tls.cert.pem` },
    { use: 'signing', file: `${id}.sign.cert.pem` },
  ],
})

beforeAll(async () => {
  await makeDevelopmentPki(dir, ['de', 'az-sms'])
  const agreement = { from: 'de', to: 'az-sms', agreement: 'eu-az-2014', validFrom: '2014-09-01T00:00:00Z' }
  writeFileSync(FILE, JSON.stringify({ parties: [party('de'), party('az-sms')], agreements: [agreement] } satisfies PartyFileInput))
  const hub = partyFiles(dir, 'hub')
  Object.assign(env, { KORPU_TLS_CERT: hub.tlsCert, KORPU_TLS_KEY: hub.tlsKey, KORPU_SIGN_CERT: hub.signCert, KORPU_SIGN_KEY: hub.signKey })
  const running = startKorpu(['serve'], { env: { ...env, KORPU_EXCHANGE_PORT: '0', KORPU_OPS_PORT: '0', KORPU_CONSOLE_PORT: '0' } })
  await running.said(/korpu is serving/)
})
afterAll(cleanUp)

it('waits for the party, says what happened in the language that was asked for, and leaves a signed report that korpu verify believes', {
  timeout: 120_000,
}, async () => {
  const out = join(dir, 'reports')
  mkdirSync(out)
  const { code, out: said, err } = await ranKorpu(['lab', '--party', 'az-sms', '--wait', '1', '--language', 'az', '--out', out], { env })
  expect([code, said.split('\n')[0]]).toEqual([1, expect.stringMatching(/^no: 0 steps passed, 1 failed, \d+ left out$/)])
  expect(err).toContain('NO  İmzalı mesaj: Qəbul edilmir: poçt qutusundan vaxtında götürülmədi.')
  const files = readdirSync(out)
  const [json, jws] = ['.json', '.jws'].map((ending) => join(out, files.find((name) => name.endsWith(ending)) ?? ''))
  expect(files).toHaveLength(4)
  const verified = await ranKorpu(['verify', json ?? '', '--signature', jws ?? '', '--ca', join(dir, 'ca.cert.pem'), '--json'])
  expect(JSON.parse(verified.out)).toMatchObject({ ok: true, kind: 'LabReport', signer: expect.stringContaining('CN=hub') })
  writeFileSync(json ?? '', readFileSync(json ?? '', 'utf8').replace('"conforms":false', '"conforms":true'))
  expect((await ranKorpu(['verify', json ?? '', '--signature', jws ?? '', '--ca', join(dir, 'ca.cert.pem')])).code).toBe(1)
})

it('names the parties that there are, and says what cannot be tested', { timeout: 120_000 }, async () => {
  const nobody = await ranKorpu(['lab', '--party', 'fr'], { env })
  expect([nobody.code, nobody.err]).toEqual([2, 'There is no party fr.\nThere are az-sms, de.\n'])
  const silent = await ranKorpu(['lab', '--party', 'de'], { env })
  expect([silent.code, silent.err]).toEqual([2, expect.stringContaining('Nobody has agreed to send anything to de.')])
})
