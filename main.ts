/** Composition root: reads the settings, builds the Hub, starts servers and workers. Knows everyone; nobody knows it but the command. */
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { loadDialects } from '#adapters/load.ts'
import { httpsPush } from '#adapters/wire/https.ts'
import { fileKeys } from '#certs/keys.ts'
import { readPartyFile } from '#certs/party-file.ts'
import { readCertificates } from '#certs/pem.ts'
import { makeDevelopmentPki, partyFiles } from '#certs/pki.ts'
import { refuseDevelopmentCertificates } from '#certs/production.ts'
import { readTlsFiles } from '#certs/tls-files.ts'
import { planOf } from '#core/directory-plan.ts'
import { startClocks } from '#core/flow/clocks.ts'
import { startDispatch } from '#core/flow/dispatch.ts'
import { startExpire } from '#core/flow/expire.ts'
import { followDirectory } from '#core/flow/refresh.ts'
import type { Hub } from '#core/hub.ts'
import { replaceDirectory } from '#prisma/admin.ts'
import { openDatabase } from '#prisma/database.ts'
import { makeDataFolder } from '#prisma/embedded/data-folder.ts'
import { exchangeApp } from '#routes/exchange/app.ts'
import { listenExchange } from '#routes/exchange/server.ts'
import { listenOps } from '#routes/ops/server.ts'
import { type Config, databaseOf } from './config.ts'
import { randomIds } from './ids.ts'
import type { CountingLog } from './log.ts'

const MIB = 2 ** 20

export interface RunningHub {
  readonly exchangePort: number
  readonly opsPort: number
  /** Takes nothing new, finishes what is under way within `shutdownS`, then closes. */
  stop(): Promise<void>
}

export async function startHub(config: Config, log: CountingLog): Promise<RunningHub> {
  makeDataFolder(config.data)
  const { tls, keys } = await keysOf(config)
  const dialects = await loadDialects()
  const parties = config.parties === undefined ? undefined : readPartyFile(config.parties, dialects)

  // What is opened here is closed in the opposite order: by `stop`, or on the way out when a later step fails.
  await using opened = new AsyncDisposableStack()
  let serving = false
  const ready = async (): Promise<void> => {
    if (!serving) throw new Error('not started yet, or stopping')
    await store.directoryRevision()
  }
  const ops = await listenOps({ ready, metrics: log.metrics }, config.opsPort, config.opsBind)
  opened.defer(ops.close)
  const database = await openDatabase(databaseOf(config, true), config.databasePool)
  opened.defer(database.close)
  const { store } = database
  const directory = await followDirectory(store, log)
  opened.defer(directory.stop)
  const push = httpsPush(tls, (id) => directory.current().party(id))
  opened.defer(push.close)
  const stopping = new AbortController()
  const hub: Hub = {
    process: `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`,
    store,
    directory: directory.current,
    dialects,
    keys,
    clock: { now: () => new Date() },
    ids: randomIds,
    log,
    push,
    wake: { notify: () => dispatch.notify() },
    stopping: stopping.signal,
  }
  const dispatch = startDispatch(hub)
  opened.defer(() => within(config.shutdownS, dispatch.stop()))
  opened.defer(startExpire(hub).stop)
  opened.defer(startClocks(hub).stop)
  const attachments = { maxBytes: config.attachmentLimitMb * MIB, quotaBytes: config.attachmentQuotaMb * MIB }
  const app = exchangeApp(hub, { leaseMs: config.leaseS * 1000, proxies: proxiesOf(config), attachments })
  const exchange = await listenExchange(app, config.exchangePort, config.exchangeBind, tls)
  opened.defer(exchange.close)
  opened.defer(() => stopping.abort())
  // Only now: a hub that finds its port taken has changed nothing for the one that has it.
  if (parties && planOf(await store.directory(), parties).length > 0) await replaceDirectory(database.url, parties)
  await directory.refresh()
  serving = true
  log.info('hub.started', { count: directory.current().parties.length })

  const running = opened.move()
  const stop = async (): Promise<void> => {
    serving = false
    await running.disposeAsync()
    log.info('hub.stopped', {})
  }
  return { exchangePort: exchange.port, opsPort: ops.port, stop }
}

async function keysOf(config: Config) {
  const files = await keyFiles(config)
  const passphrase = config.signPassphraseFile === undefined ? {} : { passphraseFile: config.signPassphraseFile }
  return {
    tls: readTlsFiles(files.tlsCert, files.tlsKey),
    keys: fileKeys({ signKeyFile: files.signKey, signCertFile: files.signCert, ...passphrase }),
  }
}

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

/** What is not finished by then is finished by another process or the next start: its lease runs out. */
async function within(seconds: number, work: Promise<unknown>): Promise<void> {
  await Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, seconds * 1000).unref())])
}
