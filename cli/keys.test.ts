/** The hub's signing keys, changed by an operator. */
import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCertificates } from '#certs/pem.ts'
import { makeDevelopmentPki, partyFiles } from '#certs/pki.ts'
import { cleanUp, newFolder, ranKorpu } from '#test/e2e/running.ts'

const folder = newFolder()
const korpu = (...args: string[]) => ranKorpu(['keys', ...args], { env: { KORPU_DATA: folder } })
const { signKey, signCert } = partyFiles(join(folder, 'others'), 'next')
const FROM = '2031-01-01T00:00:00.000Z'

beforeAll(async () => {
  mkdirSync(folder)
  await makeDevelopmentPki(join(folder, 'others'), ['next', 'stranger'])
})
afterAll(cleanUp)

test('a key is added with its time, listed, audited, and retired with its certificate kept', { timeout: 600_000 }, async () => {
  const sha256 = readCertificates(signCert)[0].sha256
  const adding = (from: string, cert = signCert) =>
    korpu('add', '--key', signKey, '--cert', cert, '--from', from, '--reason', 'yearly change')

  expect(await adding(FROM)).toMatchObject({ code: 0, out: expect.stringContaining(`${sha256.slice(0, 16)} signs from ${FROM} on`) })
  const file = join(folder, 'signing-keys.json')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    keys: [{ cert: 'others/next.sign.cert.pem', key: 'others/next.sign.key.pem', from: FROM }],
  })
  expect(await adding(FROM)).toMatchObject({ code: 2, err: expect.stringContaining('has this key already') })
  expect(await korpu('list')).toMatchObject({
    code: 0,
    out: expect.stringMatching(new RegExp(`signs .*\\n${sha256.slice(0, 16)}  will sign`)),
  })

  expect(await korpu('retire', sha256, '--reason', 'not needed')).toMatchObject({ code: 0 })
  expect(await korpu('list')).toMatchObject({ out: expect.stringContaining(`${sha256.slice(0, 16)}  retired`) })
  expect(await ranKorpu(['audit', 'verify'], { env: { KORPU_DATA: folder } })).toMatchObject({
    code: 0,
    out: expect.stringContaining('2 links'),
  })
})

test('a key that would sign before anybody knows it, and one of another certificate, are refused', { timeout: 300_000 }, async () => {
  const stranger = partyFiles(join(folder, 'others'), 'stranger')
  const adding = (from: string) =>
    korpu('add', '--key', stranger.signKey, '--cert', from === FROM ? signCert : stranger.signCert, '--from', from, '--reason', 'a try')
  expect(await adding(new Date().toISOString())).toMatchObject({ code: 2, err: expect.stringContaining('before anybody knows it') })
  expect(await adding(FROM)).toMatchObject({ code: 2, err: expect.stringContaining('does not belong to the certificate') })
})
