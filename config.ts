/** The settings of the hub: the only reader of the environment. Read once, checked as a whole, frozen. */
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { ROLES, type Role } from '#core/console/roles.ts'
import { PlainError } from '#core/plain-error.ts'

export interface Config {
  readonly env: 'development' | 'production'
  readonly data: string
  readonly databaseUrl: string | undefined
  readonly amqpUrl: string | undefined
  readonly amqpCa: string | undefined
  readonly sftpKey: string | undefined
  readonly exchangePort: number
  readonly exchangeBind: string
  readonly opsPort: number
  readonly opsBind: string
  readonly consolePort: number
  readonly consoleBind: string
  readonly consoleCert: string | undefined
  readonly consoleKey: string | undefined
  readonly consoleOrigin: string | undefined
  readonly consoleSecret: string | undefined
  readonly oidcIssuer: string | undefined
  readonly oidcClient: string | undefined
  readonly oidcSecret: string | undefined
  readonly oidcRoles: ReadonlyMap<string, Role> | undefined
  readonly oidcFactors: readonly string[]
  readonly alertSmtp: string | undefined
  readonly alertFrom: string | undefined
  readonly alertTo: readonly string[]
  readonly alertWebhook: string | undefined
  readonly tlsCert: string | undefined
  readonly tlsKey: string | undefined
  readonly signCert: string | undefined
  readonly signKey: string | undefined
  readonly signPassphraseFile: string | undefined
  readonly signKeys: string | undefined
  readonly storeKey: string | undefined
  readonly parties: string | undefined
  readonly states: readonly string[]
  readonly proxyCerts: string | undefined
  readonly leaseS: number
  readonly attachmentLimitMb: number
  readonly attachmentQuotaMb: number
  readonly retention: string | undefined
  readonly sealS: number
  readonly tsaUrl: string | undefined
  readonly tsaCa: string | undefined
  readonly tsaS: number
  readonly shutdownS: number
  readonly databasePool: number
  readonly bodiesMb: number
  readonly traceUrl: string | undefined
  readonly tracePercent: number
  readonly logLevel: string
}

/** Where the database is; only the hub itself owns an embedded one. */
export function databaseOf(
  config: Config,
  owner: boolean,
): { readonly url: string } | { readonly dataDir: string; readonly owner: boolean } {
  return config.databaseUrl === undefined ? { dataDir: join(config.data, 'database'), owner } : { url: config.databaseUrl }
}

interface Setting<T> {
  readonly name: string
  /** For the table in the operator guide. */
  readonly about: string
  readonly usual: string | undefined
  /** Throws a sentence about what is wrong. */
  parse(text: string): T
}

const text = (name: string, about: string, usual?: string): Setting<string> => ({ name, about, usual, parse: (value) => value })

const list = (name: string, about: string, usual = ''): Setting<readonly string[]> => ({
  name,
  about,
  usual,
  parse: (value) => value.split(',').filter((one) => one !== ''),
})

const number = (name: string, about: string, usual: number, least: number, most: number): Setting<number> => ({
  name,
  about,
  usual: String(usual),
  parse(value) {
    const parsed = Number(value)
    if (!/^\d+$/.test(value) || parsed < least || parsed > most) throw new Error(`must be a whole number from ${least} to ${most}`)
    return parsed
  },
})

const choice = <const T extends string>(name: string, about: string, usual: T, of: readonly T[]): Setting<T> => ({
  name,
  about,
  usual,
  parse(value) {
    const found = of.find((one) => one === value)
    if (found === undefined) throw new Error(`must be one of ${of.join(', ')}`)
    return found
  },
})

const address = (name: string, about: string, protocols: readonly string[]): Setting<string> => ({
  name,
  about,
  usual: undefined,
  parse(value) {
    if (!protocols.includes(URL.parse(value)?.protocol ?? ''))
      throw new Error(`must be an address that begins with ${protocols.join('// or ')}//`)
    return value
  },
})

