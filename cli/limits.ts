/** `korpu limits`: what the hub supposes of limits and calendars, and what an administrator has read in the text that binds. */
import type { Command } from 'commander'
import { databaseOf, readConfig } from '#config'
import { CALENDAR_SCOPE, type Confirmation, scopeOf } from '#core/directory.ts'
import { PlainError } from '#core/plain-error.ts'
import { confirm, confirmed } from '#prisma/confirm.ts'
import { openDatabase } from '#prisma/database.ts'
import { RULE_SETS, ruleSetOf } from '#schemas/agreements/rule-sets.ts'
import { CALENDARS } from '#schemas/calendars/calendar.ts'
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
}

interface Open extends Confirmation {
  readonly what: string
  readonly confidence: string
}

const openRows: readonly Open[] = RULE_SETS.flatMap(({ id, version, limits }) =>
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

async function list(): Promise<Answer> {
  const known = await opened((pool) => confirmed(pool))
  const rows = [...openRows, ...openYears].map((row) => {
    const by = known.find(({ scope, item }) => scope === row.scope && item === row.item)
    return { ...row, by: by?.by ?? null, at: by?.at.toISOString() ?? null }
  })
  return {
    yes: true,
    lines: rows.map(({ scope, item, what, confidence, by, at }) =>
      [scope, item, `(${confidence})`, by === null ? 'only warns' : `confirmed by ${by}, ${at}`, what].join('  '),
    ),
    json: { ok: true, limits: rows },
  }
}

async function confirmOne(scope: string, item: string, { by }: { readonly by: string }): Promise<Answer> {
  const asked = confirmable(scope, item)
  const done = await opened((pool) => confirm(pool, asked, by, new Date()))
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
function confirmable(scope: string, item: string): Confirmation {
  if (scope === CALENDAR_SCOPE) {
    const [state = '', year = ''] = item.split(' ')
    if (CALENDARS.has(state) && /^20\d\d$/.test(year) && item === `${state} ${year}`) return { scope, item }
    throw new PlainError(`There is no calendar year ${item}.`, 'Name state and year, e.g. "AZE 2027".')
  }
  const [id = '', version] = scope.split(':')
  const ruleSet = ruleSetOf(id, version === undefined ? undefined : Number(version))
  if (!ruleSet)
    throw new PlainError(`There is no rule set ${scope}.`, `There are ${RULE_SETS.map((set) => scopeOf(set.id, set.version)).join(', ')}.`)
  if (!Object.hasOwn(ruleSet.limits, item)) throw new PlainError(`${ruleSet.id} has no row ${item}.`, 'korpu limits list names the rows.')
  return { scope: scopeOf(ruleSet.id, ruleSet.version), item }
}

async function opened<T>(ask: (pool: Awaited<ReturnType<typeof openDatabase>>['pool']) => Promise<T>): Promise<T> {
  const database = await openDatabase(databaseOf(readConfig(), false), 2)
  try {
    return await ask(database.pool)
  } finally {
    await database.close()
  }
}
