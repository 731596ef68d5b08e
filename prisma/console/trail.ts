/** The audit trail, read by its time, along the index that its filter has. */
import type { Pool } from 'pg'
import type { Asked, Page } from '#core/console/reading.ts'
import type { Trail, TrailFilter, TrailRow } from '#core/console/trail.ts'
import { LINK, type LinkRow, linkOf, record, verifyAudit } from '#prisma/audit.ts'
import { isId } from '#prisma/id.ts'
import { run, unprepared } from '#prisma/pool.ts'
import { directionOf, pageOf } from './paging.ts'

/** As in the indexes. An event may say more after a blank: which purpose, which rule. */
const ACTS = '(role IS NOT NULL OR reason IS NOT NULL)'
const DAILY = ['SubmissionAcceptance', 'ContentConsignment', 'ContentHandover']
const RARE = `event NOT IN (${DAILY.map((event) => `'${event}'`).join(', ')})`

async function links(pool: Pool, filter: TrailFilter, asked: Asked): Promise<Page<TrailRow>> {
  const { acts, by, event, party, messageId, since, until } = filter
  if (messageId !== undefined && !isId(messageId)) return { items: [] }
  const { order, beyond } = directionOf(asked)
  const [placeParty = '', lane = '0', number = '0'] = asked.place?.key.split('/') ?? []
  const conditions = [
    ...(acts || by !== undefined ? [ACTS] : []),
    ...(by === undefined ? [] : ['by = :by']),
    ...(event === undefined ? [] : DAILY.includes(event) ? ['event = :event'] : [RARE, `split_part(event, ' ', 1) = :event`]),
    ...(party === undefined ? [] : ['party = :party']),
    ...(messageId === undefined ? [] : ['message_id = :messageId::uuid']),
    ...(since === undefined ? [] : ['at >= :since::timestamptz']),
    ...(until === undefined ? [] : ['at < :until::timestamptz']),
    ...(asked.place === undefined
      ? []
      : [`(at, party, lane, number) ${beyond} (:at::timestamptz, :placeParty::text, :lane::int, :number::bigint)`]),
  ]
  const inOrder = (link: string): string =>
    `ORDER BY at ${order}, ${link}.party ${order}, lane ${order}, ${link}.number ${order} LIMIT :most::int`
  const found = (...more: readonly string[]): string =>
    `SELECT ${LINK} FROM audit_link AS link WHERE ${[...conditions, ...more].join(' AND ') || 'true'} ${inOrder('link')}`
  // The one index of all links goes by party: each party's newest, merged.
  const hasIndex =
    acts || by !== undefined || party !== undefined || messageId !== undefined || (event !== undefined && !DAILY.includes(event))
  const sql = hasIndex
    ? found()
    : `SELECT one.* FROM (SELECT DISTINCT party FROM audit_chain) AS chained
    CROSS JOIN LATERAL (${found('link.party = chained.party')}) AS one ${inOrder('one')}`
  const rows = await run<LinkRow>(pool, unprepared(sql), {
    ...filter,
    at: asked.place?.at,
    placeParty,
    lane: Number(lane) || 0,
    number: Number(number) || 0,
    most: asked.limit + 1,
  })
  return pageOf(
    rows,
    asked,
    (row) => ({ at: row.at, key: `${row.party}/${row.lane}/${row.number}` }),
    (row) => ({ ...linkOf(row), head: Buffer.from(row.head).toString('hex') }),
  )
}

export function postgresTrail(pool: Pool): Trail {
  return {
    links: (filter, asked) => links(pool, filter, asked),
    record: (event) => record(pool, event),
    verify: (signal) => verifyAudit(pool, signal),
  }
}
