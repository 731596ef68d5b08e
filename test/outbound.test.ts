/** Everything that opens a connection to somewhere else, and who says where to. A message never does. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const ROOMS = '{adapters,certs,cli,core,prisma,routes,schemas,watch}/**/*.ts'
/** Modules that can connect: of Node, and of packages. Those that only listen import them as well. */
const CONNECTING =
  /(?:from |import\()'(?:undici|nodemailer|ssh2|amqplib|openid-client|@opentelemetry\/exporter-[\w-]+|node:(?:https?|http2|net|tls|dgram)|pg)'/
const BY_TYPE_ALONE = /import type [^\n]+\n/g

/** Where each address comes from. A new file that connects belongs here, with who may say where to. */
const OUTBOUND: Readonly<Record<string, string>> = {
  'adapters/wire/https.ts': 'endpoint.url of a party, https: only, certificate checked; no redirects',
  'adapters/wire/probe.ts': 'endpoint.url of a party, asked for by an operator',
  'adapters/wire/lab-line.ts': 'endpoint.url of a party, asked for by an operator',
  'adapters/wire/sftp.ts': 'endpoint.url of a party, the key of its server pinned',
  'adapters/wire/amqp.ts': 'AMQP_URL',
  'adapters/wire/authority.ts': 'ocsp and crl of a trust anchor in the party file, KORPU_TSA_URL; never to this machine; no redirects',
  'adapters/wire/guard.ts': 'connects for authority.ts and webhook.ts, to the address that it has looked at',
  'adapters/wire/webhook.ts': 'KORPU_ALERT_WEBHOOK, https: only, never to this machine; no redirects',
  'adapters/wire/mail.ts': 'KORPU_ALERT_SMTP',
  'routes/console/factors/provider.ts': 'KORPU_CONSOLE_OIDC_ISSUER',
  'watch/traces.ts': 'KORPU_TRACE_URL',
  'cli/post.ts': 'what the operator writes',
  'cli/reach.ts': 'the settings',
}
const LISTENING = ['routes/console/server.ts', 'routes/exchange/server.ts', 'routes/ops/server.ts']
const DATABASE = /^prisma\//

test('only these files can connect to somewhere else, each to an address that a message cannot choose', () => {
  const found = globSync(ROOMS, { cwd: ROOT })
    .filter((file) => !/\.test\.ts$|\/generated\/|\/fixtures\//.test(file) && !DATABASE.test(file))
    .filter((file) => CONNECTING.test(readFileSync(join(ROOT, file), 'utf8').replaceAll(BY_TYPE_ALONE, '')))
  expect(found.filter((file) => !LISTENING.includes(file)).sort()).toEqual(Object.keys(OUTBOUND).sort())
})
