import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { PlainError } from '#core/plain-error.ts'
import { databaseOf, foreignEnvironment, readConfig, SETTINGS, usualDataFolder } from './config.ts'

const dir = mkdtempSync(join(tmpdir(), 'korpu-config-'))
afterAll(() => rmSync(dir, { recursive: true }))

function file(name: string, content: string): string {
  writeFileSync(join(dir, name), content)
  return join(dir, name)
}

function refusal(environment: NodeJS.ProcessEnv): string {
  try {
    readConfig(environment)
  } catch (fault) {
    expect(fault).toBeInstanceOf(PlainError)
    return (fault as PlainError).message
  }
  throw new Error('these settings were not refused')
}

describe('the settings', () => {
  it('are the usual ones where nothing is set, or set to nothing', () => {
    const usual = readConfig({})
    expect(usual).toMatchObject({ env: 'development', exchangePort: 8443, opsPort: 9090, opsBind: '127.0.0.1', leaseS: 300 })
    expect(usual.databaseUrl).toBeUndefined()
    expect(readConfig({ KORPU_EXCHANGE_PORT: '', KORPU_ENV: '', DATABASE_URL: '' })).toEqual(usual)
  })

  it('cannot be changed once they are read', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true)
  })

  it('may stand in files, with a line break at the end', () => {
    const config = readConfig({
      DATABASE_URL_FILE: file('url', 'postgresql://korpu:gizli@db/korpu\n'),
      KORPU_OPS_PORT_FILE: file('port', ' 9191 \n'),
    })
    expect([config.databaseUrl, config.opsPort]).toEqual(['postgresql://korpu:gizli@db/korpu', 9191])
  })

  it('are not read from a file and from the environment at once', () => {
    expect(refusal({ KORPU_OPS_PORT: '1', KORPU_OPS_PORT_FILE: file('two', '2') })).toContain('KORPU_OPS_PORT and KORPU_OPS_PORT_FILE')
  })

  it('that are wrong are all named together, and what was given is not repeated', () => {
    const said = refusal({
      KORPU_ENV: 'prod-gizli',
      KORPU_EXCHANGE_PORT: '65536',
      KORPU_LEASE_S: '1e3',
      KORPU_DATA_FILE: join(dir, 'nowhere'),
      KORPU_SIGN_KEY: 'k.pem',
      KORPU_EXCHAGE_BIND: '0.0.0.0',
    })
    expect(said).toContain('KORPU_ENV must be one of development, production.')
    expect(said).toContain('KORPU_EXCHANGE_PORT must be a whole number from 0 to 65535.')
    expect(said).toContain('KORPU_LEASE_S must be a whole number')
    expect(said).toContain('KORPU_DATA_FILE names a file that cannot be read.')
    expect(said).toContain('KORPU_SIGN_CERT and KORPU_SIGN_KEY go together.')
    expect(said).toContain('KORPU_EXCHAGE_BIND is not a setting.')
    expect(said).not.toMatch(/gizli|65536|1e3|nowhere/)
  })

  it('name a broker by an AMQP address', () => {
    expect(readConfig({ AMQP_URL: 'amqps://mq.example/partners' }).amqpUrl).toBe('amqps://mq.example/partners')
    for (const wrong of ['https://gizli@mq.example', 'gizli']) {
      const said = refusal({ AMQP_URL: wrong })
      expect(said).toContain('AMQP_URL must be an address that begins with amqp:// or amqps://.')
      expect(said).not.toContain('gizli')
    }
  })

  it('of tests, benchmarks and demos are none of its business', () => {
    expect(() => readConfig({ KORPU_TEST_REQUIRE: 'all', KORPU_BENCH_X: '1', KORPUSKEL: '1' })).not.toThrow()
  })

  it('of production name both certificates', () => {
    const said = refusal({ KORPU_ENV: 'production' })
    expect(said).toContain('KORPU_TLS_CERT is needed in production.')
    expect(said).toContain('KORPU_SIGN_CERT is needed in production.')
    const keys = { KORPU_TLS_CERT: 'a', KORPU_TLS_KEY: 'b', KORPU_SIGN_CERT: 'c', KORPU_SIGN_KEY: 'd' }
    expect(readConfig({ KORPU_ENV: 'production', ...keys }).env).toBe('production')
  })

  it('open the console beyond loopback only under a name that browsers reach over TLS', () => {
    const open = (more: NodeJS.ProcessEnv) => () => readConfig({ KORPU_CONSOLE_BIND: '0.0.0.0', ...more })
    expect(open({ KORPU_CONSOLE_ORIGIN: 'https://console.example' })).not.toThrow()
    expect(open({ KORPU_CONSOLE_ORIGIN: 'https://console.example', KORPU_CONSOLE_CERT: 'c', KORPU_CONSOLE_KEY: 'k' })).not.toThrow()
    expect(refusal({ KORPU_CONSOLE_BIND: '0.0.0.0' })).toContain('KORPU_CONSOLE_BIND is not loopback')
    expect(refusal({ KORPU_CONSOLE_BIND: '10.1.2.3', KORPU_CONSOLE_ORIGIN: 'http://localhost:8080' })).toContain('is not loopback')
    for (const wrong of ['http://console.example', 'https://console.example/path', 'console.example'])
      expect(refusal({ KORPU_CONSOLE_ORIGIN: wrong })).toContain('KORPU_CONSOLE_ORIGIN must be https://')
    expect(refusal({ KORPU_CONSOLE_CERT: 'c' })).toContain('KORPU_CONSOLE_CERT and KORPU_CONSOLE_KEY go together.')
    expect(refusal({ KORPU_CONSOLE_SECRET: 'gizli' })).toMatch(/KORPU_CONSOLE_SECRET must be 32 bytes(?!.*gizli)/)
  })

  it('of production on a server name the store keys, which all hubs on it share', () => {
    const keys = { KORPU_TLS_CERT: 'a', KORPU_TLS_KEY: 'b', KORPU_SIGN_CERT: 'c', KORPU_SIGN_KEY: 'd' }
    const server = { KORPU_ENV: 'production', DATABASE_URL: 'postgresql://x', ...keys }
    expect(refusal(server)).toContain('KORPU_STORE_KEY is needed in production.')
    expect(readConfig({ ...server, KORPU_STORE_KEY: 'e' }).storeKey).toBe('e')
  })

  it('of an identity provider go together, and every group has a role', () => {
    const oidc = {
      KORPU_CONSOLE_OIDC_ISSUER: 'https://id.example/realms/sms',
      KORPU_CONSOLE_OIDC_CLIENT: 'korpu',
      KORPU_CONSOLE_OIDC_SECRET: 's',
    }
    expect(refusal(oidc)).toContain('KORPU_CONSOLE_OIDC_ISSUER, _CLIENT, _SECRET and _ROLES go together.')
    const config = readConfig({ ...oidc, KORPU_CONSOLE_OIDC_ROLES: 'ops=operator,audit=auditor' })
    expect([...(config.oidcRoles ?? [])]).toEqual([
      ['ops', 'operator'],
      ['audit', 'auditor'],
    ])
    expect(refusal({ ...oidc, KORPU_CONSOLE_OIDC_ROLES: 'ops=gizli' })).toMatch(/KORPU_CONSOLE_OIDC_ROLES must be GROUP=ROLE(?!.*gizli)/)
    expect(refusal({ KORPU_CONSOLE_OIDC_ISSUER: 'http://id.example' })).toContain('KORPU_CONSOLE_OIDC_ISSUER must be https://')
  })

  it('have a name that is theirs alone', () => {
    const names = Object.values(SETTINGS).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('the data folder', () => {
  it('is where the platform keeps data', () => {
    const usual = usualDataFolder({ XDG_DATA_HOME: '/home/günay/data' })
    expect(usual).toBe(process.getuid?.() === 0 ? '/var/lib/korpu' : '/home/günay/data/korpu')
    expect(isAbsolute(usualDataFolder({ XDG_DATA_HOME: '' }))).toBe(true)
  })

  it('holds the database where no server is named', () => {
    expect(databaseOf(readConfig({ KORPU_DATA: '/d' }), true)).toEqual({ dataDir: '/d/database', owner: true })
    expect(databaseOf(readConfig({ DATABASE_URL: 'postgresql://x' }), true)).toEqual({ url: 'postgresql://x' })
  })
})

describe('a child with settings of its own', () => {
  it('gets the surroundings, and no setting', () => {
    const environment = { PATH: '/bin', HOME: '/home/x', KORPU_DATA: '/d', KORPU_SIGN_KEY_FILE: '/k', DATABASE_URL: 'u', AMQP_URL: 'a' }
    expect(foreignEnvironment(environment)).toEqual({ PATH: '/bin', HOME: '/home/x' })
  })
})
