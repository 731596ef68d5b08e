/** The console of this hub, put together: its key, its pages, its door. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { consoleSecret } from '#certs/console-secret.ts'
import { readTlsFiles } from '#certs/tls-files.ts'
import type { Config } from '#config'
import { type Acts, fourEyes } from '#core/console/four-eyes.ts'
import { userActs } from '#core/console/user-acts.ts'
import type { Log } from '#core/ports.ts'
import type { Database } from '#prisma/database.ts'
import { consoleApp } from '#routes/console/app.ts'
import type { Console, ConsoleHub, ConsoleSettings } from '#routes/console/console.ts'
import { type Provider, providerOf } from '#routes/console/factors/provider.ts'
import { readPages } from '#routes/console/pages.ts'
import { listenConsole } from '#routes/console/server.ts'
import type { Listening } from '#routes/exchange/server.ts'
import { randomIds } from './ids.ts'

const PAGES = fileURLToPath(new URL('./admin-ui/out', import.meta.url))
const MANIFEST = new URL('./package.json', import.meta.url)

export function openConsole(config: Config, database: Database, hub: ConsoleHub, log: Log): Promise<Listening> {
  const { consolePort, consoleBind, consoleCert, consoleKey } = config
  const { accounts, sessions, approvals, bodies, operations, reading, traffic } = database
  const surroundings = { approvals, clock: { now: () => new Date() }, ids: randomIds, log }
  const console: Console = {
    ...surroundings,
    accounts,
    sessions,
    bodies,
    provider: providerSettings(config),
    operations,
    reading,
    traffic,
    hub,
    fourEyes: fourEyes(actsOf(database), surroundings),
    settings: settingsOf(config),
  }
  const tls = consoleCert === undefined || consoleKey === undefined ? undefined : readTlsFiles(consoleCert, consoleKey)
  return listenConsole(consoleApp(console, readPages(PAGES)), consolePort, consoleBind, tls)
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

/** All acts that may need a second person: see four-eyes.ts. Others join as `new Map([...userActs(accounts), ...others])`. */
export const actsOf = ({ accounts }: Pick<Database, 'accounts'>): Acts => userActs(accounts)

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