/** Browsers treat plain HTTP as safe on the machine itself only. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/

const roles = (name: string, about: string): Setting<ReadonlyMap<string, Role>> => ({
  name,
  about,
  usual: undefined,
  parse(value) {
    const pairs = value.split(',').map((pair) => pair.split('='))
    const read = pairs.map(([group = '', named]) => [group, ROLES.find((role) => role === named)] as const)
    const right = read.filter((pair): pair is readonly [string, Role] => pair[0] !== '' && pair[1] !== undefined)
    if (right.length < read.length) throw new Error(`must be GROUP=ROLE, with a role of ${ROLES.join(', ')}, separated by commas`)
    return new Map(right)
  },
})

const origin = (name: string, about: string, withPath = false): Setting<string> => ({
  name,
  about,
  usual: undefined,
  parse(value) {
    const url = URL.parse(value)
    const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname))
    if (safe && withPath) return value
    if (!safe || value.replace(/\/$/, '') !== url.origin)
      throw new Error('must be https:// and a name, with a port where it is another, and nothing else')
    return url.origin
  },
})

const secret = (name: string, about: string): Setting<string> => ({
  name,
  about,
  usual: undefined,
  parse(value) {
    if (!/^[A-Za-z0-9+/]{43}=$/.test(value)) throw new Error('must be 32 bytes in base64, as `openssl rand -base64 32` prints them')
    return value
  },
})

/** Data of a service where the platform keeps such data: below /var/lib for root, in the user's data folder otherwise. */
export function usualDataFolder(environment: NodeJS.ProcessEnv = process.env): string {
  if (process.getuid?.() === 0) return '/var/lib/korpu'
  return join(environment.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'korpu')
}

