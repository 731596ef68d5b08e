/** Keys on a token: SoftHSM holds them, we sign through PKCS#11. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pkcs11Key } from '#certs/pkcs11.ts'
import { makeDevelopmentPki, partyFiles } from '#certs/pki.ts'
import { verifyRaw } from '#core/signature/algorithms.ts'
import { certificateOf } from '#core/signature/certificate.ts'
import { startDemo } from '#demo/run.ts'
import { normal } from '#demo/stories.ts'
import { makeWorld } from '#demo/world.ts'
import { makeDataFolder } from '#prisma/embedded/data-folder.ts'
import { cleanUp, newFolder } from '#test/e2e/running.ts'
import { freePort } from '#test/port.ts'
import { describeWithTool } from './tool.ts'

const MODULE =
  [
    '/usr/lib/softhsm/libsofthsm2.so',
    '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so',
    '/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so',
  ].find((path) => existsSync(path)) ?? ''
const dir = mkdtempSync(join(tmpdir(), 'korpu-pkcs11-'))
const pki = join(dir, 'pki')
const KINDS = { hub: 'P-256', de: 'P-384', fr: 'RSA-3072' } as const
const uriOf = (object: string, more: Partial<Record<'token' | 'pin', string>> = {}) =>
  `pkcs11:token=${more.token ?? 'korpu'};object=${object}?module-path=${MODULE}&pin-source=${more.pin ?? join(dir, 'pin')}`

const native = (): boolean => {
  try {
    return Boolean(createRequire(import.meta.url)('pkcs11js'))
  } catch {
    return false
  }
}

describeWithTool(
  ['bash', '-c', `softhsm2-util --version && ${native() ? 'true' : 'false'}`],
  'SoftHSM, and pkcs11js with its native part',
  () => {
    beforeAll(async () => {
      mkdirSync(join(dir, 'tokens'))
      writeFileSync(
        join(dir, 'softhsm2.conf'),
        `directories.tokendir = ${join(dir, 'tokens')}\nobjectstore.backend = file\nlog.level = ERROR\n`,
      )
      process.env.SOFTHSM2_CONF = join(dir, 'softhsm2.conf')
      writeFileSync(join(dir, 'pin'), '1234\n', { mode: 0o600 })
      writeFileSync(join(dir, 'wrong'), '9999\n', { mode: 0o600 })
      const util = (...args: string[]) => expect(spawnSync('softhsm2-util', args, { encoding: 'utf8' })).toMatchObject({ status: 0 })
      util('--init-token', '--free', '--label', 'korpu', '--so-pin', '5678', '--pin', '1234')
      await makeDevelopmentPki(pki, Object.keys(KINDS), KINDS)
      for (const [index, party] of Object.keys(KINDS).entries())
        util('--import', partyFiles(pki, party).signKey, '--token', 'korpu', '--label', party, '--id', `a${index}`, '--pin', '1234')
    })
    afterAll(async () => {
      delete process.env.SOFTHSM2_CONF
      await cleanUp()
      rmSync(dir, { recursive: true })
    })

    it.each([
      ['a wrong PIN', uriOf('hub', { pin: join(dir, 'wrong') }), 'does not take the PIN'],
      ['a token that is not there', uriOf('hub', { token: 'other' }), 'knows no token'],
      ['a key that is not there', uriOf('other'), 'no private key of that name'],
      ['a key of another certificate', uriOf('de'), 'does not belong to the certificate|does not sign'],
      ['a module that is not there', uriOf('hub').replace(MODULE, '/nowhere.so'), 'cannot be loaded'],
      ['a name that is not whole', 'pkcs11:token=korpu', 'is not whole'],
    ])('say what is wrong with %s, and never the PIN', async (_, uri, why) => {
      const fault = await pkcs11Key(uri, partyFiles(pki, 'hub').signCert).then(String, (error: unknown) => String(error))
      expect(fault).toMatch(new RegExp(why))
      expect(fault).not.toMatch(/1234|9999/)
    })

    it.each(Object.entries(KINDS))('sign for %s with %s what the certificate verifies, many at once', async (party) => {
      const key = await pkcs11Key(uriOf(party), partyFiles(pki, party).signCert)
      const texts = Array.from({ length: 20 }, (_, index) => Buffer.from(`Məmmədov ${index}`))
      const signatures = await Promise.all(texts.map((text) => key.sign(text)))
      const { publicKey } = certificateOf(key.certificate)
      for (const [index, text] of texts.entries()) expect(verifyRaw(key.algorithm, text, publicKey, signatures[index] ?? text)).toBe(true)
    })

    it('run the demo with the key of the hub in the token', { timeout: 300_000 }, async () => {
      const data = newFolder()
      makeDataFolder(data)
      await makeWorld(join(data, 'pki'))
      const { signKey, signCert } = partyFiles(join(data, 'pki'), 'hub')
      const imported = spawnSync('softhsm2-util', [
        '--import',
        signKey,
        '--token',
        'korpu',
        '--label',
        'demo',
        '--id',
        'dd',
        '--pin',
        '1234',
      ])
      expect(imported.status).toBe(0)
      const demo = await startDemo({
        dataDir: data,
        exchangePort: await freePort(),
        opsPort: await freePort(),
        paceMs: 0,
        hubEnvironment: { KORPU_SIGN_KEY: uriOf('demo'), KORPU_SIGN_CERT: signCert, SOFTHSM2_CONF: join(dir, 'softhsm2.conf') },
      })
      try {
        const steps = await demo.cases.play(normal)
        expect(steps.filter(({ failed }) => failed !== undefined)).toEqual([])
        expect(steps.length).toBeGreaterThan(5)
      } finally {
        await demo.stop()
      }
    })
  },
)
