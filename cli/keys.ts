/** `korpu keys`: the keys of the hub, changed while it runs. */
import { renameSync, writeFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import type { Command } from 'commander'
import { readCertificates } from '#certs/pem.ts'
import { isPkcs11 } from '#certs/pkcs11.ts'
import { entriesIn, type KeyEntry, openSigningKeys, signingKeyFile } from '#certs/signing-keys.ts'
import { storeKeysOf } from '#certs/store-keys.ts'
import { databaseOf, readConfig } from '#config'
import { PlainError } from '#core/plain-error.ts'
import { keysOf } from '#main'
import { rotateStoreKey } from '#prisma/at-rest/rotate.ts'
import { record } from '#prisma/audit.ts'
import { openDatabase } from '#prisma/database.ts'
import { type ActOptions, actOf, actOptions } from './act.ts'
import { withDatabase } from './database.ts'
import { timeOf } from './input.ts'
import { type Answer, answering } from './output.ts'

/** So that all processes have read it, and partners can, before it signs. */
const LEAD_MS = 60_000

interface AddOptions extends ActOptions {
  readonly key: string
  readonly cert: string
  readonly passphraseFile?: string
  readonly from: string
  readonly agreement?: readonly string[]
}

export function addTo(program: Command): void {
  const keys = program.command('keys').description('the keys of the hub')
  answering(keys.command('list').description('the signing keys: which sign now, which will, which did'), listed)
  const adding = keys
    .command('add')
    .description('one more signing key, published at once (GET /v1/keys), that signs from a time on; hubs take it without a restart')
    .requiredOption('--key <KEY>', 'PEM file, or a key on a token: pkcs11:token=…;object=…?module-path=…&pin-source=…')
    .requiredOption('--cert <FILE>', 'PEM file of its certificate')
    .option('--passphrase-file <FILE>', 'when the key file is encrypted')
    .requiredOption('--from <TIME>', 'from when on it signs, UTC; a minute ahead or more, better days: partners must know it by then')
    .option('--agreement <NAME...>', 'only under these treaties; under all when left out')
  answering(actOptions(adding), added)
  const retiring = keys
    .command('retire')
    .description('a key that was added signs no more; its certificate stays, for what it signed')
    .argument('<SHA256>', 'of its certificate, as `korpu keys list` shows it; the beginning is enough')
  answering(actOptions(retiring), retired)
  const rotating = keys
    .command('rotate-store')
    .description('wrap all keys of messages and attachments under the newest store key, while hubs run; bodies are not touched')
  answering(rotating, rotated)
}

async function listed(): Promise<Answer> {
  const { keys } = await keysOf(readConfig())
  const now = new Date()
  const rows = keys.own().map(({ certificate, from, agreements, signs }) => {
    const state = signs ? (from <= now ? 'signs' : 'will sign') : 'retired'
    return {
      sha256: certificate.sha256,
      state,
      from: from.toISOString(),
      validUntil: certificate.validUntil.toISOString(),
      agreements: [...agreements],
    }
  })
  return {
    yes: true,
    lines: rows.map(({ sha256, state, from, validUntil, agreements }) =>
      [sha256.slice(0, 16), state.padEnd(9), `from ${from}`, `until ${validUntil}`, agreements.join(', ')].join('  ').trimEnd(),
    ),
    json: { ok: true, keys: rows },
  }
}

async function added({ key, cert, passphraseFile, from, agreement, ...act }: AddOptions): Promise<Answer> {
  const config = readConfig()
  const file = signingKeyFile(config)
  const entries = entriesIn(file)
  const starts = timeOf(from)
  const { certificate } = await tried(cert, key, passphraseFile, config.env === 'production')
  const own = (await keysOf(config)).keys.own()
  if (own.some((one) => one.certificate.sha256 === certificate.sha256))
    throw new PlainError('The hub has this key already.', 'korpu keys list shows it.')
  if (starts.getTime() < Date.now() + LEAD_MS)
    throw new PlainError('It would sign before anybody knows it.', 'Give --from a time that is a minute ahead or more.')
  const near = (name: string): string => relative(dirname(resolve(file)), resolve(name))
  const entry: KeyEntry = {
    cert: near(cert),
    key: isPkcs11(key) ? key : near(key),
    ...(passphraseFile !== undefined && { passphraseFile: near(passphraseFile) }),
    from: starts.toISOString(),
    ...(agreement && { agreements: [...agreement] }),
  }
  await audited('hub.signingKeyAdded', certificate.sha256, act)
  write(file, [...entries, entry])
  return {
    yes: true,
    lines: [
      `${certificate.sha256.slice(0, 16)} signs from ${entry.from} on. Partners read it at GET /v1/keys now; ${file} has it for this machine.`,
    ],
    json: { ok: true, sha256: certificate.sha256, from: entry.from, file },
  }
}

/** The key signs what its certificate verifies; else why not, as a `PlainError`. */
async function tried(signCertFile: string, signKeyFile: string, passphraseFile: string | undefined, production: boolean) {
  const files = { signCertFile: resolve(signCertFile), signKeyFile: isPkcs11(signKeyFile) ? signKeyFile : resolve(signKeyFile) }
  const opened = await openSigningKeys(
    { ...files, ...(passphraseFile !== undefined && { passphraseFile: resolve(passphraseFile) }) },
    '',
    () => new Date(),
    production,
  )
  const [own] = opened.own()
  if (!own) throw new PlainError('The key cannot be read.', 'Give a key and its certificate.')
  return own
}

async function retired(sha256: string, act: ActOptions): Promise<Answer> {
  const file = signingKeyFile(readConfig())
  const entries = entriesIn(file)
  const shaOf = ({ cert }: KeyEntry): string => readCertificates(resolve(dirname(file), cert))[0].sha256
  const found = entries.filter((entry) => sha256.length > 7 && shaOf(entry).startsWith(sha256.toLowerCase()))
  const [entry] = found
  if (!entry || found.length > 1) return { yes: false, lines: ['no: no key, or more than one, was added under that.'], json: { ok: false } }
  const { key: _key, passphraseFile: _passphrase, ...kept } = entry
  await audited('hub.signingKeyRetired', shaOf(entry), act)
  write(
    file,
    entries.map((one) => (one === entry ? kept : one)),
  )
  return {
    yes: true,
    lines: [`${shaOf(entry).slice(0, 16)} signs no more. Its certificate stays published.`],
    json: { ok: true, sha256: shaOf(entry) },
  }
}

async function audited(event: string, object: string, options: ActOptions): Promise<void> {
  await withDatabase(({ pool }) => record(pool, { event, party: 'hub', object, ...actOf(options) }))
}

/** In one step: a hub that reads it meanwhile has the one or the other. */
function write(file: string, keys: readonly KeyEntry[]): void {
  const next = `${file}.next`
  writeFileSync(next, `${JSON.stringify({ keys }, undefined, 2)}\n`, { mode: 0o600 })
  renameSync(next, file)
}

async function rotated(): Promise<Answer> {
  const config = readConfig()
  const keys = storeKeysOf(config)
  const database = await openDatabase(databaseOf(config, false), keys, 2)
  try {
    const { wrapped, left } = await rotateStoreKey(database.pool, keys)
    await record(database.pool, { event: `hub.storeKeyRotated ${keys.newest.id}`, party: 'hub', at: new Date() })
    const yes = left === 0
    return {
      yes,
      lines: [
        `${wrapped} keys are wrapped under the store key ${keys.newest.id} now.`,
        yes
          ? 'Older store keys open nothing in this database any more. Backups from before still need them.'
          : `${left} keys are under older ones: of uploads under way, of a hub that was not started again since, or damaged. Run it again later.`,
      ],
      json: { ok: yes, storeKey: keys.newest.id, wrapped, left },
    }
  } finally {
    await database.close()
  }
}