export const SETTINGS = {
  env: choice('KORPU_ENV', 'production refuses development keys and a generated PKI', 'development', ['development', 'production']),
  data: text('KORPU_DATA', 'folder of the embedded database and of generated development keys', usualDataFolder()),
  databaseUrl: text('DATABASE_URL', 'PostgreSQL server to use instead of the embedded one; several hubs may share it'),
  amqpUrl: address(
    'AMQP_URL',
    "RabbitMQ and the virtual host of the parties' queues, amqp:// or amqps://; without it such parties use the mailbox",
    ['amqp:', 'amqps:'],
  ),
  amqpCa: text('KORPU_AMQP_CA', "file: anchors that the certificate of an amqps:// broker must chain to, PEM; the system's when not set"),
  sftpKey: text(
    'KORPU_SFTP_KEY',
    "file: private key (OpenSSH form, unencrypted, readable by the owner only) that the hub shows to parties' SFTP servers; without it such parties use the mailbox",
  ),
  exchangePort: number('KORPU_EXCHANGE_PORT', 'port of the exchange API (HTTPS, mutual TLS)', 8443, 0, 65_535),
  exchangeBind: text('KORPU_EXCHANGE_BIND', 'address that the exchange API listens on', '127.0.0.1'),
  opsPort: number('KORPU_OPS_PORT', 'port of health and metrics (HTTP)', 9090, 0, 65_535),
  opsBind: text('KORPU_OPS_BIND', 'address that health and metrics listen on', '127.0.0.1'),
  consolePort: number('KORPU_CONSOLE_PORT', 'port of the console', 8080, 0, 65_535),
  consoleBind: text('KORPU_CONSOLE_BIND', 'address that the console listens on; plain HTTP on loopback only', '127.0.0.1'),
  consoleCert: text('KORPU_CONSOLE_CERT', "file: the console's TLS certificate and chain, PEM"),
  consoleKey: text('KORPU_CONSOLE_KEY', 'file: its private key, PEM, readable by the owner only'),
  consoleOrigin: origin(
    'KORPU_CONSOLE_ORIGIN',
    'where people open the console, https://NAME; needed beyond loopback. Without KORPU_CONSOLE_CERT it declares a proxy that ends TLS',
  ),
  alertSmtp: address(
    'KORPU_ALERT_SMTP',
    'mail server for alerts, smtps://user:password@host or smtp://host; with a password better in a file',
    ['smtp:', 'smtps:'],
  ),
  alertFrom: text('KORPU_ALERT_FROM', 'address that alerts come from'),
  alertTo: list('KORPU_ALERT_TO', 'addresses that alerts go to, separated by commas'),
  alertWebhook: address('KORPU_ALERT_WEBHOOK', 'address that alerts are posted to, signed by the hub', ['https:']),
  consoleSecret: secret(
    'KORPU_CONSOLE_SECRET',
    'key that seals what the console keeps of second factors, 32 bytes in base64, the same for all hubs of one database; when not set, one is made in the data folder',
  ),
  oidcIssuer: origin(
    'KORPU_CONSOLE_OIDC_ISSUER',
    "issuer of the ministry's own identity provider (OpenID Connect); nobody signs in through one without it",
    true,
  ),
  oidcClient: text(
    'KORPU_CONSOLE_OIDC_CLIENT',
    'client id of the console there; its redirect address is ORIGIN/api/single-sign-on/callback',
  ),
  oidcSecret: text('KORPU_CONSOLE_OIDC_SECRET', 'its client secret'),
  oidcRoles: roles(
    'KORPU_CONSOLE_OIDC_ROLES',
    'group=role for each group that may come in, separated by commas: what stands in the claim `groups`',
  ),
  oidcFactors: list(
    'KORPU_CONSOLE_OIDC_FACTORS',
    'values of the claims `amr` and `acr` that say that a second factor was used, separated by commas',
    'mfa,hwk,sc',
  ),
  tlsCert: text('KORPU_TLS_CERT', "file: the hub's TLS certificate and chain, PEM; server and client"),
  tlsKey: text('KORPU_TLS_KEY', 'file: its private key, PEM, readable by the owner only'),
  signCert: text('KORPU_SIGN_CERT', "file: the hub's signing certificate, PEM"),
  signKey: text(
    'KORPU_SIGN_KEY',
    'file: its private key, PEM, readable by the owner only; or a key on a token (PKCS#11): `pkcs11:token=…;object=…?module-path=…&pin-source=…`',
  ),
  signPassphraseFile: text('KORPU_SIGN_PASSPHRASE_FILE', 'file: passphrase of the signing key, when it is encrypted'),
  signKeys: text(
    'KORPU_SIGN_KEYS',
    'file: further signing keys of the hub, each from a time on or for one treaty, as `korpu keys add` writes it; read again while the hub runs; `signing-keys.json` in the data folder when not set',
  ),
  storeKey: text(
    'KORPU_STORE_KEY',
    'file: keys with which messages and attachments are encrypted in the database, 32 bytes in base64 a line, the newest first, readable by the owner only; `store.key` in the data folder when not set',
  ),
  parties: text('KORPU_PARTIES', 'file: parties and agreements, applied at every start'),
  states: list('KORPU_STATES', 'folders of further states, each with `adapters/` and `agreements/`, separated by commas'),
  proxyCerts: text(
    'KORPU_PROXY_CERTS',
    'file: TLS client certificates of proxies that end TLS for partners and name them in Client-Cert (RFC 9440), PEM',
  ),
  leaseS: number('KORPU_LEASE_S', 'how long a delivery taken from the mailbox is leased, in seconds', 300, 1, 86_400),
  attachmentLimitMb: number('KORPU_ATTACHMENT_LIMIT_MB', 'largest attachment, in MiB', 100, 1, 950),
  attachmentQuotaMb: number(
    'KORPU_ATTACHMENT_QUOTA_MB',
    'attachments that one party may have uploaded and not named in a message yet, in MiB',
    2048,
    1,
    1_048_576,
  ),
  retention: text(
    'KORPU_RETENTION',
    'file: retention rules, JSON (operator guide, Erasure); without it only what somebody asks to erase is erased',
  ),
  sealS: number('KORPU_SEAL_S', 'how often a signed tree head covers what the audit trail has recorded, in seconds', 60, 1, 86_400),
  tsaUrl: address(
    'KORPU_TSA_URL',
    'timestamp authority (RFC 3161) that stamps the tree heads of the audit trail; nothing is stamped without it',
    ['http:', 'https:'],
  ),
  tsaCa: text(
    'KORPU_TSA_CA',
    'file: anchors that the certificate of the timestamp authority must chain to, PEM; needed with KORPU_TSA_URL',
  ),
  tsaS: number('KORPU_TSA_S', 'how often the tree heads that have no timestamp yet get one, all together, in seconds', 60, 1, 86_400),
  shutdownS: number('KORPU_SHUTDOWN_S', 'how long a stopping hub waits for attempts under way, in seconds', 30, 1, 600),
  databasePool: number('KORPU_DATABASE_POOL', 'connections to the database that one hub opens at most', 16, 2, 200),
  bodiesMb: number(
    'KORPU_BODIES_MB',
    'bodies of requests that one hub has in memory at once, in MiB; one party has a quarter',
    64,
    40,
    65_536,
  ),
  traceUrl: address(
    'KORPU_TRACE_URL',
    'receiver of OpenTelemetry traces, OTLP over HTTP with its path (/v1/traces); nothing is traced without it',
    ['http:', 'https:'],
  ),
  tracePercent: number('KORPU_TRACE_PERCENT', 'how many messages of a hundred are traced, with their deliveries', 100, 1, 100),
  logLevel: choice('KORPU_LOG_LEVEL', 'least level that is logged', 'info', ['debug', 'info', 'warn', 'error', 'silent']),
} as const satisfies { readonly [K in keyof Config]: Setting<unknown> }

/** The surroundings of a child process that is given settings of its own: everything but settings. */
export function foreignEnvironment(environment: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const ours = (name: string): boolean => name.startsWith('KORPU_') || name === 'DATABASE_URL' || name === 'AMQP_URL'
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !ours(name)))
}

