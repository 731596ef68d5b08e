/** Composition root: reads the settings, builds the Hub, starts servers and workers. Knows everyone; nobody knows it but the command. */
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { loadStates } from '#adapters/load.ts'
import type { BrokerSettings } from '#adapters/wire/amqp.ts'
import { authorities } from '#adapters/wire/authority.ts'
import { type ClientTls, httpsPush } from '#adapters/wire/https.ts'
import { partyQueues } from '#adapters/wire/queues.ts'
import { revocationSources } from '#adapters/wire/revocation-sources.ts'
import { timestampAuthority } from '#adapters/wire/timestamp-authority.ts'
import { readPartyFile } from '#certs/party-file.ts'
import { readCertificates, readPrivate, readText } from '#certs/pem.ts'
import { makeDevelopmentPki, partyFiles } from '#certs/pki.ts'
import { refuseDevelopmentCertificates } from '#certs/production.ts'
import { retentionOf } from '#certs/retention-file.ts'
import { openSigningKeys, type SigningKeys, signingKeyFile } from '#certs/signing-keys.ts'
import { storeKeysOf } from '#certs/store-keys.ts'
import { readTlsFiles } from '#certs/tls-files.ts'
import { retentionFrom } from '#core/console/retention.ts'
import type { CertificateRecord, DirectoryParts, PartyRecord } from '#core/directory.ts'
import { keepingHolds, planOf } from '#core/directory-plan.ts'
import { type AdmissionLimits, admission } from '#core/flow/admission.ts'
import { lookAtClocks, startClocks } from '#core/flow/clocks.ts'
import { startCounting } from '#core/flow/count-traffic.ts'
import { auditChange } from '#core/flow/directory-change.ts'
import { startDispatch } from '#core/flow/dispatch.ts'
import { startErasing } from '#core/flow/erase.ts'
import { startExpire } from '#core/flow/expire.ts'
import { startExpiryWarnings } from '#core/flow/expiring.ts'
import { takeQueued } from '#core/flow/queued.ts'
import { followDirectory } from '#core/flow/refresh.ts'
import { startReplays } from '#core/flow/replay.ts'
import { startRevocation } from '#core/flow/revocation.ts'
import { startSealing } from '#core/flow/seal.ts'
import { startStandingAside } from '#core/flow/stand-aside.ts'
import { startTakingInReferences } from '#core/flow/take-in-references.ts'
import { startStamping } from '#core/flow/timestamp.ts'
import { type Waking, waking } from '#core/flow/waking.ts'
import { type Hub, pushTo } from '#core/hub.ts'
import type { PartyId } from '#core/message.ts'
import type { Clock, Log } from '#core/ports.ts'
import { type Repeating, repeat } from '#core/repeat.ts'
import type { Directory } from '#core/resolve.ts'
import type { Certificate } from '#core/signature/certificate.ts'
import { hangBell } from '#prisma/bell.ts'
import { type Database, openDatabase } from '#prisma/database.ts'
import { makeDataFolder } from '#prisma/embedded/data-folder.ts'
import { figures } from '#prisma/figures.ts'
import { exchangeApp } from '#routes/exchange/app.ts'
import { listenExchange } from '#routes/exchange/server.ts'
import { listenOps } from '#routes/ops/server.ts'
import { VERSIONS } from '#schemas/index.ts'
import { watchActs } from '#watch/acts.ts'
import { createMetrics } from '#watch/metrics.ts'
import { type Config, databaseOf } from './config.ts'
import { openConsole } from './console.ts'
import { randomIds } from './ids.ts'

const MIB = 2 ** 20

/** How often the file of signing keys is looked at. */
const KEYS_MS = 5_000

export interface RunningHub {
  readonly exchangePort: number
  readonly opsPort: number
  readonly consolePort: number
  /** Does now what is done every few seconds: looks at the directory, and at all clocks that are due. */
  lookAtClocks(): Promise<void>
  /** Takes nothing new, finishes what is under way within `shutdownS`, then closes. */
  stop(): Promise<void>
}

const SYSTEM_CLOCK: Clock = { now: () => new Date() }

