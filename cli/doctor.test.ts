import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDevelopmentPki, partyFiles } from '#certs/pki.ts'
import * as x509 from '#certs/x509.ts'
import { databasePid, isRunning } from '#test/crash/processes.ts'
import { cleanUp, newFolder, ranKorpu, startKorpu } from '#test/e2e/running.ts'

const LABEL = 'PRIVATE KEY'

const dir = newFolder()
const DATA = newFolder()
const { tlsCert, tlsKey, signCert, signKey } = partyFiles(dir, 'hub')
const KEYS = { KORPU_TLS_CERT: tlsCert, KORPU_TLS_KEY: tlsKey, KORPU_SIGN_CERT: signCert, KORPU_SIGN_KEY: signKey }

beforeAll(async () => {
  await makeDevelopmentPki(dir, ['de', 'az-sms'])
})
afterAll(cleanUp)

async function doctor(env: Readonly<Record<string, string>>) {
  const { code, out, err } = await ranKorpu(['doctor'], { env: { KORPU_DATA: DATA, ...env } })
  return { code, lines: out.trim().split('\n'), err }
}

describe('korpu doctor', () => {
  it('has nothing to say against a fresh machine, and makes no database on it', async () => {
    const { code, lines } = await doctor({})
    expect([code, lines]).toEqual([
      0,
      [
        `ok  settings: development; data in ${DATA}`,
        'ok  TLS key and certificate: not set; development keys are generated',
        'ok  signing key and certificate: not set; development keys are generated',
        'ok  embedded database: not there yet; the first start makes it',
      ],
    ])
    expect(databasePid(DATA)).toBeUndefined()
  })

  it('looks at the database beside the hub that uses it, and at every party', { timeout: 60_000 }, async () => {
    const parties = join(dir, 'parties.json')
    const endpoint = { transport: 'push', signature: 'xades', url: 'https://127.0.0.1:1/inbox' }
    const certificates = (id: string, validUntil: string) => [
      { use: 'tls', file: `${id}.tls.cert.pem` },
      { use: 'signing', file: `${id}.sign.cert.pem`, validUntil },
    ]
    const soon = new Date(Date.now() + 10 * 86_400_000 + 60_000).toISOString()
    writeFileSync(
      parties,
      JSON.stringify({
        parties: [
          { id: 'de', title: 'de', dialect: 'de', endpoint, certificates: certificates('de', '2020-01-01T00:00:00Z') },
          {
            id: 'az-sms',
            title: 'az-sms',
            dialect: 'json',
            endpoint: { transport: 'mailbox', signature: 'jades' },
            certificates: certificates('az-sms', soon),
          },
        ],
        agreements: [],
      }),
    )
    const hub = startKorpu(['serve'], {
      env: { KORPU_DATA: DATA, KORPU_PARTIES: parties, KORPU_EXCHANGE_PORT: '0', KORPU_OPS_PORT: '0', KORPU_CONSOLE_PORT: '0', ...KEYS },
    })
    await hub.said(/korpu is serving/)
    const { code, lines } = await doctor(KEYS)
    expect(code).toBe(1)
    expect(lines).toContainEqual(expect.stringMatching(/^ok {2}TLS key and certificate: valid for \d{4} days$/))
    expect(lines).toContain('ok  embedded database: answers; 2 parties, 0 agreements')
    expect(lines).toContainEqual(expect.stringMatching(/^ok {2}PostgreSQL: 18\./))
    expect(lines).toContainEqual(expect.stringMatching(/^(ok|NO) {1,2}disk: [\d.]+ GiB free of [\d.]+/))
    expect(lines).toContain('ok  backup: none was made')
    expect(lines).toContain('ok  de backlog: nothing waits')
    expect(lines).toContain('ok  clocks: all that are due have been looked at')
    expect(lines).toContain('NO  de signing certificate: The certificate has expired. Renew it.')
    expect(lines).toContain('NO  de endpoint: 127.0.0.1:1 cannot be reached. Is the party up, and the network open?')
    expect(lines).toContain('ok  az-sms signing certificate: expires in 10 days: renew it soon')
    expect(lines).toContain('ok  az-sms endpoint: pulls from its mailbox')
    expect((await ranKorpu(['backup', join(dir, 'one.korpu')], { env: { KORPU_DATA: DATA } })).code).toBe(0)
    expect((await doctor(KEYS)).lines).toContain('ok  backup: the last shows the hub 0 min ago')
    expect(isRunning(databasePid(DATA) ?? 0)).toBe(true)
    expect((await hub.end('SIGTERM')).code).toBe(0)
  })

  it('says no to a certificate of the hub that has expired, and to one that belongs to another key', async () => {
    const expired = { KORPU_SIGN_CERT: join(dir, 'expired.pem'), KORPU_SIGN_KEY: join(dir, 'expired.key.pem') }
    await writeExpired(expired.KORPU_SIGN_CERT, expired.KORPU_SIGN_KEY)
    const { code, lines } = await doctor({ ...KEYS, ...expired, KORPU_TLS_KEY: signKey, KORPU_DATA: newFolder() })
    expect(code).toBe(1)
    expect(lines).toContain('NO  signing key and certificate: The certificate has expired. Renew it.')
    expect(lines).toContainEqual(expect.stringMatching(/^NO {2}TLS key and certificate: .* does not belong to the certificate/))
  })

  it('says no to development keys in production', async () => {
    const { code, lines } = await doctor({ ...KEYS, KORPU_ENV: 'production', KORPU_DATA: newFolder() })
    expect(code).toBe(1)
    expect(lines.filter((line) => line.startsWith('NO ') && line.includes('was made for development.'))).toHaveLength(2)
  })

  it('cannot look when the settings are wrong', async () => {
    const { code, err } = await doctor({ KORPU_OPS_PORT: 'doqquz min' })
    expect([code, err]).toEqual([2, expect.stringContaining('KORPU_OPS_PORT must be a whole number')])
  })
})

async function writeExpired(cert: string, key: string): Promise<void> {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=hub',
    keys,
    notBefore: new Date('2020-01-01T00:00:00Z'),
    notAfter: new Date('2021-01-01T00:00:00Z'),
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
  })
  const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64')
  writeFileSync(cert, certificate.toString('pem'))
  writeFileSync(key, `-----BEGIN ${LABEL}-----\n${pkcs8}\n-----END ${LABEL}-----\n`, { mode: 0o600 })
}
