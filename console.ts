/** The console of this hub, put together: its key, its pages, its door. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ClientTls } from '#adapters/wire/https.ts'
import { labLine } from '#adapters/wire/lab-line.ts'
import { mailChannel } from '#adapters/wire/mail.ts'
import { httpsProbing } from '#adapters/wire/probe.ts'
import { webhookChannel } from '#adapters/wire/webhook.ts'
import { consoleSecret } from '#certs/console-secret.ts'
import { makeStranger } from '#certs/stranger.ts'
import { readTlsFiles } from '#certs/tls-files.ts'
import type { Config } from '#config'
import type { Channel } from '#core/console/alerts.ts'
import { certificateActs } from '#core/console/certificate-acts.ts'
import { evidenceActs } from '#core/console/evidence-acts.ts'
import { exchangeActs } from '#core/console/exchange-acts.ts'
import { type Acts, fourEyes } from '#core/console/four-eyes.ts'
import { live } from '#core/console/live.ts'
import { type Retention, retentionActs } from '#core/console/retention.ts'
import { type Equipment, testing } from '#core/console/testing.ts'
import { userActs } from '#core/console/user-acts.ts'
import { verifying } from '#core/console/verifying.ts'
import { startAlerting } from '#core/flow/alerting.ts'
import { startNightly } from '#core/flow/nightly.ts'
import type { LabHub } from '#core/lab/session.ts'
import type { Log } from '#core/ports.ts'
import { systemFigures } from '#prisma/console/system.ts'
import type { Database } from '#prisma/database.ts'
import { postgresStatistics } from '#prisma/statistics.ts'
import { consoleApp } from '#routes/console/app.ts'
import type { Console, ConsoleHub, ConsoleSettings } from '#routes/console/console.ts'
import { type Provider, providerOf } from '#routes/console/factors/provider.ts'
import { readPages } from '#routes/console/pages.ts'
import { listenConsole } from '#routes/console/server.ts'
import type { Listening } from '#routes/exchange/server.ts'
import { randomIds } from './ids.ts'

const PAGES = fileURLToPath(new URL('./admin-ui/out', import.meta.url))
const MANIFEST = new URL('./package.json', import.meta.url)

/** @param tls with which the hub connects to parties */
export async function openConsole(
  config: Config,
  database: Database,
  hub: ConsoleHub & LabHub & { readonly retention: Retention },
  tls: ClientTls,
  log: Log,
): Promise<Listening> {
  const { consolePort, consoleBind, consoleCert, consoleKey } = config
  const { accounts, sessions, approvals, bodies, operations, reading, references, traffic, trail, alerts, verifications, labSessions } =
    database
  const surroundings = { approvals, clock: { now: () => new Date() }, ids: randomIds, log }
  const telling = live(reading, hub.clock, (fault) => log.error('live.failed', {}, fault))
  const production = config.env === 'production'
  const lab = testing({ ...surroundings, hub, sessions: labSessions, equip: () => equipped(tls), production })
  const verifyingTrail = verifying({ verifications, trail, clock: surroundings.clock, log })
  const console: Console = {
    ...surroundings,
    accounts,
    sessions,
    bodies,
    provider: providerSettings(config),
    operations,
    reading,
    references,
    traffic,
    trail,
    live: telling,
    alerts,
    channels: channelsOf(config, hub),
    verifying: verifyingTrail,
    retention: hub.retention,
    statistics: { cases: (until) => postgresStatistics(database.pool).cases(until) },
    system: (now) => systemFigures(database.pool, now, config.databaseUrl === undefined ? config.data : undefined),
    probing: httpsProbing(tls),
    labSessions,
    testing: lab,
    hub,
    fourEyes: fourEyes(actsOf(database, hub, config.parties !== undefined, hub.retention), surroundings),
    settings: settingsOf(config),
  }
  const nightly = startNightly(verifyingTrail, surroundings)
  const alerting = startAlerting({
    ...hub,
    ...console,
    environment: config.env,
    verification: verifyingTrail.last,
    clock: hub.clock,
    changed: (count) => telling.tell({ event: 'alert', data: { count } }),
  })
  const served = consoleCert === undefined || consoleKey === undefined ? undefined : readTlsFiles(consoleCert, consoleKey)
  const listening = await listenConsole(consoleApp(console, readPages(PAGES)), consolePort, consoleBind, served)
  return {
    ...listening,
    close: async () => {
      await Promise.all([telling.stop(), alerting.stop(), nightly.stop(), verifyingTrail.stop(), lab.close()])
      await listening.close()
    },
  }
}

function providerSettings({
  oidcIssuer: issuer,
  oidcClient: clientId,
  oidcSecret: clientSecret,
  oidcRoles,
  oidcFactors,
}: Config): Provider | undefined {
  if (issuer === undefined || clientId === undefined || clientSecret === undefined || oidcRoles === undefined) return undefined
  return providerOf({ issuer, clientId, clientSecret, roles: oidcRoles, factors: new Set(oidcFactors) })
}

/** The lab's own keys are made anew for every session. */
async function equipped(hub: ClientTls): Promise<Equipment> {
  const { tls, signing } = await makeStranger()
  return { line: labLine({ hub, stranger: tls }), stranger: signing }
}

function channelsOf({ alertSmtp, alertFrom, alertTo, alertWebhook }: Config, { keys, clock }: ConsoleHub): readonly Channel[] {
  return [
    ...(alertSmtp === undefined || alertFrom === undefined ? [] : [mailChannel({ url: alertSmtp, from: alertFrom, to: alertTo })]),
    ...(alertWebhook === undefined ? [] : [webhookChannel(alertWebhook, keys, clock)]),
  ]
}

/** All acts that may need a second person: see four-eyes.ts. */
export const actsOf = (
  {
    accounts,
    operations,
    reading,
    trail,
    retention: agreed,
    url,
  }: Pick<Database, 'accounts' | 'operations' | 'reading' | 'trail' | 'retention' | 'url'>,
  { clock, directory, store }: Pick<ConsoleHub, 'clock' | 'directory' | 'store'>,
  fromFile: boolean,
  retention: Retention,
): Acts =>
  new Map([
    ...userActs(accounts),
    ...retentionActs({ retention, agreed, erasure: store.erasure, reading, clock }),
    ...exchangeActs({ operations, reading, parties: () => directory().parties, clock, ids: randomIds }),
    ...evidenceActs(reading),
    ...certificateActs({
      directory: () => store.directory(),
      // Prisma takes time and memory, so it is loaded only when there is something to change.
      replace: async (parts, revision) => (await import('#prisma/admin.ts')).replaceRevision(url, parts, revision),
      record: (event) => trail.record(event),
      clock,
      fromFile,
    }),
  ])

function settingsOf({ env, data, consoleOrigin, consoleCert, consoleSecret: given }: Config): ConsoleSettings {
  const { version } = JSON.parse(readFileSync(MANIFEST, 'utf8')) as { readonly version: string }
  return {
    origin: consoleOrigin,
    proxied: consoleOrigin?.startsWith('https:') === true && consoleCert === undefined,
    secret: consoleSecret(given, data),
    environment: env,
    version,
  }
}
