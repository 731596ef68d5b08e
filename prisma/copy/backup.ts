/** One consistent copy of everything that the hub keeps, taken while it runs: all tables as they stood together at one moment. */
import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { access, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Client } from 'pg'
import { PlainError } from '#core/plain-error.ts'
import { MIGRATION_TABLE } from '#prisma/migrate.ts'
import { framesOf, jsonFrame } from './frames.ts'
import { copyOut } from './protocol.ts'
import { openCopying, readingOf, tablesOf } from './tables.ts'
import { counting, type Tally } from './tally.ts'

export const FORMAT = 1

/** What a backup says before its rows. */
export interface BackupHead {
  readonly korpu: 'backup'
  readonly format: number
  /** When the moment was that it shows. */
  readonly takenAt: string
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[]
}

/** What it says after them. */
export interface BackupEnd {
  readonly tables: Readonly<Record<string, Tally>>
  /** The end of every chain of the audit trail: `head` is the SHA-256 of all that came before, lower-case hex. */
  readonly auditHeads: readonly { readonly party: string; readonly lane: number; readonly length: string; readonly head: string }[]
}

export interface Backup extends BackupHead, BackupEnd {}

/** Written under another name first: a file of this name is whole. Throws a PlainError when there is one already. */
export async function backup(url: string, file: string): Promise<Backup> {
  const there = await access(file).then(
    () => true,
    () => false,
  )
  if (there) throw new PlainError(`${file} is there already.`, 'Give the backup a new name; an older one is not overwritten.')
  const draft = `${file}.${randomUUID()}.part`
  const client = await openCopying(url)
  try {
    const written: { whole?: Backup } = {}
    const out = createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true })
    await pipeline(Readable.from(contentOf(client, written)), createGzip({ level: 1 }), out)
    await rename(draft, file)
    await syncFolder(dirname(file))
    if (!written.whole) throw new Error('the backup ended without its end')
    return written.whole
  } catch (fault) {
    await rm(draft, { force: true })
    throw fault
  } finally {
    await client.end()
  }
}

async function* contentOf(client: Client, written: { whole?: Backup }): AsyncGenerator<Uint8Array> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  const head = await headOf(client)
  yield* jsonFrame('H', head)
  const tables: Record<string, Tally> = {}
  for (const table of await tablesOf(client)) {
    yield* jsonFrame('T', { table: table.name, columns: table.columns })
    const counted = counting()
    for await (const rows of counted.of(copyOut(client, readingOf(table)))) yield* framesOf('R', rows)
    tables[table.name] = counted.tally()
  }
  const { rows: auditHeads } = await client.query<BackupEnd['auditHeads'][number]>(
    `SELECT party, lane, length::text, encode(head, 'hex') AS head FROM audit_chain ORDER BY party, lane`,
  )
  await client.query('COMMIT')
  yield* jsonFrame('E', { tables, auditHeads })
  written.whole = { ...head, tables, auditHeads }
}

async function headOf(client: Client): Promise<BackupHead> {
  const { rows: migrations } = await client.query<BackupHead['migrations'][number]>(
    `SELECT name, checksum FROM ${MIGRATION_TABLE} ORDER BY name`,
  )
  // The first statement has taken the snapshot; whatever commits from now on is not in it.
  const { rows } = await client.query<{ readonly at: Date }>('SELECT now() AS at')
  const takenAt = rows[0]?.at ?? new Date()
  return { korpu: 'backup', format: FORMAT, takenAt: takenAt.toISOString(), migrations }
}

/** The name itself is durable only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