export async function startHub(config: Config, given: Log, clock: Clock = SYSTEM_CLOCK): Promise<RunningHub> {
  makeDataFolder(config.data)
  const metrics = createMetrics()
  const log = metrics.counting(given)
  const { tls, keys, own } = await keysOf(config, () => clock.now())
  const fileRules = retentionOf(config)
  const { dialects, ruleSets } = await loadStates(config.states)
  const parties = config.parties === undefined ? undefined : readPartyFile(config.parties, dialects)

  // What is opened here is closed in the opposite order: by `stop`, or on the way out when a later step fails.
  await using opened = new AsyncDisposableStack()
  let serving = false
  const ready = async (): Promise<void> => {
    if (!serving) throw new Error('not started yet, or stopping')
    await store.directoryRevision()
  }
  const ops = await listenOps({ ready, metrics: metrics.scrape }, config.opsPort, config.opsBind)
  opened.defer(ops.close)
  const database = await openDatabase(databaseOf(config, true), storeKeysOf(config), config.databasePool)
  opened.defer(database.close)
  database.watch(log)
  const { store } = database
  const directory = await followDirectory(store, log)
  opened.defer(directory.stop)
  metrics.follow({
    now: () => clock.now(),
    directory: directory.current,
    figures: (now) => figures(database.pool, now),
    pool: () => poolOf(database),
    stamps: config.tsaUrl !== undefined,
    own,
  })
  const push = httpsPush(tls, (id) => directory.current().party(id))
  opened.defer(push.close)
  const queues = config.amqpUrl === undefined ? undefined : partyQueues(brokerOf(config, config.amqpUrl, tls), log)
  if (queues) opened.defer(queues.close)
  const folders = await foldersOf(config, (id) => directory.current().party(id), log)
  if (folders) opened.defer(folders.close)
  const stopping = new AbortController()
  const wake: Waking = waking(
    () => dispatch.notify(),
    (id) => isPulling(hub, id),
    (parties) => bell.ring(parties),
  )
  const bell = hangBell(database, wake.told)
  opened.defer(bell.close)
  // In evidence that partners get it tells which process it was, and nothing of the machine; the log of that machine tells the rest.
  const instance = randomUUID().slice(0, 13)
  const name = `hub:${instance}`
  const tracing = await tracingOf(config, `${hostname()}:${process.pid}:${instance}`, log)
  if (tracing) opened.defer(tracing.close)
  const hub: Hub = {
    process: name,
    store,
    directory: directory.current,
    dialects,
    versions: VERSIONS,
    ruleSets,
    keys,
    clock,
    ids: randomIds,
    log,
    watch: watchActs(metrics.registry, metrics.isParty, tracing),
    transports: { push, ...(queues ? { amqp: queues } : {}), ...(folders ? { sftp: folders } : {}) },
    wake,
    room: { take: (party, deliveryId) => dispatch.take(party, deliveryId) },
    stopping: stopping.signal,
  }
  const door = admission(clock, admissionLimitsOf(config))
  const dispatch = startDispatch(hub)
  opened.defer(() => dispatch.stop(config.shutdownS * 1000))
  if (queues) {
    queues.follow(
      () => withQueues(directory.current()),
      (queued) => takeQueued(hub, door, queued),
    )
    opened.defer(queues.stop)
  }
  if (folders) {
    folders.follow(() => withFolders(directory.current()), {
      take: (queued) => takeQueued(hub, door, queued),
      turn: (party, ms) => store.turn(`folders ${party}`, name, clock.now(), ms),
    })
    opened.defer(folders.stop)
  }
  opened.defer(startExpire(hub).stop)
  opened.defer(startStandingAside(hub).stop)
  opened.defer(startClocks(hub).stop)
  opened.defer(startSealing(hub, config.sealS * 1000).stop)
  opened.defer(startExpiryWarnings(hub, own).stop)
  opened.defer(followKeys(keys, log).stop)
  const asked = authorities()
  opened.defer(asked.close)
  opened.defer(startRevocation(hub, revocationSources(asked)).stop)
  if (config.tsaUrl !== undefined && config.tsaCa !== undefined) {
    const authority = timestampAuthority(asked, config.tsaUrl, readCertificates(config.tsaCa))
    opened.defer(startStamping(hub, authority, config.tsaS * 1000).stop)
  }
  const retention = retentionFrom(fileRules, database.retention)
  opened.defer(startErasing(hub, retention.rules).stop)
  opened.defer(startReplays(hub, database.operations).stop)
  opened.defer(startCounting(hub, database.traffic).stop)
  opened.defer(startTakingInReferences(hub, database.references).stop)
  const attachments = { maxBytes: config.attachmentLimitMb * MIB, quotaBytes: config.attachmentQuotaMb * MIB }
  const { promise: open, resolve: openUp } = Promise.withResolvers<void>()
  const app = exchangeApp(hub, { leaseMs: config.leaseS * 1000, proxies: proxiesOf(config), attachments, door, open })
  const exchange = await listenExchange(app, config.exchangePort, config.exchangeBind, tls)
  opened.defer(exchange.close)
  const adminConsole = await openConsole(config, database, { ...hub, own: own(), retention }, tls, log)
  opened.defer(adminConsole.close)
  opened.defer(() => stopping.abort())
  // Only now: a hub that finds its port taken has changed nothing for the one that has it.
  if (parties) {
    const now = await store.directory()
    const next = keepingHolds(now, parties)
    const plan = planOf(now, next)
    if (plan.length > 0) await replaced(database.url, next)
    await auditChange(store, plan, name, clock.now())
  }
  await directory.refresh()
  serving = true
  openUp()
  log.info('hub.started', { process: name, count: directory.current().parties.length })

  const running = opened.move()
  const stop = async (): Promise<void> => {
    serving = false
    await running.disposeAsync()
    log.info('hub.stopped', {})
  }
  const look = async (): Promise<void> => {
    await directory.refresh()
    while ((await lookAtClocks(hub)) > 0);
  }
  return { exchangePort: exchange.port, opsPort: ops.port, consolePort: adminConsole.port, lookAtClocks: look, stop }
}

