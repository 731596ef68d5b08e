/** `korpu doctor`: what is configured, what is reachable, what expires, and how the hub stands. Ends with 1 when something needs somebody. */
import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { checkedSshKey } from '#adapters/wire/sftp.ts'
import { readCertificates, readPrivate } from '#certs/pem.ts'
import { refuseDevelopmentCertificates } from '#certs/production.ts'
import { openSigningKey } from '#certs/signing-keys.ts'
import { storeKeysOf } from '#certs/store-keys.ts'
import { readTlsFiles } from '#certs/tls-files.ts'
import { type Config, databaseOf, readConfig } from '#config'
import type { PartyRecord, Restoration } from '#core/directory.ts'
import { PlainError } from '#core/plain-error.ts'
import { directoryOf } from '#core/resolve.ts'
import { diskOf } from '#prisma/console/system.ts'
import { lastBackup } from '#prisma/copy/recorded.ts'
import { type Database, openDatabase } from '#prisma/database.ts'
import { figures, runningLimits } from '#prisma/figures.ts'
import { serverOf } from '#prisma/server.ts'
import { type Answer, answering } from './output.ts'
import { reached, reachOf } from './reach.ts'
import { backupFinding, diskFinding, type Finding, findingsOf, limitsFinding, serverFindings, timestampFinding } from './standing.ts'

const DAY_MS = 86_400_000
const WARN_DAYS = 60

export function addTo(program: Command): void {
  answering(
    program
      .command('doctor')
      .description('what is configured, what is reachable, what expires, what waits; each with a verdict and what to do'),
    examine,
  )
}

async function examine(): Promise<Answer> {
  const config = readConfig()
  const findings = [
    { what: 'settings', ok: true, says: `${config.env}; data in ${config.data}` },
    await tried('TLS key and certificate', async () => keyFinding(config, config.tlsCert, config.tlsKey, readTlsFiles)),
    await tried('signing key and certificate', async () => keyFinding(config, config.signCert, config.signKey, pairSigning(config))),
    ...(config.sftpKey === undefined ? [] : [await tried('SFTP key', async () => sftpKeyFinding(config.sftpKey ?? ''))]),
    ...(config.amqpUrl === undefined
      ? []
      : [await tried('broker', () => reached(new URL(config.amqpUrl ?? ''), 'Is the broker up, and the network open?'))]),
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

const pairSigning =
  ({ signPassphraseFile }: Config) =>
  async (cert: string, key: string) =>
    openSigningKey(key, cert, signPassphraseFile)

async function keyFinding(
  { env }: Config,
  cert: string | undefined,
  key: string | undefined,
  pair: (cert: string, key: string) => unknown,
): Promise<string> {
  if (cert === undefined || key === undefined) return 'not set; development keys are generated'
  if (env === 'production') refuseDevelopmentCertificates([cert])
  await pair(cert, key)
  return expiryOf(readCertificates(cert)[0].validUntil)
}

function sftpKeyFinding(file: string): string {
  checkedSshKey(readPrivate(file))
  return 'can be used'
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
  const what = config.databaseUrl === undefined ? 'embedded database' : 'database'
  const looked: Finding[] = []
  const database = await tried(what, async () => {
    const opened = await openDatabase(where, storeKeysOf(config), 2)
    try {
      const { parties, agreements, restorations } = await opened.store.directory()
      const held = restorations.find(({ resumedAt }) => resumedAt === undefined)
      if (held) looked.push(heldSince(held))
      looked.push(...(await standing(opened, config)), ...(await Promise.all(parties.map((party) => ofParty(party, config)))).flat())
      return `answers; ${parties.length} parties, ${agreements.length} agreements`
    } finally {
      await opened.close()
    }
  })
  return [database, ...looked]
}

/** How the hub stands, and what it stands on. Backups of a server are made with its own tools, and its disk is elsewhere. */
async function standing({ store, pool }: Database, config: Config): Promise<readonly Finding[]> {
  const now = new Date()
  const directory = directoryOf(await store.directory())
  const embedded = config.databaseUrl === undefined
  const found = await figures(pool, now)
  const { freeBytes, totalBytes } = await diskOf(config.data)
  return [
    ...serverFindings(await serverOf(pool)),
    ...(embedded ? [diskFinding(freeBytes, totalBytes), backupFinding(await lastBackup(pool), config.env === 'production', now)] : []),
    ...findingsOf(found, now),
    ...(config.tsaUrl === undefined ? [] : [timestampFinding(found.timestampOwedSince, now)]),
    limitsFinding(await runningLimits(pool), directory),
  ]
}

const heldSince = ({ backupAt }: Restoration): Finding => ({
  what: 'hub',
  ok: false,
  says: `was restored from a backup of ${backupAt.toISOString()} and is held; \`korpu resume --all\` lets it work`,
})

async function ofParty(party: PartyRecord, config: Config): Promise<readonly Finding[]> {
  const certificates = party.certificates.filter(({ status, by }) => status === 'active' && by === 'leaf')
  return [
    ...(await Promise.all(
      certificates.map(({ use, validUntil }) => tried(`${party.id} ${use} certificate`, async () => expiryOf(validUntil))),
    )),
    await tried(`${party.id} endpoint`, () => reachOf(party, config)),
  ]
}
