/** `korpu erase`: applies the retention rules now, as a running hub does by itself; or erases one message for a reason. */
import type { Command } from 'commander'
import { retentionOf } from '#certs/retention-file.ts'
import { readConfig } from '#config'
import { retentionFrom } from '#core/console/retention.ts'
import type { DueErasure, Looked } from '#core/erasure.ts'
import { PlainError } from '#core/plain-error.ts'
import { type ActOptions, actOf, actOptions } from './act.ts'
import { withDatabase } from './database.ts'
import { type Answer, answering } from './output.ts'

interface Options extends Partial<ActOptions> {
  readonly from?: string
  readonly dryRun?: true
}

const AT_ONCE = 1000
const ALL = 1_000_000

export function addTo(program: Command): void {
  const command = program
    .command('erase')
    .description(
      'erase contents whose time is over by the rules of KORPU_RETENTION or of the console, or that somebody asked to erase; digests and receipts stay',
    )
    .argument('[MESSAGE]', 'this one alone, for --reason, whatever the rules say')
    .option('--from <PARTY>', 'with MESSAGE: its sender')
    .option('--dry-run', 'only count')
  answering(actOptions(command, false), erase)
}

async function erase(messageId: string | undefined, options: Options): Promise<Answer> {
  return messageId === undefined ? eraseDue(options.dryRun === true) : eraseOne(messageId, options)
}

async function eraseDue(dryRun: boolean): Promise<Answer> {
  const fileRules = retentionOf(readConfig())
  const counts = new Map<string, number>()
  const count = (due: readonly DueErasure[]): void => {
    for (const { rule } of due) counts.set(nameOf(rule), (counts.get(nameOf(rule)) ?? 0) + 1)
  }
  await withDatabase(async ({ store: { erasure }, retention }) => {
    const now = new Date()
    const rules = await retentionFrom(fileRules, retention).rules()
    const erased = (due: readonly DueErasure[]) => (dryRun ? due : erasure.erase(due, { at: new Date() }))
    let asked: readonly DueErasure[]
    do {
      asked = await erased(await erasure.asked(dryRun ? ALL : AT_ONCE))
      count(asked)
    } while (!dryRun && asked.length > 0)
    let from: Looked | undefined
    do {
      const { due, reached } = await erasure.look(rules, now, from)
      count(await erased(due))
      from = reached
    } while (from)
  })
  const total = counts.values().reduce((sum, one) => sum + one, 0)
  return {
    yes: true,
    lines: [
      total === 0 ? 'Nothing is due.' : `${total} ${dryRun ? 'are due' : 'are erased'}:`,
      ...[...counts].map(([rule, some]) => `  ${rule}: ${some}`),
    ],
    json: { ok: true, erased: !dryRun, count: total, rules: Object.fromEntries(counts) },
  }
}

/** Without the id of the notice that asked. */
const nameOf = (rule: string): string => rule.split(' ')[0] ?? rule

async function eraseOne(messageId: string, { from, reason, by }: Options): Promise<Answer> {
  if (from === undefined || reason === undefined || by === undefined)
    throw new PlainError('One message is erased for a reason.', 'Give its sender with --from, and --reason.')
  const one = { messageId, from, rule: 'operator' }
  const erased = (await withDatabase(({ store }) => store.erasure.erase([one], actOf({ reason, by })))).length === 1
  return {
    yes: erased,
    lines: [
      erased
        ? 'Its content is erased. Digests, receipts and the audit trail stay.'
        : 'Nothing was erased: there is no such message of that sender, it is erased already, or a delivery of it has not ended (`korpu cancel`).',
    ],
    json: { ok: erased, messageId },
  }
}