/** Throws one `PlainError` that names every setting that is wrong. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const faults: string[] = []
  const entries = Object.entries(SETTINGS).map(([key, setting]: [string, Setting<unknown>]) => {
    const value = givenOf(setting, environment, faults)
    if (value === undefined) return [key, undefined]
    try {
      return [key, setting.parse(value)]
    } catch (fault) {
      faults.push(`${setting.name} ${(fault as Error).message}.`)
      return [key, undefined]
    }
  })
  const config = Object.freeze(Object.fromEntries(entries)) as Config
  faults.push(
    ...unknownSettings(environment),
    ...pairFaults(config),
    ...consoleFaults(config),
    ...oidcFaults(config),
    ...alertFaults(config),
    ...productionFaults(config),
  )
  if (faults.length > 0) throw new PlainError(`The settings are not right. ${faults.join(' ')}`, 'The operator guide lists every setting.')
  return config
}

/** A secret may stand in a file named by `<NAME>_FILE`. */
function givenOf(setting: Setting<unknown>, environment: NodeJS.ProcessEnv, faults: string[]): string | undefined {
  const file = environment[`${setting.name}_FILE`]
  if (file === undefined || file === '') return environment[setting.name] || setting.usual
  if (environment[setting.name]) {
    faults.push(`${setting.name} and ${setting.name}_FILE are both set.`)
    return undefined
  }
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    faults.push(`${setting.name}_FILE names a file that cannot be read.`)
    return undefined
  }
}

/** Settings that tests and benchmarks read for themselves. */
const OTHERS = /^KORPU_(TEST|BENCH|DEMO)_/

/** A misspelt setting is refused rather than silently not heeded. */
function unknownSettings(environment: NodeJS.ProcessEnv): string[] {
  const known = new Set<string>(Object.values(SETTINGS).flatMap(({ name }) => [name, `${name}_FILE`]))
  return Object.keys(environment)
    .filter((name) => name.startsWith('KORPU_') && !known.has(name) && !OTHERS.test(name))
    .map((name) => `${name} is not a setting.`)
}

function pairFaults({ tsaUrl, tsaCa, tlsCert, tlsKey, signCert, signKey, consoleCert, consoleKey }: Config): string[] {
  const together = (a: unknown, b: unknown, names: string): string[] =>
    (a === undefined) === (b === undefined) ? [] : [`${names} go together.`]
  return [
    ...together(tlsCert, tlsKey, 'KORPU_TLS_CERT and KORPU_TLS_KEY'),
    ...together(tsaUrl, tsaCa, 'KORPU_TSA_URL and KORPU_TSA_CA'),
    ...together(signCert, signKey, 'KORPU_SIGN_CERT and KORPU_SIGN_KEY'),
    ...together(consoleCert, consoleKey, 'KORPU_CONSOLE_CERT and KORPU_CONSOLE_KEY'),
  ]
}

function oidcFaults({ oidcIssuer, oidcClient, oidcSecret, oidcRoles }: Config): string[] {
  const given = [oidcIssuer, oidcClient, oidcSecret, oidcRoles].filter((one) => one !== undefined)
  return given.length % 4 === 0 ? [] : ['KORPU_CONSOLE_OIDC_ISSUER, _CLIENT, _SECRET and _ROLES go together.']
}

function alertFaults({ alertSmtp, alertFrom, alertTo }: Config): string[] {
  const whole = alertSmtp === undefined ? alertFrom === undefined && alertTo.length === 0 : alertFrom !== undefined && alertTo.length > 0
  return whole ? [] : ['KORPU_ALERT_SMTP, KORPU_ALERT_FROM and KORPU_ALERT_TO belong together: set all of them, or none.']
}

/** Cookies, passkeys and the guard against other sites all go by the name under which the console is opened. */
function consoleFaults({ consoleBind, consoleCert, consoleOrigin }: Config): string[] {
  if (consoleOrigin?.startsWith('http:') && consoleCert !== undefined)
    return ['KORPU_CONSOLE_ORIGIN begins with https:// where there is a certificate.']
  if (LOOPBACK.test(consoleBind) || consoleOrigin?.startsWith('https:')) return []
  return ['KORPU_CONSOLE_BIND is not loopback: KORPU_CONSOLE_ORIGIN is needed, with KORPU_CONSOLE_CERT or a proxy that ends TLS.']
}

function productionFaults(config: Config): string[] {
  if (config.env !== 'production') return []
  const missing = [
    config.tlsCert === undefined ? 'KORPU_TLS_CERT' : undefined,
    config.signCert === undefined ? 'KORPU_SIGN_CERT' : undefined,
    config.storeKey === undefined && config.databaseUrl !== undefined ? 'KORPU_STORE_KEY' : undefined,
  ].filter((name) => name !== undefined)
  return missing.map((name) => `${name} is needed in production.`)
}