/** Prisma takes time and memory, so it is loaded only where there is something to change. */
async function replaced(url: string, parts: DirectoryParts): Promise<void> {
  const { replaceDirectory } = await import('#prisma/admin.ts')
  await replaceDirectory(url, parts)
}

/** As many at work as there are connections to the database: more would only wait for one. */
function admissionLimitsOf({ bodiesMb, databasePool }: Config): AdmissionLimits {
  return { roomBytes: bodiesMb * MIB, turns: databasePool }
}

export async function keysOf(config: Config, now: Clock['now'] = () => SYSTEM_CLOCK.now()) {
  const files = await keyFiles(config)
  const passphrase = config.signPassphraseFile === undefined ? {} : { passphraseFile: config.signPassphraseFile }
  const first = { signKeyFile: files.signKey, signCertFile: files.signCert, ...passphrase }
  const keys = await openSigningKeys(first, signingKeyFile(config), now, config.env === 'production')
  const tls = recordOf('tls', readCertificates(files.tlsCert)[0])
  const own = (): readonly CertificateRecord[] => [
    tls,
    ...keys.own().flatMap(({ signs, certificate }) => (signs ? [recordOf('signing', certificate)] : [])),
  ]
  return { tls: readTlsFiles(files.tlsCert, files.tlsKey), own, keys }
}

/** A key that was added signs from its time on, however long the hub runs. */
function followKeys(keys: SigningKeys, log: Log): Repeating {
  const turn = async (): Promise<number> => {
    if (await keys.refresh()) log.info('keys.changed', { count: keys.own().length })
    return KEYS_MS
  }
  return repeat(KEYS_MS, turn, (fault) => log.error('keys.failed', {}, fault))
}

function recordOf(use: CertificateRecord['use'], { sha256, der, validFrom, validUntil }: Certificate): CertificateRecord {
  return { use, by: 'leaf', sha256, der, subject: undefined, status: 'active', validFrom, validUntil }
}

/** OpenTelemetry takes time and memory, so it is loaded only for those who want it. */
async function tracingOf({ traceUrl, tracePercent }: Config, name: string, log: Log) {
  if (traceUrl === undefined) return undefined
  const { openTracing } = await import('#watch/traces.ts')
  return openTracing({ url: traceUrl, percent: tracePercent, process: name }, (count) => log.warn('traces.unsent', { count }))
}

const poolOf = ({ pool: { totalCount: total, idleCount: idle, waitingCount: waiting, options } }: Database) => ({
  total,
  idle,
  waiting,
  limit: options.max,
})

/** SSH takes time and memory, so it is loaded only for those who want it. */
export async function foldersOf({ sftpKey }: Config, partyOf: (id: PartyId) => PartyRecord | undefined, log: Log) {
  if (sftpKey === undefined) return undefined
  const [{ partyFolders }, { checkedSshKey }] = await Promise.all([import('#adapters/wire/folders.ts'), import('#adapters/wire/sftp.ts')])
  return partyFolders(checkedSshKey(readPrivate(sftpKey)), partyOf, log)
}

export function brokerOf({ amqpCa }: Config, url: string, tls: ClientTls): BrokerSettings {
  return { url, tls, anchors: amqpCa === undefined ? undefined : readText(amqpCa) }
}

function isPulling(hub: Hub, id: PartyId): boolean {
  const party = hub.directory().party(id)
  return party !== undefined && pushTo(hub, party) === undefined
}

const withQueues = ({ parties }: Directory): readonly PartyId[] =>
  parties.filter(({ status, brokerUser }) => status !== 'withdrawn' && brokerUser !== undefined).map(({ id }) => id)

const withFolders = ({ parties }: Directory): readonly PartyRecord[] =>
  parties.filter(({ status, endpoint }) => status !== 'withdrawn' && endpoint.transport === 'sftp')

/** The files named by the settings; in development a generated PKI where none are named. */
async function keyFiles(config: Config) {
  if (config.env === 'production') refuseDevelopmentCertificates([config.tlsCert, config.signCert])
  const { tlsCert, tlsKey, signCert, signKey } = config
  if (tlsCert && tlsKey && signCert && signKey) return { tlsCert, tlsKey, signCert, signKey }
  const dir = join(config.data, 'pki')
  await makeDevelopmentPki(dir, [])
  const made = partyFiles(dir, 'hub')
  return {
    tlsCert: tlsCert ?? made.tlsCert,
    tlsKey: tlsKey ?? made.tlsKey,
    signCert: signCert ?? made.signCert,
    signKey: signKey ?? made.signKey,
  }
}

function proxiesOf({ proxyCerts }: Config): ReadonlySet<string> {
  return new Set(proxyCerts === undefined ? [] : readCertificates(proxyCerts).map(({ sha256 }) => sha256))
}
