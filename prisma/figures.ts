import type { Pool } from 'pg'
import type { Figures, PartyFigures, RunningLimit } from '#core/figures.ts'
import { run, statement } from './pool.ts'

/**
 * One pass over what has not ended, by its index: cheap enough for every look of whoever watches. What was ended is never counted, so that the
 * cost does not grow with the years.
 */
const FIGURES = statement(
  'figures',
  `WITH open AS (
    SELECT party, min(waiting_since) FILTER (WHERE state <> 'dead') AS oldest,
      count(*) FILTER (WHERE state <> 'dead')::int AS waiting,
      count(*) FILTER (WHERE state = 'dead')::int AS dead,
      count(*) FILTER (WHERE code = 'DELIVERY_QUARANTINED' AND state = 'held')::int AS quarantined
    FROM delivery WHERE state NOT IN ('delivered', 'cancelled', 'expired') GROUP BY party
  )
  SELECT (SELECT coalesce(json_agg(json_build_object('party', p.id, 'status', p.status, 'waiting', coalesce(open.waiting, 0), 'oldest', open.oldest,
      'dead', coalesce(open.dead, 0), 'quarantined', coalesce(open.quarantined, 0), 'silentSince', b.opened_at) ORDER BY p.id), '[]')
    FROM party AS p LEFT JOIN open ON open.party = p.id LEFT JOIN breaker AS b ON b.party = p.id) AS parties,
    (SELECT min(look_at) FROM clock WHERE look_at <= :now::timestamptz) AS due,
    (SELECT json_build_object('at', verified_at, 'broken', jsonb_array_length(verdict -> 'broken'))
      FROM audit_verification WHERE verified_at IS NOT NULL) AS verified,
    (SELECT min(coalesce(next_update, since)) FROM certificate_status
      WHERE state IS DISTINCT FROM 'revoked' AND valid_until > :now::timestamptz AND coalesce(next_update, since) < :now::timestamptz) AS owed,
    (SELECT min(at) FROM tree_head WHERE timestamp IS NULL) AS unstamped,
    (SELECT coalesce(sum(length), 0)::float8 FROM audit_chain) AS links,
    pg_database_size(current_database())::float8 AS database,
    pg_total_relation_size('attachment_chunk')::float8 AS attachments,
    pg_total_relation_size('audit_link')::float8 AS audit`,
)

interface FiguresRow {
  readonly parties: readonly (Omit<PartyFigures, 'oldest' | 'silentSince'> & {
    readonly oldest: string | null
    readonly silentSince: string | null
  })[]
  readonly due: Date | null
  readonly verified: { readonly at: string; readonly broken: number } | null
  readonly owed: Date | null
  readonly unstamped: Date | null
  readonly links: number
  readonly database: number
  readonly attachments: number
  readonly audit: number
}

export async function figures(pool: Pool, now: Date): Promise<Figures> {
  const [row] = await run<FiguresRow>(pool, FIGURES, { now })
  if (!row) throw new Error('a statement without FROM gave no row')
  return {
    parties: row.parties.map((party) => ({ ...party, oldest: timeOf(party.oldest), silentSince: timeOf(party.silentSince) })),
    clockDueSince: row.due ?? undefined,
    verified: row.verified ? { at: new Date(row.verified.at), broken: row.verified.broken } : undefined,
    revocationOwedSince: row.owed ?? undefined,
    timestampOwedSince: row.unstamped ?? undefined,
    auditLinks: row.links,
    databaseBytes: row.database,
    attachmentBytes: row.attachments,
    auditBytes: row.audit,
  }
}

const timeOf = (text: string | null): Date | undefined => (text === null ? undefined : new Date(text))

const RUNNING_LIMITS = statement(
  'running_limits',
  `SELECT DISTINCT rule_set AS "ruleSet", rule_set_version AS "ruleSetVersion", limit_row AS "limit", open_years AS "openYears"
  FROM clock WHERE look_at IS NOT NULL ORDER BY 1, 2, 3, 4`,
)

/** Each once, in however many cases it runs. */
export const runningLimits = (pool: Pool): Promise<readonly RunningLimit[]> => run<RunningLimit>(pool, RUNNING_LIMITS, {})
