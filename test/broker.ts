/** A RabbitMQ of its own for a suite: own node name, ports and folder, and the users and permissions that the operator guide gives. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { hash, randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type Channel, connect } from 'amqplib'
import type { PartyId } from '#core/message.ts'
import { gone } from './crash/processes.ts'
import { keysOf } from './parties.ts'
import { answers, freePort } from './port.ts'

/** Past the wrapper that some systems put before it, which changes the account. */
const BIN = ['/usr/lib/rabbitmq/bin'].find((folder) => existsSync(folder))
const program = (name: string): string => (BIN === undefined ? name : join(BIN, name))

/** For `describeWithTool`. */
export const BROKER_PROBE = [program('rabbitmqctl'), 'version'] as const

const HOST = 'localhost'
const VHOST = 'partners'
const PASSWORD = 'sinaq-123'
const PATIENCE_MS = 110_000

export interface TestBroker {
  /** As the hub, with its password. */
  readonly url: string
  /** As the hub, whose certificate says who it is. */
  readonly certifiedUrl: string
  /** As a party. */
  urlOf(party: PartyId): string
  /** How many letters lie in a queue. */
  depth(queue: string): Promise<number>
  drop(queue: string): Promise<void>
  /** SIGKILL, as when the power goes. */
  kill(): Promise<void>
  /** In order. */
  end(): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}

/** Of a party at the broker. */
export const userOf = (party: PartyId): string => `${party}-agency`

export async function startBroker(parties: readonly PartyId[]): Promise<TestBroker> {
  const folder = join(tmpdir(), `korpu-broker-${randomUUID()}`)
  const [port, tlsPort, distribution, epmd] = await Promise.all([freePort(), freePort(), freePort(), freePort()])
  mkdirSync(folder)
  writeFileSync(join(folder, 'plugins'), '[rabbitmq_auth_mechanism_ssl].\n')
  writeFileSync(join(folder, 'rabbitmq.conf'), configuration(folder, port, tlsPort))
  writeFileSync(join(folder, 'definitions.json'), JSON.stringify(definitions(parties)))
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    ERL_EPMD_ADDRESS: '127.0.0.1',
    ERL_EPMD_PORT: String(epmd),
    // Else it does not end while it still believes in the node that was killed.
    ERL_EPMD_RELAXED_COMMAND_CHECK: '1',
    RABBITMQ_NODENAME: `korpu-${port}@${HOST}`,
    RABBITMQ_DIST_PORT: String(distribution),
    RABBITMQ_CONF_ENV_FILE: '/dev/null',
    RABBITMQ_CONFIG_FILE: join(folder, 'rabbitmq.conf'),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(folder, 'plugins'),
    RABBITMQ_MNESIA_BASE: folder,
    RABBITMQ_LOG_BASE: folder,
    RABBITMQ_PID_FILE: join(folder, 'pid'),
  }
  let server: ChildProcess | undefined
  const start = async (): Promise<void> => {
    server = spawn(program('rabbitmq-server'), [], { env, cwd: folder, stdio: 'ignore' })
    // It listens when everything else is done.
    for (const until = Date.now() + PATIENCE_MS; !(await answers(port)); await sleep(200)) {
      if (Date.now() > until) throw new Error(`the broker does not start: ${readFileSync(join(folder, 'rabbit.log'), 'utf8')}`)
    }
  }
  const endBy = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'))
    process.kill(pid, signal)
    await gone(pid, PATIENCE_MS)
    server?.kill('SIGKILL')
    while (await answers(port)) await sleep(50)
  }
  const kill = (): Promise<void> => endBy('SIGKILL')
  const urlOf = (user: string): string => `amqp://${user}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/${VHOST}`
  const asked = async <T>(what: (channel: Channel) => Promise<T>): Promise<T> => {
    const connection = await connect(urlOf('hub'))
    try {
      const channel = await connection.createChannel()
      // Asked for a queue that is not there: the answer says so.
      channel.on('error', () => undefined)
      return await what(channel)
    } finally {
      await connection.close()
    }
  }
  await start()
  return {
    url: urlOf('hub'),
    certifiedUrl: `amqps://localhost:${tlsPort}/${VHOST}`,
    urlOf: (party) => urlOf(userOf(party)),
    depth: async (queue) => (await asked((channel) => channel.checkQueue(queue))).messageCount,
    drop: async (queue) => void (await asked((channel) => channel.deleteQueue(queue))),
    kill,
    end: () => endBy('SIGTERM'),
    start,
    stop: async () => {
      await kill()
      await promisify(execFile)('epmd', ['-port', String(epmd), '-kill'], { env }).catch(() => undefined)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What `rabbitmqctl add_user` and `set_permissions` would say, without a minute of Erlang starting. */
function definitions(parties: readonly PartyId[]): object {
  const hub = { user: 'hub', configure: '^korpu\\.', write: '^(korpu\\.|amq\\.default$)', read: '^korpu\\.' }
  const agencies = parties.map((party) => ({
    user: userOf(party),
    configure: '^$',
    write: `^korpu\\.in\\.${party}$`,
    read: `^korpu\\.out\\.${party}(\\..+)?$`,
  }))
  return {
    vhosts: [{ name: VHOST }],
    users: [hub, ...agencies].map(({ user }) => ({
      name: user,
      password_hash: passwordHash(),
      hashing_algorithm: 'rabbit_password_hashing_sha256',
      tags: '',
    })),
    permissions: [hub, ...agencies].map((permission) => ({ vhost: VHOST, ...permission })),
  }
}

/** As RabbitMQ keeps it: a salt of four bytes, and the SHA-256 of salt and password. */
function passwordHash(): string {
  const salt = randomBytes(4)
  return Buffer.concat([salt, hash('sha256', Buffer.concat([salt, Buffer.from(PASSWORD)]), 'buffer')]).toString('base64')
}

function configuration(folder: string, port: number, tlsPort: number): string {
  const { cert, key, ca } = keysOf('xa').tls
  for (const [name, pem] of Object.entries({ cert, key, ca })) writeFileSync(join(folder, `${name}.pem`), pem)
  return `listeners.tcp.1 = 127.0.0.1:${port}
listeners.ssl.1 = 127.0.0.1:${tlsPort}
ssl_options.cacertfile = ${folder}/ca.pem
ssl_options.certfile = ${folder}/cert.pem
ssl_options.keyfile = ${folder}/key.pem
ssl_options.verify = verify_peer
ssl_options.fail_if_no_peer_cert = true
ssl_cert_login_from = common_name
auth_mechanisms.1 = PLAIN
auth_mechanisms.2 = EXTERNAL
load_definitions = ${folder}/definitions.json
log.file = rabbit.log
log.file.level = warning
`
}
