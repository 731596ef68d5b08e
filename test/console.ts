/** The console on an embedded database, and visitors with a browser's manners: a cookie jar, and the headers that say where a request comes from. */

import { randomBytes, randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hc } from 'hono/client'
import { labLine } from '#adapters/wire/lab-line.ts'
import { httpsProbing } from '#adapters/wire/probe.ts'
import { makeStranger } from '#certs/stranger.ts'
import { actsOf } from '#console'
import { type Acts, fourEyes } from '#core/console/four-eyes.ts'
import { live } from '#core/console/live.ts'
import { retentionFrom } from '#core/console/retention.ts'
import type { Role } from '#core/console/roles.ts'
import { seal } from '#core/console/seal.ts'
import { testing } from '#core/console/testing.ts'
import { verifying } from '#core/console/verifying.ts'
import type { Log } from '#core/ports.ts'
import { directoryOf } from '#core/resolve.ts'
import { randomIds } from '#ids'
import { systemFigures } from '#prisma/console/system.ts'
import { type Database, openDatabase } from '#prisma/database.ts'
import { postgresStatistics } from '#prisma/statistics.ts'
import type { ConsoleApi } from '#routes/console/api.ts'
import { consoleApp } from '#routes/console/app.ts'
import type { Console, ConsoleSettings } from '#routes/console/console.ts'
import { hashOfPassword } from '#routes/console/factors/password.ts'
import type { Provider } from '#routes/console/factors/provider.ts'
import { codeOf, newSecret } from '#routes/console/factors/totp.ts'
import type { Page, Pages } from '#routes/console/pages.ts'
import { RULE_SETS } from '#schemas/agreements/rule-sets.ts'
import { STORE_KEYS } from '#test/store-keys.ts'
import { DIALECTS, hubKeys, keysOf } from './parties.ts'

export const HOST = 'localhost:8080'
export const PASSWORD = 'uzun və gizli söz'

export interface Person {
  readonly name: string
  readonly role: Role
  readonly totp: Uint8Array
}

export interface ConsoleWorld {
  readonly console: Console
  readonly database: Database
  readonly app: ReturnType<typeof consoleApp>
  /** What the hub does every second: looks whether parties have changed. */
  follow(): Promise<void>
  /** What the log got, as text. */
  logged(): string
  /** In seconds; back as well. */
  pass(seconds: number): void
  now(): Date
  /** An account with a password and an authenticator app. */
  person(role: Role): Promise<Person>
  visitor(from?: string): Visitor
  /** Signed in, from an address of its own. */
  signedIn(role: Role): Promise<Visitor>
  close(): Promise<void>
}

const INDEX: Page = {
  type: 'text/html; charset=utf-8',
  bytes: Buffer.from('<!doctype html><meta name="csp-nonce" content="__NONCE__"><title>Körpü</title>'),
  packed: new Map(),
}

/** @param keptIn a database folder that is there, and stays */
export interface WorldOptions {
  readonly settings?: Partial<ConsoleSettings>
  readonly pages?: Pages
  /** Acts that may need a second person, beside those of the product. */
  readonly acts?: Acts
  readonly provider?: Provider
  /** A data folder to go on with; a new one when left out. */
  readonly keptIn?: string
}

