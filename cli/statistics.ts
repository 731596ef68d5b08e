/** `korpu statistics`: the figures of a period, from the stored facts. */
import type { Command } from 'commander'
import { storeKeysOf } from '#certs/store-keys.ts'
import { databaseOf, readConfig } from '#config'
import type { JsonObject, PartyId } from '#core/message.ts'
import { PlainError } from '#core/plain-error.ts'
import { csvOf } from '#core/statistics/csv.ts'
import type { StateOf } from '#core/statistics/facts.ts'
import { messageBodyOf } from '#core/statistics/message.ts'
import { type Period, periodOf } from '#core/statistics/period.ts'
import { type Report, reportFor } from '#core/statistics/report.ts'
import { SMALL_BELOW } from '#core/statistics/suppress.ts'
import { type Database, openDatabase } from '#prisma/database.ts'
import { postgresStatistics } from '#prisma/statistics.ts'
import { type Answer, answering } from './output.ts'

interface Options {
  readonly from: string
  readonly to: string
  readonly smallBelow: string
  readonly csv?: true
  readonly message?: PartyId
  readonly authority?: string
  readonly on?: string
}

export function addTo(program: Command): void {
  const command = program
    .command('statistics')
    .description('figures of a period for ministries: applications, replies, days to reply, transfers; small ones suppressed')
    .requiredOption('--from <MONTH>', 'first month, such as 2026-01')
    .requiredOption('--to <MONTH>', 'last month')
    .option('--small-below <N>', 'suppress figures below N, and those that would give them away', String(SMALL_BELOW))
    .option('--csv', 'as CSV instead of JSON')
    .option('--message <PARTY>', 'as the body of a statistics-report to PARTY, with the cases of its state')
    .option('--authority <NAME>', 'with --message: the authority that answers for the figures')
    .option('--on <DATE>', 'with --message: the day on which they were compiled; today when left out')
  answering(command, statistics)
}

async function statistics(options: Options): Promise<Answer> {
  const period = periodOf(options.from, options.to)
  const smallBelow = thresholdOf(options.smallBelow)
  const config = readConfig()
  const database = await openDatabase(databaseOf(config, false), storeKeysOf(config), 2)
  try {
    const stateOf = await statesIn(database)
    const report = await reportFor(postgresStatistics(database.pool), period, stateOf, smallBelow)
    const passing = period.end > new Date() ? ['The period is not over: its figures will change.'] : []
    const { csv, message } = options
    if (csv) return { yes: true, lines: passing, product: Buffer.from(csvOf(report)), json: { ok: true, csv: csvOf(report) } }
    return message === undefined ? asJson('report', report, passing) : asMessage(report, period, stateOf(message), options, passing)
  } finally {
    await database.close()
  }
}

/** As the party file says under `home`. */
async function statesIn({ store }: Database): Promise<StateOf> {
  const { parties } = await store.directory()
  const states = new Map(parties.map(({ id, home }) => [id, home?.state]))
  return (party) => states.get(party)
}

function thresholdOf(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new PlainError('--small-below is no number.', `Give a whole number from 1 on; ${SMALL_BELOW} when it is left out.`)
}

function asMessage(
  report: Report,
  period: Period,
  state: string | undefined,
  { authority, on }: Options,
  lines: readonly string[],
): Answer {
  if (state === undefined) {
    throw new PlainError('The recipient is not a party of this hub, or has no home.', 'The party file says which state a party acts for.')
  }
  if (authority === undefined) throw new PlainError('The report needs an authority that answers for it.', 'Name it with --authority.')
  const compiledOn = on ?? new Date().toISOString().slice(0, 10)
  const body = messageBodyOf(report, period, { state, authority, compiledOn })
  if (body) return asJson('body', body, lines)
  return {
    yes: false,
    lines: ['There is nothing to report to this party.'],
    json: { ok: false, reason: 'There is nothing to report to this party.' },
  }
}

function asJson(name: string, value: object, lines: readonly string[]): Answer {
  const plain = value as JsonObject
  return { yes: true, lines, product: Buffer.from(`${JSON.stringify(plain, null, 2)}\n`), json: { ok: true, [name]: plain } }
}
