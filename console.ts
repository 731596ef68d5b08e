/** The console of this hub, put together: its key, its pages, its door. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { consoleSecret } from '#certs/console-secret.ts'
import { readTlsFiles } from '#certs/tls-files.ts'
import type { Config } from '#config'
import type { Log } from '#core/ports.ts'
import type { Database } from '#prisma/database.ts'
import { consoleApp } from '#routes/console/app.ts'
import type { Console, ConsoleHub, ConsoleSettings } from '#routes/console/console.ts'
import { readPages } from '#routes/console/pages.ts'
import { listenConsole } from '#routes/console/server.ts'
import type { Listening } from '#routes/exchange/server.ts'
import { randomIds } from './ids.ts'

const PAGES = fileURLToPath(new URL('./admin-ui/out', import.meta.url))
const MANIFEST = new URL('./package.json', import.meta.url)

export function openConsole(config: Config, database: Database, hub: ConsoleHub, log: Log): Promise<Listening> {
  const { consolePort, consoleBind, consoleCert, consoleKey } = config
  const { accounts, sessions, operations, reading, traffic } = database
  const console: Console = {
    accounts,
    sessions,
    operations,
    reading,
    traffic,
    hub,
    clock: { now: () => new Date() },
    ids: randomIds,
    log,
    settings: settingsOf(config),
  }
  const tls = consoleCert === undefined || consoleKey === undefined ? undefined : readTlsFiles(consoleCert, consoleKey)
  return listenConsole(consoleApp(console, readPages(PAGES)), consolePort, consoleBind, tls)
}

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
