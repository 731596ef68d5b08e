/** `korpu party apply FILE`: parties, certificates, endpoints and agreements from a file; shows the plan, then applies it. */
import type { Command } from 'commander'
import { loadDialects } from '#adapters/load.ts'
import { readPartyFile } from '#certs/party-file.ts'
import { databaseOf, readConfig } from '#config'
import type { DirectoryData } from '#core/directory.ts'
import { replaceDirectory } from '#prisma/admin.ts'
import { openDatabase } from '#prisma/database.ts'
import { type Answer, answering } from './output.ts'

export function addTo(program: Command): void {
  const party = program.command('party').description('who may exchange what with whom')
  const apply = party
    .command('apply')
    .description('make the parties and agreements of FILE those of the hub')
    .argument('<FILE>', 'JSON, see the operator guide')
    .option('--plan', 'only show what would change')
  answering(apply, applyFile)
}

async function applyFile(file: string, { plan: planOnly }: { readonly plan?: boolean }): Promise<Answer> {
  const config = readConfig()
  const next = readPartyFile(file, await loadDialects())
  const database = await openDatabase(databaseOf(config, false), 2)
  try {
    const plan = planOf(await database.store.directory(), next)
    if (!planOnly && plan.length > 0) await replaceDirectory(database.url, next)
    const done = planOnly ? 'This would change:' : 'Changed:'
    return {
      yes: true,
      lines: plan.length === 0 ? ['Nothing to change.'] : [done, ...plan.map((line) => `  ${line}`)],
      json: { ok: true, applied: planOnly !== true, plan },
    }
  } finally {
    await database.close()
  }
}

/** One line for each party and agreement that comes, goes or changes. */
export function planOf(now: DirectoryData, next: DirectoryData): readonly string[] {
  return [...changes('party', now.parties, next.parties), ...changes('agreement', now.agreements, next.agreements)]
}

function changes<T extends { readonly id: string }>(what: string, now: readonly T[], next: readonly T[]): string[] {
  const before = new Map(now.map((one) => [one.id, comparable(one)]))
  const after = new Map(next.map((one) => [one.id, comparable(one)]))
  return [
    ...[...after].filter(([id]) => !before.has(id)).map(([id]) => `+ ${what} ${id}`),
    ...[...after].filter(([id, text]) => before.has(id) && before.get(id) !== text).map(([id]) => `~ ${what} ${id}`),
    ...[...before].filter(([id]) => !after.has(id)).map(([id]) => `- ${what} ${id}`),
  ]
}

const comparable = (value: unknown): string => JSON.stringify(plain(value))

/** Bytes as text, members and lists in one order, so that what a file says and what the store holds can be compared. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (Array.isArray(value)) return value.map(comparable).sort()
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  const members = Object.entries(value).map(([name, member]) => [name, plain(member)] as const)
  return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)))
}
