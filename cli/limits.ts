/** `korpu limits`: what the hub supposes of limits and calendars, and what an administrator has read in the text that binds. */
import type { Command } from 'commander'
import { loadStates } from '#adapters/load.ts'
import { readConfig } from '#config'
import { CALENDAR_SCOPE, type Confirmation, scopeOf } from '#core/directory.ts'
import { PlainError } from '#core/plain-error.ts'
import { confirm, confirmed, type Withdrawn, withdraw, withdrawn } from '#prisma/confirm.ts'
import type { RuleSet } from '#schemas/agreements/rule-set.ts'
import { ruleSetIn } from '#schemas/agreements/rule-sets.ts'
import { CALENDARS } from '#schemas/calendars/calendar.ts'
import { withDatabase } from './database.ts'
import { type Answer, answering } from './output.ts'

export function addTo(program: Command): void {
  const limits = program.command('limits').description('what the agreements limit, and who has confirmed it')
  answering(limits.command('list').description('every row and calendar year that is not certain, and who confirmed it'), list)
  const confirming = limits
    .command('confirm')
    .description('say that ITEM was read in the text that binds: from then on the hub acts on it')
    .argument('<SCOPE>', 'rule set (eu-az-2014, its newest version; eu-az-2014:1), or calendar')
    .argument('<ITEM>', 'row of the rule set (T7), or year of a state ("AZE 2027")')
    .requiredOption('--by <NAME>', 'who has read it')
  answering(confirming, confirmOne)
  const withdrawing = limits
    .command('withdraw')
    .description('take a confirmation back: from then on the hub only warns; what it has done stands')
    .argument('<SCOPE>', 'as for confirm')
    .argument('<ITEM>', 'as for confirm')
    .requiredOption('--by <NAME>', 'who takes it back')
  answering(withdrawing, withdrawOne)
}

interface Open extends Confirmation {
  readonly what: string
  readonly confidence: string
}

const openRowsOf = (ruleSets: readonly RuleSet[]): readonly Open[] =>
  ruleSets.flatMap(({ id, version, limits }) =>
    Object.entries(limits)
      .map(([item, { title, confidence, unitConfidence = 'V' }]) => ({
        scope: scopeOf(id, version),
        item,
        what: title,
        confidence,
        unitConfidence,
      }))
      .filter(({ confidence, unitConfidence }) => confidence !== 'V' || unitConfidence !== 'V')
      .map(({ unitConfidence, ...row }) => (row.confidence === 'V' ? { ...row, confidence: `V, unit ${unitConfidence}` } : row)),
  )

const openYears: readonly Open[] = [...CALENDARS.values()].flatMap(({ state, years }) =>
  [...years]
    .filter(([, { certainty }]) => certainty === 'OPEN')
    .map(([year]) => ({
      scope: CALENDAR_SCOPE,
      item: `${state} ${year}`,
      what: 'Days off that are decided for the year',
      confidence: 'OPEN',
    })),
)

const knownRuleSets = async (): Promise<readonly RuleSet[]> => (await loadStates(readConfig().states)).ruleSets

async function list(): Promise<Answer> {
  const { holding, past } = await withDatabase(async ({ pool }) => ({ holding: await confirmed(pool), past: await withdrawn(pool) }))
  const rows = [...openRowsOf(await knownRuleSets()), ...openYears].map((row) => {
    const same = ({ scope, item }: Confirmation): boolean => scope === row.scope && item === row.item
    const by = holding.find(same)
    return { ...row, by: by?.by ?? null, at: by?.at.toISOString() ?? null, withdrawn: past.filter(same).map(told) }
  })
  return {
    yes: true,
    lines: rows.map((row) => [row.scope, row.item, `(${row.confidence})`, standOf(row), row.what].join('  ')),
    json: { ok: true, limits: rows },
  }
}

/** A confirmation that was taken back. */
const told = ({ by, at, withdrawnBy, withdrawnAt }: Withdrawn) => ({
  by,
  at: at.toISOString(),
  withdrawnBy,
  withdrawnAt: withdrawnAt.toISOString(),
})

interface Stand {
  readonly by: string | null
  readonly at: string | null
  readonly withdrawn: readonly ReturnType<typeof told>[]
}

function standOf({ by, at, withdrawn: past }: Stand): string {
  const last = past.at(-1)
  if (by !== null) return `confirmed by ${by}, ${at}`
  return last ? `only warns; ${last.withdrawnBy} took back at ${last.withdrawnAt} what ${last.by} had confirmed` : 'only warns'
}

async function withdrawOne(scope: string, item: string, { by }: { readonly by: string }): Promise<Answer> {
  const asked = await confirmable(scope, item)
  const done = await withDatabase(({ pool }) => withdraw(pool, asked, by, new Date()))
  return {
    yes: true,
    lines: [
      done
        ? `Taken back: ${asked.scope} ${asked.item}. Running hubs only warn within a second; what they have done stands.`
        : 'It is not confirmed.',
    ],
    json: { ok: true, withdrawn: done, scope: asked.scope, item: asked.item },
  }
}

async function confirmOne(scope: string, item: string, { by }: { readonly by: string }): Promise<Answer> {
  const asked = await confirmable(scope, item)
  const done = await withDatabase(({ pool }) => confirm(pool, asked, by, new Date()))
  return {
    yes: true,
    lines: [
      done
        ? `Confirmed: ${asked.scope} ${asked.item}. Running hubs act on it within a second.`
        : 'It was confirmed before; who was first stays.',
    ],
    json: { ok: true, confirmed: done, scope: asked.scope, item: asked.item },
  }
}

/** What is there to be confirmed; a year beyond the data may be, too. */
async function confirmable(scope: string, item: string): Promise<Confirmation> {
  if (scope === CALENDAR_SCOPE) {
    const [state = '', year = ''] = item.split(' ')
    if (CALENDARS.has(state) && /^20\d\d$/.test(year) && item === `${state} ${year}`) return { scope, item }
    throw new PlainError(`There is no calendar year ${item}.`, 'Name state and year, e.g. "AZE 2027".')
  }
  const [id = '', version] = scope.split(':')
  const ruleSets = await knownRuleSets()
  const ruleSet = ruleSetIn(ruleSets, id, version === undefined ? undefined : Number(version))
  if (!ruleSet)
    throw new PlainError(`There is no rule set ${scope}.`, `There are ${ruleSets.map((set) => scopeOf(set.id, set.version)).join(', ')}.`)
  if (!Object.hasOwn(ruleSet.limits, item)) throw new PlainError(`${ruleSet.id} has no row ${item}.`, 'korpu limits list names the rows.')
  return { scope: scopeOf(ruleSet.id, ruleSet.version), item }
}
