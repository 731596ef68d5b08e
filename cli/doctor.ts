/** `korpu doctor`: what is configured, what is reachable, what expires. */
import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import type { Command } from 'commander'
import { readSigningKey } from '#certs/keys.ts'
import { readCertificates } from '#certs/pem.ts'
import { refuseDevelopmentCertificates } from '#certs/production.ts'
import { readTlsFiles } from '#certs/tls-files.ts'
import { type Config, databaseOf, readConfig } from '#config'
import type { DirectoryData, PartyRecord } from '#core/directory.ts'
import { PlainError } from '#core/plain-error.ts'
import { openDatabase } from '#prisma/database.ts'
import { type Answer, answering } from './output.ts'

interface Finding {
  readonly what: string
  readonly ok: boolean
  readonly says: string
}

const DAY_MS = 86_400_000
const WARN_DAYS = 60
const REACH_MS = 3_000

export function addTo(program: Command): void {
  answering(program.command('doctor').description('what is configured, what is reachable, what expires'), examine)
}

async function examine(): Promise<Answer> {
  const config = readConfig()
  const findings = [
    { what: 'settings', ok: true, says: `${config.env}; data in ${config.data}` },
    await tried('TLS key and certificate', async () => keyFinding(config, config.tlsCert, config.tlsKey, readTlsFiles)),
    await tried('signing key and certificate', async () => keyFinding(config, config.signCert, config.signKey, pairSigning(config))),
    ...(await ofDatabase(config)),
  ]
  const yes = findings.every(({ ok }) => ok)
  return {
    yes,
    lines: findings.map(({ what, ok, says }) => `${ok ? 'ok ' : 'NO '} ${what}: ${says}`),
    json: { ok: yes, findings: findings.map((finding) => ({ ...finding })) },
  }
}

async function tried(what: string, look: () => Promise<string>): Promise<Finding> {
  try {
    return { what, ok: true, says: await look() }
  } catch (fault) {
    return { what, ok: false, says: fault instanceof PlainError ? `${fault.message} ${fault.hint}` : (fault as Error).message }
  }
}

const pairSigning = (config: Config) => (signCertFile: string, signKeyFile: string) => {
  const { signPassphraseFile: passphraseFile } = config
  readSigningKey({ signCertFile, signKeyFile, ...(passphraseFile === undefined ? {} : { passphraseFile }) })
}

function keyFinding(
  { env }: Config,
  cert: string | undefined,
  key: string | undefined,
  pair: (cert: string, key: string) => unknown,
): string {
  if (cert === undefined || key === undefined) return 'not set; development keys are generated'
  if (env === 'production') refuseDevelopmentCertificates([cert])
  pair(cert, key)
  return expiryOf(readCertificates(cert)[0].validUntil)
}

function expiryOf(validUntil: Date): string {
  const days = Math.floor((validUntil.getTime() - Date.now()) / DAY_MS)
  if (days < 0) throw new PlainError('The certificate has expired.', 'Renew it.')
  return days < WARN_DAYS ? `expires in ${days} days: renew it soon` : `valid for ${days} days`
}

async function ofDatabase(config: Config): Promise<readonly Finding[]> {
  const where = databaseOf(config, false)
  // To look is not to make.
  if ('dataDir' in where && !existsSync(where.dataDir)) {
    return [{ what: 'embedded database', ok: true, says: 'not there yet; the first start makes it' }]
  }
  let directory: DirectoryData | undefined
  const database = await tried(config.databaseUrl === undefined ? 'embedded database' : 'database', async () => {
    const opened = await openDatabase(where, 2)
    try {
      directory = await opened.store.directory()
    } finally {
      await opened.close()
    }
    return `answers; ${directory.parties.length} parties, ${directory.agreements.length} agreements`
  })
  const parties = directory?.parties ?? []
  return [database, ...(await Promise.all(parties.map(ofParty))).flat()]
}

async function ofParty(party: PartyRecord): Promise<readonly Finding[]> {
  const certificates = party.certificates.filter(({ status, by }) => status === 'active' && by === 'leaf')
  return [
    ...(await Promise.all(
      certificates.map(({ use, validUntil }) => tried(`${party.id} ${use} certificate`, async () => expiryOf(validUntil))),
    )),
    party.endpoint.url === undefined
      ? { what: `${party.id} endpoint`, ok: true, says: 'pulls from its mailbox' }
      : await tried(`${party.id} endpoint`, () => reached(new URL(party.endpoint.url ?? ''))),
    ...(party.status === 'held' ? [{ what: party.id, ok: false, says: 'is held; nothing is sent to it' }] : []),
  ]
}

function reached(url: URL): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const port = Number(url.port || 443)
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, timeout: REACH_MS })
    const end = (fault?: Error): void => {
      socket.destroy()
      if (fault) reject(fault)
      else resolve(`${host}:${port} is reachable`)
    }
    socket.once('connect', () => end())
    socket.once('timeout', () => end(new PlainError(`${host}:${port} does not answer.`, 'Is the network open?')))
    socket.once('error', () => end(new PlainError(`${host}:${port} cannot be reached.`, 'Is the party up, and the network open?')))
  })
}
