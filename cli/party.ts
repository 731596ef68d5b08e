/** `korpu party apply FILE`: parties, certificates, endpoints and agreements from a file; shows the plan, then applies it. */
import type { Command } from 'commander'
import { loadStates } from '#adapters/load.ts'
import { readPartyFile } from '#certs/party-file.ts'
import { storeKeysOf } from '#certs/store-keys.ts'
import { databaseOf, readConfig } from '#config'
import { keepingHolds, planOf } from '#core/directory-plan.ts'
import { auditChange } from '#core/flow/directory-change.ts'
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
  const { dialects } = await loadStates(config.states)
  const wanted = readPartyFile(file, dialects)
  const database = await openDatabase(databaseOf(config, false), storeKeysOf(config), 2)
  try {
    const now = await database.store.directory()
    const next = keepingHolds(now, wanted)
    const plan = planOf(now, next)
    if (!planOnly && plan.length > 0) {
      await replaceDirectory(database.url, next)
      await auditChange(database.store, plan, 'korpu party apply', new Date())
    }
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