export async function consoleWorld({
  settings = {},
  pages = new Map([['/index.html', INDEX]]),
  acts = new Map(),
  provider,
  keptIn,
}: WorldOptions = {}): Promise<ConsoleWorld> {
  const dataDir = keptIn ?? join(tmpdir(), `korpu-console-${randomUUID()}`)
  const database = await openDatabase({ dataDir, owner: true }, STORE_KEYS, 4)
  const lines: unknown[] = []
  const log: Log = {
    info: (...said) => void lines.push(said),
    warn: (...said) => void lines.push(said),
    error: (event, fields, cause) => void lines.push([event, fields, String((cause as Error)?.stack)]),
  }
  let aheadMs = 0
  const now = () => new Date(Date.now() + aheadMs)
  const {
    accounts,
    sessions,
    approvals,
    bodies,
    operations,
    reading,
    references,
    traffic,
    trail,
    alerts,
    verifications,
    labSessions,
    store,
  } = database
  const surroundings = { approvals, clock: { now }, ids: randomIds, log }
  let directory = directoryOf(await store.directory())
  const retention = retentionFrom(undefined, database.retention)
  const ours = actsOf(database, { store, directory: () => directory, clock: { now } }, false, retention)
  const telling = live(reading, { now }, () => undefined)
  const keys = hubKeys()
  const lab = testing({
    ...surroundings,
    hub: { store, directory: () => directory, dialects: DIALECTS, keys, clock: { now }, ids: randomIds, transports: {} },
    sessions: labSessions,
    equip: async () => {
      const { tls, signing } = await makeStranger()
      return { line: labLine({ hub: keysOf('hub').tls, stranger: tls }), stranger: signing }
    },
    production: settings.environment === 'production',
  })
  const verifyingTrail = verifying({ verifications, trail, clock: { now }, log })
  const console: Console = {
    ...surroundings,
    accounts,
    sessions,
    bodies,
    provider,
    operations,
    reading,
    references,
    traffic,
    fourEyes: fourEyes(new Map([...ours, ...acts]), surroundings),
    trail,
    live: telling,
    alerts,
    channels: [],
    verifying: verifyingTrail,
    retention,
    statistics: postgresStatistics(database.pool),
    system: (at) => systemFigures(database.pool, at, dataDir),
    probing: httpsProbing(keysOf('hub').tls),
    labSessions,
    testing: lab,
    hub: {
      clock: { now },
      directory: () => directory,
      store,
      own: [],
      ruleSets: RULE_SETS,
      keys,
    },
    clock: { now },
    ids: randomIds,
    log,
    settings: { origin: undefined, proxied: false, secret: randomBytes(32), environment: 'development', version: '0.0.0', ...settings },
  }
  const app = consoleApp(console, pages)
  let people = 0
  const world: ConsoleWorld = {
    console,
    database,
    app,
    logged: () => JSON.stringify(lines),
    pass: (seconds) => {
      aheadMs += seconds * 1000
    },
    now,
    async follow() {
      directory = directoryOf(await store.directory())
    },
    async person(role) {
      people += 1
      const [name, totp] = [`${role}-${people}`, newSecret()]
      const proofs = { password: await hashOfPassword(PASSWORD), totp: seal(console.settings.secret, name, totp) }
      await accounts.add({ name, role, ...proofs }, { by: 'test', at: now() })
      return { name, role, totp }
    },
    visitor: (from = '127.0.0.1') => visitorOf(app, from),
    async signedIn(role) {
      people += 1
      const visitor = visitorOf(app, `10.0.${people >> 8}.${people & 255}`)
      await signIn(world, visitor, await world.person(role))
      return visitor
    },
    async close() {
      await Promise.all([telling.stop(), verifyingTrail.stop(), lab.close()])
      await database.close()
      if (keptIn === undefined) await rm(dataDir, { recursive: true, force: true })
    },
  }
  return world
}

export const codeFor = (world: ConsoleWorld, { totp }: Person): string => codeOf(totp, world.now())

/** Both steps; throws when one is refused. */
export async function signIn(world: ConsoleWorld, visitor: Visitor, person: Person): Promise<void> {
  const first = await visitor.post('/api/sign-in', { name: person.name, password: PASSWORD })
  const second = first.status === 200 ? await visitor.post('/api/sign-in/totp', { code: codeFor(world, person) }) : first
  if (second.status !== 200) throw new Error(`signing in ended with ${second.status}`)
}

export interface Visitor {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>
  post(path: string, body?: object, headers?: Readonly<Record<string, string>>): Promise<Response>
  send(method: string, path: string, body?: object, headers?: Readonly<Record<string, string>>): Promise<Response>
  /** The value of the session's cookie. */
  cookie: string | undefined
  /** The typed client of the pages. */
  readonly api: ReturnType<typeof hc<ConsoleApi>>
}

function visitorOf(app: ConsoleWorld['app'], address: string): Visitor {
  const env = { incoming: { socket: { remoteAddress: address } } }
  const ask = async (path: string, { headers, ...init }: RequestInit): Promise<Response> => {
    const all = new Headers(headers)
    if (!all.has('host')) all.set('host', HOST)
    if (!all.has('sec-fetch-site')) all.set('sec-fetch-site', 'same-origin')
    if (visitor.cookie !== undefined) all.append('cookie', `__Host-sid=${visitor.cookie}`)
    const response = await app.request(path, { ...init, headers: all }, env)
    const given = response.headers
      .getSetCookie()
      .findLast((one) => one.startsWith('__Host-sid='))
      ?.slice(11)
      .split(';')[0]
    if (given !== undefined) visitor.cookie = given === '' ? undefined : given
    return response
  }
  const visitor: Visitor = {
    cookie: undefined,
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, body = {}, headers = {}) => visitor.send('POST', path, body, headers),
    send: (method, path, body = {}, headers = {}) =>
      ask(path, { method, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }),
    api: hc<ConsoleApi>('/api', { fetch: (path: unknown, init?: RequestInit) => ask(String(path), init ?? {}) }),
  }
  return visitor
}
