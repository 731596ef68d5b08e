/** `korpu evidence`: takes the evidence of a message out of the hub, and verifies it anywhere. */
import { open } from 'node:fs/promises'
import type { Command } from 'commander'
import { databaseOf, readConfig } from '#config'
import type { Archive } from '#core/evidence/zip.ts'
import { PlainError } from '#core/plain-error.ts'
import { FILE, readInput } from './input.ts'
import { type Answer, answering } from './output.ts'

interface ExportOptions {
  readonly for?: string
  readonly out?: string
}

export function addTo(program: Command): void {
  const evidence = program.command('evidence').description('one message with everything that proves it, as one file (ASiC-E)')
  const exporting = evidence
    .command('export')
    .description('write the evidence of a message to a new file, from the database of the hub')
    .argument('<ID>', 'id of the message')
    .option('--for <PARTY>', 'whose copy: bytes are in it that this party sent or was sent; the sender when left out')
    .option('--out <FILE>', 'where it goes, must not be there yet; ID.asice when left out')
  answering(exporting, exported)
  const verifying = evidence
    .command('verify')
    .description('say what a file proves, and what not; needs no hub, no database and no network')
    .argument('<FILE>', FILE)
    .requiredOption('--ca <FILE>', 'CA certificates to trust, PEM')
  answering(verifying, verified)
}

async function exported(id: string, { for: party, out = `${id}.asice` }: ExportOptions): Promise<Answer> {
  const [{ openDatabase }, { storeKeysOf }, { keysOf }, { evidenceOf }, { directoryOf }, { createLog }] = await Promise.all([
    import('#prisma/database.ts'),
    import('#certs/store-keys.ts'),
    import('#main'),
    import('#core/flow/evidence.ts'),
    import('#core/resolve.ts'),
    import('#log'),
  ])
  const config = readConfig()
  const { keys } = await keysOf(config)
  const database = await openDatabase(databaseOf(config, false), storeKeysOf(config), 2)
  try {
    const { store } = database
    const directory = directoryOf(await store.directory())
    const archive = { store, keys, clock: { now: () => new Date() }, log: createLog('silent'), directory: () => directory }
    const container = await evidenceOf(archive, id, party)
    if (!container)
      return { yes: false, lines: [`no: there is no message ${id}${party === undefined ? '' : ` for ${party}`}`], json: { ok: false } }
    await written(out, container)
    return { yes: true, lines: [`${out} is written, ${container.size} bytes.`], json: { ok: true, file: out, bytes: container.size } }
  } finally {
    await database.close()
  }
}

/** For its owner only: it holds a message. */
async function written(out: string, { chunks }: Archive): Promise<void> {
  try {
    await using file = await open(out, 'wx', 0o600)
    await file.writeFile(chunks())
  } catch (cause) {
    throw new PlainError(`${out} cannot be written.`, 'Name a file that is not there yet, in a folder that this user may write to.', cause)
  }
}

async function verified(file: string, { ca }: { readonly ca: string }): Promise<Answer> {
  const [{ readCertificates }, { judge }, { trustingIn }] = await Promise.all([
    import('#certs/pem.ts'),
    import('#core/evidence/verify.ts'),
    import('#core/evidence/trusting.ts'),
  ])
  const { holds, findings, limits } = await judge(await readInput(file), trustingIn(readCertificates(ca)))
  return {
    yes: holds,
    lines: [
      holds ? 'yes: everything in this file is proven' : 'no: not everything in this file is proven',
      ...findings.map(({ proven, sentence }) => `  ${proven ? 'proven    ' : 'NOT PROVEN'}  ${sentence}`),
      ...limits.map((sentence) => `  note        ${sentence}`),
    ],
    json: { ok: holds, findings: findings.map((one) => ({ ...one })), limits: [...limits] },
  }
}
