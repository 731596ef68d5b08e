/** `korpu replay`: sends deliveries again that no attempt will end by itself, first as a plan with counts, then as a job. */
import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline/promises'
import { Argument, type Command, Option } from 'commander'
import { ERRORS, type ErrorCode } from '#core/errors.ts'
import { carryOn } from '#core/flow/replay.ts'
import type { MessageType } from '#core/message.ts'
import {
  type Act,
  type Operations,
  REPLAYABLE,
  type ReplayableState,
  type ReplayFilter,
  type ReplayJob,
  type ReplayPlan,
} from '#core/operations.ts'
import { PlainError } from '#core/plain-error.ts'
import { MESSAGE_TYPES } from '#schemas/index.ts'
import { type ActOptions, actOf, actOptions } from './act.ts'
import { withDatabase } from './database.ts'
import { type Answer, answering } from './output.ts'

interface ReplayOptions extends Partial<ActOptions> {
  readonly party?: string
  readonly state?: ReplayableState[]
  readonly code?: ErrorCode
  readonly type?: MessageType
  readonly case?: string
  readonly since?: string
  readonly until?: string
  readonly dryRun?: boolean
  readonly yes?: boolean
  readonly json?: boolean
}

export function addTo(program: Command): void {
  const command = program
    .command('replay')
    .description('send again what is dead or set aside: the same bytes under the same id, oldest first')
    .addArgument(new Argument('[DELIVERY...]', 'these alone, whatever their state'))
    .option('--party <PARTY>', 'for this party')
    .addOption(new Option('--state <STATE...>', 'in these states; dead when nothing is said').choices(REPLAYABLE))
    .addOption(new Option('--code <CODE>', 'for this reason').choices(Object.keys(ERRORS)))
    .addOption(new Option('--type <TYPE>', 'messages of this type').choices(MESSAGE_TYPES))
    .option('--case <CONVERSATION>', 'of this case')
    .option('--since <TIME>', 'accepted at this time or later')
    .option('--until <TIME>', 'accepted before this time')
    .option('--dry-run', 'only count')
    .option('--yes', 'go on without being shown the plan first')
  answering(actOptions(command, false), replay)

  const jobs = program.command('replays').description('replays that were started')
  answering(jobs.command('list').description('the newest twenty, and how far they have come'), list)
  const cancel = jobs.command('cancel').description('stop a replay; what it has replayed stays so').argument('<JOB>')
  answering(actOptions(cancel), cancelOne)
}

async function replay(deliveryIds: readonly string[], options: ReplayOptions): Promise<Answer> {
  const filter = filterOf(deliveryIds, options)
  return withDatabase(async ({ operations }) => {
    const plan = await operations.plan(filter, new Date())
    if (options.dryRun || plan.count === 0) return planned(plan)
    const { reason, by } = options
    if (reason === undefined || by === undefined)
      throw new PlainError('A replay needs a reason.', 'Give --reason, or --dry-run only to count.')
    const act = actOf({ reason, by })
    if (!options.yes && !(await agreed(plan, options))) return { ...planned(plan), yes: false }
    const job = await carriedOut(operations, filter, act)
    return {
      yes: job.state === 'done',
      lines: [sentenceOf(job)],
      json: { ok: job.state === 'done', plan: planJson(plan), job: jobJson(job) },
    }
  })
}

/** Asks the person at the terminal. */
async function agreed(plan: ReplayPlan, { json }: ReplayOptions): Promise<boolean> {
  if (json || !process.stdin.isTTY) throw new PlainError('Nobody has agreed to the replay.', 'Look at it with --dry-run, then give --yes.')
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return /^y(es)?$/i.test(await terminal.question(`${linesOf(plan).join('\n')}\nReplay them? [y/N] `))
  } finally {
    terminal.close()
  }
}

/** Carries the job out itself; should it die, a hub that runs goes on with it. */
async function carriedOut(operations: Operations, filter: ReplayFilter, act: Act): Promise<ReplayJob> {
  const { jobId } = await operations.start(randomUUID(), filter, act)
  const clock = { now: () => new Date() }
  for (;;) {
    const job = await operations.job(jobId)
    if (job && job.state !== 'running') return job
    // A hub may have taken it.
    if ((await carryOn(operations, `replay:${jobId}`, clock)) === undefined) await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

function filterOf(deliveryIds: readonly string[], options: ReplayOptions): ReplayFilter {
  const { party, code, type, since, until } = options
  const named = deliveryIds.length > 0
  if (!named && ![party, code, type, options.state, options.case, since, until].some((one) => one !== undefined)) {
    throw new PlainError(
      'That would be everything.',
      'Name deliveries, or say which: --party, --code, --type, --state, --case, --since, --until.',
    )
  }
  return {
    states: options.state ?? (named ? REPLAYABLE : ['dead']),
    ...(named ? { deliveryIds } : {}),
    party,
    code,
    type,
    conversationId: options.case,
    since: timeOf('--since', since),
    until: timeOf('--until', until),
  }
}

function timeOf(option: string, text: string | undefined): Date | undefined {
  if (text === undefined) return undefined
  const time = new Date(text)
  if (/^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/.test(text) && !Number.isNaN(time.getTime())) return time
  throw new PlainError(`${option} is no time.`, 'Write 2026-11-21 or 2026-11-21T09:00:00Z.')
}

const planned = (plan: ReplayPlan): Answer => ({ yes: true, lines: linesOf(plan), json: { ok: true, plan: planJson(plan) } })

function linesOf({ count, groups, overtaken, outdated, erased }: ReplayPlan): readonly string[] {
  return [
    count === 0 ? 'Nothing to replay.' : `${count} to replay, oldest first:`,
    ...groups.map(
      ({ party, state, code, count: some, oldest }) => `  ${party}  ${state} ${code ?? ''}  ${some}, since ${oldest.toISOString()}`,
    ),
    ...(overtaken === 0 ? [] : [`Left out: ${overtaken} that a later message of their case has overtaken.`]),
    ...(outdated === 0 ? [] : [`Left out: ${outdated} whose message says that its time is over.`]),
    ...(erased === 0 ? [] : [`Left out: ${erased} whose content is erased: there is nothing to send any more.`]),
  ]
}

const planJson = ({ groups, ...plan }: ReplayPlan) => ({
  ...plan,
  groups: groups.map(({ code, oldest, ...group }) => ({ ...group, code: code ?? null, oldest: oldest.toISOString() })),
})

function sentenceOf({ jobId, by, state, total, reached, replayed }: ReplayJob): string {
  const passed = reached === replayed ? '' : `; ${reached - replayed} had changed meanwhile`
  return `${jobId}  ${state}: ${replayed} of ${total} replayed, ${reached} reached${passed} (${by})`
}

const jobJson = ({ startedAt, ...job }: ReplayJob) => ({ ...job, startedAt: startedAt.toISOString() })

async function list(): Promise<Answer> {
  const jobs = await withDatabase(({ operations }) => operations.jobs(20))
  return {
    yes: true,
    lines: jobs.length === 0 ? ['No replay was started yet.'] : jobs.map(sentenceOf),
    json: { ok: true, jobs: jobs.map(jobJson) },
  }
}

async function cancelOne(jobId: string, options: ActOptions): Promise<Answer> {
  const act = actOf(options)
  const { changed, job } = await withDatabase(async ({ operations }) => ({
    changed: await operations.cancelJob(jobId, act),
    job: await operations.job(jobId),
  }))
  if (!job) throw new PlainError('There is no such replay.', 'korpu replays list names them.')
  return { yes: changed, lines: [sentenceOf(job)], json: { ok: changed, job: jobJson(job) } }
}
