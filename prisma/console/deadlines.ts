import type { Pool } from 'pg'
import { type DeadlineFilter, type DueDay, GROUPS, type Group, HOME, type OpenClock, windowOf } from '#core/console/deadlines.ts'
import { type Asked, MOST_COUNTED, type Page } from '#core/console/reading.ts'
import { isId } from '#prisma/id.ts'
import { run, statement, unprepared } from '#prisma/pool.ts'
import { given } from './given.ts'

/** As in its index. */
const LISTED = `k.state <> 'stopped' AND k.due_at IS NOT NULL`

const CLOCK = `k.clock_id AS "clockId", k.conversation_id AS "conversationId", k.rule_set AS "ruleSet", k.rule_set_version AS "ruleSetVersion",
  k.limit_row AS "limit", k.started_by AS "startedBy", k.state, k.opened_at AS "openedAt", k.started_at AS "startedAt", k.due_at AS "dueAt",
  k.paused_at AS "pausedAt", k.extensions, k.confidence, k.open_years AS "openYears", s.type AS "startedByType",
  f.sender AS requesting, f.recipient AS requested`

/** The message that set it going, and the one that opened the case. */
const SIDES = `LEFT JOIN LATERAL (
    SELECT m.type FROM message AS m WHERE m.conversation_id = k.conversation_id AND m.message_id = k.started_by LIMIT 1
  ) AS s ON true
  LEFT JOIN message AS f ON f.conversation_id = k.conversation_id AND f.number = 1`

type Row = { readonly [field in keyof OpenClock]-?: OpenClock[field] | null } & {
  readonly clockId: string
  readonly conversationId: string
  readonly dueAt: Date
}

/** Soonest first: what comes later is `older`. Of a clock that is paused `dueAt` is when it would have been over. */
export async function deadlines(pool: Pool, filter: DeadlineFilter, { limit, place }: Asked, now: Date): Promise<Page<OpenClock>> {
  const back = place?.way === 'newer'
  const [order, beyond] = back ? ['DESC', '<'] : ['ASC', '>']
  const [conversation = '', clock = ''] = place?.key.split('/') ?? []
  const from =
    place && isId(conversation)
      ? `AND (k.due_at, k.conversation_id, k.clock_id) ${beyond} (:at::timestamptz, :conversation::uuid, :clock)`
      : ''
  const sql = `SELECT ${CLOCK} FROM clock AS k ${SIDES} WHERE ${LISTED} ${conditionsOf(filter)} ${from}
    ORDER BY k.due_at ${order}, k.conversation_id ${order}, k.clock_id ${order} LIMIT :most::int`
  const rows = await run<Row>(pool, unprepared(sql), { ...parametersOf(filter, now), at: place?.at, conversation, clock, most: limit + 1 })
  const more = rows.length > limit
  const kept = back ? rows.slice(0, limit).toReversed() : rows.slice(0, limit)
  const placed = (row: Row) => ({ at: row.dueAt, key: `${row.conversationId}/${row.clockId}` })
  const [first, last] = [kept.at(0), kept.at(-1)]
  return {
    items: kept.map((row) => given(row) as unknown as OpenClock),
    ...(last && (back || more) ? { older: { way: 'older', ...placed(last) } } : {}),
    ...(first && (back ? more : place !== undefined) ? { newer: { way: 'newer', ...placed(first) } } : {}),
  }
}

function conditionsOf({ group, party, conversationId, ruleSet, limit }: DeadlineFilter): string {
  return [
    ...(group === undefined
      ? []
      : group === 'paused'
        ? [`k.state = 'paused'`]
        : [
            `k.state <> 'paused' AND k.due_at >= coalesce(:from::timestamptz, '-infinity') AND k.due_at < coalesce(:before::timestamptz, 'infinity')`,
          ]),
    ...(party === undefined
      ? []
      : ['EXISTS (SELECT FROM conversation AS c WHERE c.id = k.conversation_id AND :party = ANY (c.participants))']),
    ...(conversationId === undefined ? [] : ['k.conversation_id = :conversationId::uuid']),
    ...(ruleSet === undefined ? [] : ['k.rule_set = :ruleSet']),
    ...(limit === undefined ? [] : ['k.limit_row = :limit']),
  ]
    .map((condition) => `AND ${condition}`)
    .join(' ')
}

const parametersOf = (filter: DeadlineFilter, now: Date): object => ({
  ...filter,
  from: undefined,
  before: undefined,
  ...(filter.group !== undefined && filter.group !== 'paused' ? windowOf(filter.group, now) : {}),
})

/** How many of each group, up to what is ever counted. */
export async function deadlineCounts(pool: Pool, party: string | undefined, now: Date): Promise<Readonly<Record<Group, number>>> {
  const counts = await Promise.all(
    GROUPS.map(async (group) => {
      const sql = `SELECT count(*)::int AS count FROM (SELECT FROM clock AS k WHERE ${LISTED} ${conditionsOf({ group, party })} LIMIT ${MOST_COUNTED}) AS one`
      const [row] = await run<{ readonly count: number }>(pool, unprepared(sql), parametersOf({ group, party }, now))
      return [group, row?.count ?? 0] as const
    }),
  )
  return Object.fromEntries(counts) as Readonly<Record<Group, number>>
}

const DUE = statement(
  'console_due_days',
  `SELECT to_char(one.day, 'YYYY-MM-DD') AS day, one.due FROM (
    SELECT (k.due_at AT TIME ZONE '${HOME.timeZone}')::date AS day, count(*)::int AS due FROM clock AS k
    WHERE ${LISTED} AND k.state <> 'paused' AND k.due_at >= :from::timestamptz AND k.due_at < :before::timestamptz GROUP BY 1
  ) AS one ORDER BY one.day`,
)

export const dueDays = (pool: Pool, from: Date, before: Date): Promise<readonly DueDay[]> => run<DueDay>(pool, DUE, { from, before })
